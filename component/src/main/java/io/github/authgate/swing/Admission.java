package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthUser;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody whom the server lets in gets in here: not past the work of somebody else, nor against the will
 * of the host's listeners.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Admission {

    private final Screen screen;
    private final Notifications notifications;

    Admission(Screen screen, Notifications notifications) {
        this.screen = screen;
        this.notifications = notifications;
    }

    /**
     * Returns what keeps a user out; null if nothing does.
     *
     * @param before whose session is open or kept
     */
    @Nullable
    AuthException refusal(@Nullable AuthUser before, AuthUser newcomer) {
        if (before != null && before.isSameAs(newcomer)) {
            return null;
        }
        if (screen.isBlockedFor(newcomer)) {
            return new AuthException(Reason.ACCOUNT_REFUSED, "dialog_of_another", null);
        }
        boolean agreed = before == null || notifications.agreed("user", before, newcomer);
        return agreed ? null : new AuthException(Reason.ACCOUNT_REFUSED, "user_change_refused", null);
    }
}
