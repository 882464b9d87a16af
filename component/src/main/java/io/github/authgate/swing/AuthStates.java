package io.github.authgate.swing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of a session as a table: where it stands, what happens, where it stands then. What is not in the table does
 * not happen.
 *
 * <p>Immutable and thread-safe. It knows no Swing, no thread and no clock.
 */
final class AuthStates {

    /** Where a session stands. Finer than the public state: it knows where an attempt goes back to. */
    enum Phase {
        /** Nobody is logged in; the form asks. */
        LOGGED_OUT(AuthModel.State.LOGGED_OUT),
        /** A stored session is being checked. */
        RESTORING(AuthModel.State.RESTORING),
        /** Credentials have been presented; nobody was logged in before. */
        LOGGING_IN(AuthModel.State.LOGGING_IN),
        /** The content is open. */
        LOGGED_IN(AuthModel.State.LOGGED_IN),
        /** The content is open, and credentials have been presented to prolong the session. */
        RENEWING(AuthModel.State.LOGGED_IN),
        /** The machine slept: the content is kept out of sight until the server has confirmed the session. */
        WAKING(AuthModel.State.RESTORING),
        /** The content is kept out of sight until its user has logged in again. */
        LOCKED(AuthModel.State.LOCKED),
        /** Credentials have been presented to unlock. */
        UNLOCKING(AuthModel.State.LOGGING_IN);

        private final AuthModel.State state;

        Phase(AuthModel.State state) {
            this.state = state;
        }

        /** Returns what the public sees of it. */
        AuthModel.State state() {
            return state;
        }

        /** Tells whether an answer of the service is awaited that will change the phase. */
        boolean isBusy() {
            return this == RESTORING || this == LOGGING_IN || this == RENEWING || this == WAKING || this == UNLOCKING;
        }

        /** Tells whether there is a user whose content is shown or kept. */
        boolean hasUser() {
            return this == LOGGED_IN || this == RENEWING || this == WAKING || this == LOCKED || this == UNLOCKING;
        }
    }

    /** What can happen. */
    enum Event {
        /** Look for a stored session. */
        RESTORE,
        /** Somebody presents credentials. */
        LOGIN,
        /** Never mind. */
        CANCEL,
        /** Good bye. */
        LOGOUT,
        /** Out of sight, please. */
        LOCK,
        /** The machine has slept. */
        WAKE,
        /** The server has validated the session of the user who was here, or of the first one. */
        GRANTED,
        /** The server has validated the session of another user, and nobody objected. */
        GRANTED_TO_ANOTHER,
        /** There is no stored session. */
        NONE_STORED,
        /** The attempt failed. */
        FAILED,
        /** The session has ended: expired, or taken back by the server. */
        ENDED
    }

    /** What to do on the way. */
    enum Effect {
        /** Ask the service for the stored session. */
        ASK_TO_RESTORE,
        /** Ask the service to log in. */
        ASK_TO_LOGIN,
        /** Ask the service whether the session still holds. */
        ASK_TO_CONFIRM,
        /** Show the content of the granted session: the kept one if it is the same user's. */
        OPEN,
        /** Drop the content of the user before and show that of the granted session. */
        REPLACE,
        /** Put the granted session in the place of the one that is open; its content stays as it is. */
        RENEW,
        /** Give the attempt up. */
        ABORT,
        /** Say why. */
        REPORT,
        /** Keep the content, out of sight. */
        COVER,
        /** Give the attempt up and keep the content, out of sight. */
        ABORT_AND_COVER,
        /** Drop the content and forget the session. */
        CLOSE
    }

    private static final Map<Phase, Map<Event, Transition>> TABLE = table();

    private AuthStates() {}

    private static Map<Phase, Map<Event, Transition>> table() {
        Map<Phase, Map<Event, Transition>> table = new EnumMap<>(Phase.class);
        row(table, Phase.LOGGED_OUT, Event.RESTORE, Phase.RESTORING, Effect.ASK_TO_RESTORE);
        row(table, Phase.LOGGED_OUT, Event.LOGIN, Phase.LOGGING_IN, Effect.ASK_TO_LOGIN);
        row(table, Phase.LOGGED_OUT, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.RESTORING, Event.GRANTED, Phase.LOGGED_IN, Effect.OPEN);
        row(table, Phase.RESTORING, Event.NONE_STORED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.RESTORING, Event.FAILED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.RESTORING, Event.CANCEL, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.RESTORING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOGGING_IN, Event.GRANTED, Phase.LOGGED_IN, Effect.OPEN);
        row(table, Phase.LOGGING_IN, Event.FAILED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.LOGGING_IN, Event.CANCEL, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.LOGGING_IN, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOGGED_IN, Event.LOGIN, Phase.RENEWING, Effect.ASK_TO_LOGIN);
        row(table, Phase.LOGGED_IN, Event.GRANTED, Phase.LOGGED_IN, Effect.RENEW);
        row(table, Phase.LOGGED_IN, Event.LOCK, Phase.LOCKED, Effect.COVER);
        row(table, Phase.LOGGED_IN, Event.ENDED, Phase.LOCKED, Effect.COVER);
        row(table, Phase.LOGGED_IN, Event.WAKE, Phase.WAKING, Effect.ASK_TO_CONFIRM);
        row(table, Phase.LOGGED_IN, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.RENEWING, Event.GRANTED, Phase.LOGGED_IN, Effect.RENEW);
        row(table, Phase.RENEWING, Event.GRANTED_TO_ANOTHER, Phase.LOGGED_IN, Effect.REPLACE);
        row(table, Phase.RENEWING, Event.FAILED, Phase.LOGGED_IN, Effect.REPORT);
        row(table, Phase.RENEWING, Event.CANCEL, Phase.LOGGED_IN, Effect.ABORT);
        row(table, Phase.RENEWING, Event.ENDED, Phase.UNLOCKING, Effect.COVER);
        row(table, Phase.RENEWING, Event.LOCK, Phase.LOCKED, Effect.ABORT_AND_COVER);
        row(table, Phase.RENEWING, Event.WAKE, Phase.UNLOCKING, Effect.COVER);
        row(table, Phase.RENEWING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.WAKING, Event.GRANTED, Phase.LOGGED_IN, Effect.OPEN);
        row(table, Phase.WAKING, Event.FAILED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.WAKING, Event.CANCEL, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.WAKING, Event.LOCK, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.WAKING, Event.ENDED, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.WAKING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOCKED, Event.LOGIN, Phase.UNLOCKING, Effect.ASK_TO_LOGIN);
        row(table, Phase.LOCKED, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.UNLOCKING, Event.GRANTED, Phase.LOGGED_IN, Effect.OPEN);
        row(table, Phase.UNLOCKING, Event.GRANTED_TO_ANOTHER, Phase.LOGGED_IN, Effect.REPLACE);
        row(table, Phase.UNLOCKING, Event.FAILED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.UNLOCKING, Event.CANCEL, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.UNLOCKING, Event.LOCK, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.UNLOCKING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);
        return Collections.unmodifiableMap(table);
    }

    private static void row(
            Map<Phase, Map<Event, Transition>> table, Phase from, Event event, Phase to, Effect effect) {
        table.computeIfAbsent(from, phase -> new EnumMap<>(Event.class)).put(event, new Transition(to, effect));
    }

    /** Returns what follows; empty if the event means nothing in this phase. */
    static Optional<Transition> next(Phase phase, Event event) {
        return Optional.ofNullable(TABLE.getOrDefault(phase, Map.of()).get(event));
    }

    /** Where it goes, and what to do on the way. */
    static final class Transition {

        private final Phase to;
        private final Effect effect;

        private Transition(Phase to, Effect effect) {
            this.to = to;
            this.effect = effect;
        }

        Phase to() {
            return to;
        }

        Effect effect() {
            return effect;
        }
    }
}
