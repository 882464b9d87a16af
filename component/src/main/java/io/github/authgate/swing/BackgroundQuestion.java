package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The question whether there is, or still is, a session, put while the screen stays as it is. One at a time.
 *
 * <p>Use only on the event dispatch thread.
 */
final class BackgroundQuestion {

    /** Hears the answer. */
    interface Listener {

        void confirmed(AuthSession session);

        /**
         * @param why {@code null} if there is nothing to say: no session is stored
         */
        void refused(@Nullable AuthException why);

        /** Told that nobody knows: the server was out of reach, or not at its best. */
        void unanswered(AuthException why);
    }

    private final AuthService service;
    private final Listener listener;
    private @Nullable ServiceCall<?> open;

    BackgroundQuestion(AuthService service, Listener listener) {
        this.service = service;
        this.listener = listener;
    }

    /** Tells whether an answer is awaited. */
    boolean isOpen() {
        return open != null;
    }

    /** Asks whether a session is stored that holds. */
    void askForStored() {
        open = ServiceCall.start(service::restore, this::restored, this::failed, unwanted -> {});
    }

    /** Asks whether a session still holds. */
    void askToConfirm(AuthSession kept) {
        open = ServiceCall.start(
                () -> service.revalidate(kept), renewed -> revalidated(kept, renewed), this::failed, unwanted -> {});
    }

    /** Does not want the answer any more. */
    void abandon() {
        if (open != null) {
            open.abandon();
            open = null;
        }
    }

    /** Has waited long enough, and takes it for a question that nobody has answered. */
    void giveUp() {
        abandon();
        listener.unanswered(new AuthException(Reason.SERVER_UNREACHABLE, "timeout", null));
    }

    private void restored(Optional<AuthSession> stored) {
        open = null;
        if (stored.isPresent()) {
            listener.confirmed(stored.get());
        } else {
            listener.refused(null);
        }
    }

    private void revalidated(AuthSession kept, AuthSession renewed) {
        open = null;
        if (kept.user().isSameAs(renewed.user())) {
            listener.confirmed(renewed);
        } else {
            listener.refused(new AuthException(Reason.SERVER_FAULT, "user_mismatch", null));
        }
    }

    private void failed(AuthException why) {
        open = null;
        if (isDefinite(why)) {
            listener.refused(why);
        } else {
            listener.unanswered(why);
        }
    }

    private static boolean isDefinite(AuthException why) {
        return why.reason() == Reason.SESSION_EXPIRED
                || why.reason() == Reason.ACCOUNT_REFUSED
                || why.reason() == Reason.INVALID_CREDENTIALS;
    }
}
