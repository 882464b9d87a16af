package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthStatesTest {

    /** The whole table again, by hand: whoever changes one has to mean it. */
    private static final List<String> TABLE = List.of(
            "LOGGED_OUT RESTORE -> RESTORING ASK_TO_RESTORE",
            "LOGGED_OUT LOGIN -> LOGGING_IN ASK_TO_LOGIN",
            "LOGGED_OUT LOGOUT -> LOGGED_OUT CLOSE",
            "RESTORING CANCEL -> LOGGED_OUT ABORT",
            "RESTORING LOGOUT -> LOGGED_OUT CLOSE",
            "RESTORING GRANTED -> LOGGED_IN OPEN",
            "RESTORING NONE_STORED -> LOGGED_OUT REPORT",
            "RESTORING FAILED -> LOGGED_OUT REPORT",
            "LOGGING_IN CANCEL -> LOGGED_OUT ABORT",
            "LOGGING_IN LOGOUT -> LOGGED_OUT CLOSE",
            "LOGGING_IN GRANTED -> LOGGED_IN OPEN",
            "LOGGING_IN FAILED -> LOGGED_OUT REPORT",
            "LOGGED_IN LOGIN -> RENEWING ASK_TO_LOGIN",
            "LOGGED_IN LOGOUT -> LOGGED_OUT CLOSE",
            "LOGGED_IN LOCK -> LOCKED COVER",
            "LOGGED_IN WAKE -> WAKING ASK_TO_CONFIRM",
            "LOGGED_IN GRANTED -> LOGGED_IN RENEW",
            "LOGGED_IN ENDED -> LOCKED COVER",
            "RENEWING CANCEL -> LOGGED_IN ABORT",
            "RENEWING LOGOUT -> LOGGED_OUT CLOSE",
            "RENEWING LOCK -> LOCKED ABORT_AND_COVER",
            "RENEWING WAKE -> UNLOCKING COVER",
            "RENEWING GRANTED -> LOGGED_IN RENEW",
            "RENEWING GRANTED_TO_ANOTHER -> LOGGED_IN REPLACE",
            "RENEWING FAILED -> LOGGED_IN REPORT",
            "RENEWING ENDED -> UNLOCKING COVER",
            "WAKING CANCEL -> LOCKED ABORT",
            "WAKING LOGOUT -> LOGGED_OUT CLOSE",
            "WAKING LOCK -> LOCKED ABORT",
            "WAKING GRANTED -> LOGGED_IN OPEN",
            "WAKING FAILED -> LOCKED REPORT",
            "WAKING ENDED -> LOCKED ABORT",
            "LOCKED LOGIN -> UNLOCKING ASK_TO_LOGIN",
            "LOCKED LOGOUT -> LOGGED_OUT CLOSE",
            "UNLOCKING CANCEL -> LOCKED ABORT",
            "UNLOCKING LOGOUT -> LOGGED_OUT CLOSE",
            "UNLOCKING LOCK -> LOCKED ABORT",
            "UNLOCKING GRANTED -> LOGGED_IN OPEN",
            "UNLOCKING GRANTED_TO_ANOTHER -> LOGGED_IN REPLACE",
            "UNLOCKING FAILED -> LOCKED REPORT");

    @Test
    void everyPairThatIsNotInTheTableMeansNothing() {
        List<String> rows = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (Event event : Event.values()) {
                AuthStates.next(phase, event)
                        .ifPresent(next -> rows.add(phase + " " + event + " -> " + next.to() + " " + next.effect()));
            }
        }
        assertThat(rows).containsExactlyInAnyOrderElementsOf(TABLE);
    }

    @Test
    void onlyTheWordOfTheServerOpens() {
        for (Phase phase : Phase.values()) {
            for (Event event : Event.values()) {
                boolean wasOpen = phase.state() == AuthModel.State.LOGGED_IN;
                boolean opens = AuthStates.next(phase, event)
                        .filter(next -> next.to().state() == AuthModel.State.LOGGED_IN)
                        .isPresent();
                if (opens && !wasOpen) {
                    assertThat(event).isIn(Event.GRANTED, Event.GRANTED_TO_ANOTHER);
                }
            }
        }
    }

    @Test
    void logoutLeadsOutOfEveryPhase() {
        for (Phase phase : Phase.values()) {
            assertThat(AuthStates.next(phase, Event.LOGOUT))
                    .hasValueSatisfying(next -> assertThat(next.to()).isEqualTo(Phase.LOGGED_OUT));
        }
    }

    @Test
    void everyAttemptCanBeCancelled() {
        for (Phase phase : Phase.values()) {
            assertThat(AuthStates.next(phase, Event.CANCEL).isPresent()).isEqualTo(phase.isBusy());
        }
    }
}
