package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import org.jspecify.annotations.Nullable;

/**
 * Has the service remember sessions and forget them, and knows what the user should hear when it could not.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionMemory {

    /** What the user should know about the place where tokens are stored. */
    enum Notice {
        /** The token could not be stored, so the user will be asked again at the next start. */
        NOT_REMEMBERED,
        /** A stored token could not be deleted, so it will be there at the next start. */
        NOT_FORGOTTEN
    }

    private final AuthService service;
    private final Runnable onNotice;
    private @Nullable Notice notice;
    private boolean saidNotRemembered;

    /**
     * @param onNotice told when there is another notice, or none any more
     */
    SessionMemory(AuthService service, Runnable onNotice) {
        this.service = service;
        this.onNotice = onNotice;
    }

    /** Stores a session whose user wants to be remembered; deletes what is stored for one who does not. */
    void keep(AuthSession newcomer) {
        Notice trouble = newcomer.rememberMe() ? Notice.NOT_REMEMBERED : Notice.NOT_FORGOTTEN;
        ServiceCall.start(
                () -> service.keep(newcomer),
                kept -> {
                    if (!kept) {
                        tell(trouble);
                    }
                },
                neverFails -> tell(trouble),
                kept -> {});
    }

    /** Ends a session and deletes what is stored of it. */
    void forget(AuthSession ended) {
        ServiceCall.start(
                () -> service.logout(ended),
                this::forgotten,
                neverFails -> tell(Notice.NOT_FORGOTTEN),
                this::forgotten);
    }

    /** Forgets a session that has not been restored, or not yet. */
    void forgetStored() {
        ServiceCall.start(service::forget, this::forgotten, neverFails -> tell(Notice.NOT_FORGOTTEN), this::forgotten);
    }

    private void forgotten(boolean deleted) {
        if (!deleted) {
            tell(Notice.NOT_FORGOTTEN);
        }
    }

    private void tell(Notice news) {
        if (news != Notice.NOT_REMEMBERED || !saidNotRemembered) {
            saidNotRemembered |= news == Notice.NOT_REMEMBERED;
            notice = news;
            onNotice.run();
        }
    }

    /** Returns what the user should know beside everything else; {@code null} if there is nothing. */
    @Nullable
    Notice notice() {
        return notice;
    }

    void dismissNotice() {
        notice = null;
        onNotice.run();
    }
}
