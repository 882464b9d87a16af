package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import io.github.authgate.swing.AuthStates.Transition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a session stands, whose it is, and why the last attempt failed or the session ended.
 *
 * <p>Immutable and thread-safe.
 */
final class SessionState {

    static final SessionState NOBODY = new SessionState(Phase.LOGGED_OUT, null, null, null, null);

    private final Phase phase;
    private final @Nullable AuthSession session;
    private final @Nullable Object stay;
    private final @Nullable String typedName;
    private final @Nullable AuthException failure;

    private SessionState(
            Phase phase,
            @Nullable AuthSession session,
            @Nullable Object stay,
            @Nullable String typedName,
            @Nullable AuthException failure) {
        this.phase = phase;
        this.session = session;
        this.stay = stay;
        this.typedName = typedName;
        this.failure = failure;
    }

    /** Returns what an event leads to; empty if it means nothing now. */
    Optional<Transition> next(Event event) {
        return AuthStates.next(phase, event);
    }

    /**
     * Returns what is so when something has happened.
     *
     * @param granted what the server has said yes to, if that is what has happened
     * @param why what the server has said no with, or why it could not be asked
     */
    SessionState after(Transition transition, @Nullable AuthSession granted, @Nullable AuthException why) {
        Phase to = transition.to();
        switch (transition.effect()) {
            case TAKE:
                return new SessionState(to, granted, stay == null ? new Object() : stay, typedName, null);
            case REPLACE:
                return new SessionState(to, granted, new Object(), typedName, null);
            case CLOSE:
                return new SessionState(to, null, null, null, null);
            case REPORT:
            case ABORT_AND_REPORT:
                return new SessionState(to, session, stay, typedName, why);
            case ABORT:
                return new SessionState(to, session, stay, typedName, failure);
            default: // an attempt begins
                return new SessionState(to, session, stay, typedName, null);
        }
    }

    /** Returns the same, with the name under which somebody has just logged in. */
    SessionState withTypedName(String name) {
        return new SessionState(phase, session, stay, name, failure);
    }

    Phase phase() {
        return phase;
    }

    /** Returns the session that is open or kept; null if there is none. */
    @Nullable
    AuthSession session() {
        return session;
    }

    /** Returns the session that is open; null in every other phase. */
    @Nullable
    AuthSession openSession() {
        return phase.isOpen() ? session : null;
    }

    /**
     * Returns what stands for the time from the first login of a user to the logout, or to the next user: the same object
     * all along, and never again. Content that was made in another stay is of the past.
     */
    @Nullable
    Object stay() {
        return stay;
    }

    /** Returns whose session is open or kept; null if there is none. */
    @Nullable
    AuthUser user() {
        return session == null ? null : session.user();
    }

    /** Tells whether a session is open or kept, and is this user's. */
    boolean isOf(AuthUser somebody) {
        return session != null && session.user().isSameAs(somebody);
    }

    /** Returns the user whose content is kept out of sight. */
    @Nullable
    AuthUser lockedUser() {
        return phase.isCovered() ? user() : null;
    }

    /**
     * Returns the name under which the locked-out user logs in: as it was typed, else the e-mail address, because the
     * short name need not be the one that WordPress takes.
     */
    String loginName() {
        if (session == null) {
            return "";
        }
        return typedName != null
                ? typedName
                : session.user().email().orElse(session.user().getName());
    }

    /** Tells whether the user of the session wants to be remembered. */
    boolean isRemembered() {
        return session != null && session.rememberMe();
    }

    @Nullable
    AuthException failure() {
        return failure;
    }
}
