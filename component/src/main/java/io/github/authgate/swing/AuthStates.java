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
        /** A stored session could not be checked, because the server was out of reach; the form asks meanwhile. */
        UNRESTORED(AuthModel.State.LOGGED_OUT),
        /** A stored session is being checked. */
        RESTORING(AuthModel.State.RESTORING),
        /** Credentials have been presented; nobody was logged in before. */
        LOGGING_IN(AuthModel.State.LOGGING_IN),
        /** The content is open. */
        LOGGED_IN(AuthModel.State.LOGGED_IN),
        /** The content is open, and credentials have been presented to prolong the session. */
        RENEWING(AuthModel.State.LOGGED_IN),
        /** The content is kept out of sight until the server has confirmed the session: the machine has slept. */
        WAKING(AuthModel.State.RESTORING),
        /** The content is kept out of sight until the server is back in reach, or its user has logged in again. */
        OUT_OF_REACH(AuthModel.State.LOCKED),
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

        /** Tells whether content is shown. */
        boolean isOpen() {
            return this == LOGGED_IN || this == RENEWING;
        }

        /** Tells whether content is kept out of sight. */
        boolean isCovered() {
            return this == WAKING || this == OUT_OF_REACH || this == LOCKED || this == UNLOCKING;
        }

        /** Tells whether content may come into sight although nobody logs in: the server has only to say yes. */
        boolean mayOpenByItself() {
            return this == UNRESTORED || this == WAKING || this == OUT_OF_REACH;
        }

        /** Tells whether an answer of the service is awaited that the user may cancel. */
        boolean isBusy() {
            return this == RESTORING || this == LOGGING_IN || this == RENEWING || this == WAKING || this == UNLOCKING;
        }

        /** Tells whether the service is asked again and again in the background until the server is in reach. */
        boolean isRetrying() {
            return this == UNRESTORED || this == OUT_OF_REACH;
        }
    }

    /** What can happen. */
    enum Event {
        /** Look for a stored session, or ask again whether the kept one holds. */
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
        /** Somebody has begun to type, and shall not be surprised. */
        TYPED,
        /** The attempt succeeded: the server has validated the session of the user who was here, or of the first one. */
        GRANTED,
        /** The attempt succeeded for another user, and nobody objected. */
        GRANTED_TO_ANOTHER,
        /** There is no stored session. */
        NONE_STORED,
        /** The attempt failed. */
        FAILED,
        /** The attempt failed, but only because the server was out of reach. */
        UNREACHABLE,
        /** In the background, the server has said yes to the session. */
        CONFIRMED,
        /** In the background, the server has said no to the session. */
        REFUSED,
        /** The session has ended: expired, or taken back by the server. */
        ENDED,
        /** The server has been out of reach for longer than the session may go on without it. */
        LOST
    }

    /** What to do on the way. */
    enum Effect {
        /** Ask the service for the stored session. */
        ASK_TO_RESTORE,
        /** Ask the service to log in. */
        ASK_TO_LOGIN,
        /** Ask the service whether the session still holds. */
        ASK_TO_CONFIRM,
        /** Take the session: its content is shown, the kept one if it is the same user's. */
        TAKE,
        /** Take the session of another user, whose content takes the place of the one before. */
        REPLACE,
        /** Give the attempt up. */
        ABORT,
        /** Say why, if there is anything to say. */
        REPORT,
        /** Give the attempt up and say why. */
        ABORT_AND_REPORT,
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

        row(table, Phase.UNRESTORED, Event.RESTORE, Phase.RESTORING, Effect.ASK_TO_RESTORE);
        row(table, Phase.UNRESTORED, Event.LOGIN, Phase.LOGGING_IN, Effect.ASK_TO_LOGIN);
        row(table, Phase.UNRESTORED, Event.TYPED, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.UNRESTORED, Event.CONFIRMED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.UNRESTORED, Event.LOCK, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.UNRESTORED, Event.REFUSED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.UNRESTORED, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.RESTORING, Event.GRANTED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.RESTORING, Event.NONE_STORED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.RESTORING, Event.FAILED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.RESTORING, Event.UNREACHABLE, Phase.UNRESTORED, Effect.REPORT);
        row(table, Phase.RESTORING, Event.CANCEL, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.RESTORING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOGGING_IN, Event.GRANTED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.LOGGING_IN, Event.FAILED, Phase.LOGGED_OUT, Effect.REPORT);
        row(table, Phase.LOGGING_IN, Event.CANCEL, Phase.LOGGED_OUT, Effect.ABORT);
        row(table, Phase.LOGGING_IN, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOGGED_IN, Event.LOGIN, Phase.RENEWING, Effect.ASK_TO_LOGIN);
        row(table, Phase.LOGGED_IN, Event.CONFIRMED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.LOGGED_IN, Event.LOCK, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.LOGGED_IN, Event.ENDED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.LOGGED_IN, Event.LOST, Phase.OUT_OF_REACH, Effect.REPORT);
        row(table, Phase.LOGGED_IN, Event.WAKE, Phase.WAKING, Effect.ASK_TO_CONFIRM);
        row(table, Phase.LOGGED_IN, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.RENEWING, Event.GRANTED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.RENEWING, Event.GRANTED_TO_ANOTHER, Phase.LOGGED_IN, Effect.REPLACE);
        row(table, Phase.RENEWING, Event.CONFIRMED, Phase.RENEWING, Effect.TAKE);
        row(table, Phase.RENEWING, Event.FAILED, Phase.LOGGED_IN, Effect.REPORT);
        row(table, Phase.RENEWING, Event.CANCEL, Phase.LOGGED_IN, Effect.ABORT);
        row(table, Phase.RENEWING, Event.ENDED, Phase.UNLOCKING, Effect.REPORT);
        row(table, Phase.RENEWING, Event.LOST, Phase.UNLOCKING, Effect.REPORT);
        row(table, Phase.RENEWING, Event.WAKE, Phase.UNLOCKING, Effect.REPORT);
        row(table, Phase.RENEWING, Event.LOCK, Phase.LOCKED, Effect.ABORT_AND_REPORT);
        row(table, Phase.RENEWING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.WAKING, Event.GRANTED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.WAKING, Event.FAILED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.WAKING, Event.UNREACHABLE, Phase.OUT_OF_REACH, Effect.REPORT);
        row(table, Phase.WAKING, Event.CANCEL, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.WAKING, Event.LOCK, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.WAKING, Event.ENDED, Phase.LOCKED, Effect.ABORT_AND_REPORT);
        row(table, Phase.WAKING, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.OUT_OF_REACH, Event.RESTORE, Phase.WAKING, Effect.ASK_TO_CONFIRM);
        row(table, Phase.OUT_OF_REACH, Event.LOGIN, Phase.UNLOCKING, Effect.ASK_TO_LOGIN);
        row(table, Phase.OUT_OF_REACH, Event.TYPED, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.OUT_OF_REACH, Event.CONFIRMED, Phase.LOGGED_IN, Effect.TAKE);
        row(table, Phase.OUT_OF_REACH, Event.REFUSED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.OUT_OF_REACH, Event.LOCK, Phase.LOCKED, Effect.ABORT);
        row(table, Phase.OUT_OF_REACH, Event.ENDED, Phase.LOCKED, Effect.REPORT);
        row(table, Phase.OUT_OF_REACH, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.LOCKED, Event.LOGIN, Phase.UNLOCKING, Effect.ASK_TO_LOGIN);
        row(table, Phase.LOCKED, Event.LOGOUT, Phase.LOGGED_OUT, Effect.CLOSE);

        row(table, Phase.UNLOCKING, Event.GRANTED, Phase.LOGGED_IN, Effect.TAKE);
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
