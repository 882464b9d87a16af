package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthStatesTest {

    /** The whole table again, by hand: whoever changes one has to mean it. */
    private static final List<String> TABLE = List.of(
            "LOGGED_OUT RESTORE -> RESTORING ASK_TO_RESTORE",
            "LOGGED_OUT LOGIN -> LOGGING_IN ASK_TO_LOGIN",
            "LOGGED_OUT LOGOUT -> LOGGED_OUT CLOSE",
            "UNRESTORED RESTORE -> RESTORING ASK_TO_RESTORE",
            "UNRESTORED LOGIN -> LOGGING_IN ASK_TO_LOGIN",
            "UNRESTORED TYPED -> LOGGED_OUT ABORT",
            "UNRESTORED CONFIRMED -> LOGGED_IN TAKE",
            "UNRESTORED LOCK -> LOGGED_OUT ABORT",
            "UNRESTORED REFUSED -> LOGGED_OUT REPORT",
            "UNRESTORED LOGOUT -> LOGGED_OUT CLOSE",
            "RESTORING GRANTED -> LOGGED_IN TAKE",
            "RESTORING NONE_STORED -> LOGGED_OUT REPORT",
            "RESTORING FAILED -> LOGGED_OUT REPORT",
            "RESTORING UNREACHABLE -> UNRESTORED REPORT",
            "RESTORING CANCEL -> LOGGED_OUT ABORT",
            "RESTORING LOGOUT -> LOGGED_OUT CLOSE",
            "LOGGING_IN GRANTED -> LOGGED_IN TAKE",
            "LOGGING_IN FAILED -> LOGGED_OUT REPORT",
            "LOGGING_IN CANCEL -> LOGGED_OUT ABORT",
            "LOGGING_IN LOGOUT -> LOGGED_OUT CLOSE",
            "LOGGED_IN LOGIN -> RENEWING ASK_TO_LOGIN",
            "LOGGED_IN CONFIRMED -> LOGGED_IN TAKE",
            "LOGGED_IN LOCK -> LOCKED REPORT",
            "LOGGED_IN ENDED -> LOCKED REPORT",
            "LOGGED_IN LOST -> OUT_OF_REACH REPORT",
            "LOGGED_IN WAKE -> WAKING ASK_TO_CONFIRM",
            "LOGGED_IN LOGOUT -> LOGGED_OUT CLOSE",
            "RENEWING GRANTED -> LOGGED_IN TAKE",
            "RENEWING GRANTED_TO_ANOTHER -> LOGGED_IN REPLACE",
            "RENEWING CONFIRMED -> RENEWING TAKE",
            "RENEWING FAILED -> LOGGED_IN REPORT",
            "RENEWING CANCEL -> LOGGED_IN ABORT",
            "RENEWING ENDED -> UNLOCKING REPORT",
            "RENEWING LOST -> UNLOCKING REPORT",
            "RENEWING WAKE -> UNLOCKING REPORT",
            "RENEWING LOCK -> LOCKED ABORT_AND_REPORT",
            "RENEWING LOGOUT -> LOGGED_OUT CLOSE",
            "WAKING GRANTED -> LOGGED_IN TAKE",
            "WAKING FAILED -> LOCKED REPORT",
            "WAKING UNREACHABLE -> OUT_OF_REACH REPORT",
            "WAKING CANCEL -> LOCKED ABORT",
            "WAKING LOCK -> LOCKED ABORT",
            "WAKING ENDED -> LOCKED ABORT_AND_REPORT",
            "WAKING LOGOUT -> LOGGED_OUT CLOSE",
            "OUT_OF_REACH RESTORE -> WAKING ASK_TO_CONFIRM",
            "OUT_OF_REACH LOGIN -> UNLOCKING ASK_TO_LOGIN",
            "OUT_OF_REACH TYPED -> LOCKED ABORT",
            "OUT_OF_REACH CONFIRMED -> LOGGED_IN TAKE",
            "OUT_OF_REACH REFUSED -> LOCKED REPORT",
            "OUT_OF_REACH LOCK -> LOCKED ABORT",
            "OUT_OF_REACH ENDED -> LOCKED REPORT",
            "OUT_OF_REACH LOGOUT -> LOGGED_OUT CLOSE",
            "LOCKED LOGIN -> UNLOCKING ASK_TO_LOGIN",
            "LOCKED LOGOUT -> LOGGED_OUT CLOSE",
            "UNLOCKING GRANTED -> LOGGED_IN TAKE",
            "UNLOCKING GRANTED_TO_ANOTHER -> LOGGED_IN REPLACE",
            "UNLOCKING FAILED -> LOCKED REPORT",
            "UNLOCKING CANCEL -> LOCKED ABORT",
            "UNLOCKING LOCK -> LOCKED ABORT",
            "UNLOCKING LOGOUT -> LOGGED_OUT CLOSE");

    /** What the public sees of a phase, and what the gates make of it. */
    @ParameterizedTest
    @CsvSource({
        "LOGGED_OUT,   LOGGED_OUT, asks",
        "UNRESTORED,   LOGGED_OUT, asks retrying",
        "RESTORING,    RESTORING,  asks busy",
        "LOGGING_IN,   LOGGING_IN, asks busy",
        "LOGGED_IN,    LOGGED_IN,  open",
        "RENEWING,     LOGGED_IN,  open busy",
        "WAKING,       RESTORING,  covered busy",
        "OUT_OF_REACH, LOCKED,     covered retrying",
        "LOCKED,       LOCKED,     covered",
        "UNLOCKING,    LOGGING_IN, covered busy",
    })
    void aPhaseIsOpenOrCoveredOrAsks(Phase phase, AuthModel.State state, String rest) {
        String described = (phase.isOpen() ? "open" : phase.isCovered() ? "covered" : "asks")
                + (phase.isBusy() ? " busy" : "")
                + (phase.isRetrying() ? " retrying" : "");

        assertThat(phase.state()).isEqualTo(state);
        assertThat(described).isEqualTo(rest);
        assertThat(phase.isOpen() && phase.isCovered()).isFalse();
    }

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
                    assertThat(event).isIn(Event.GRANTED, Event.GRANTED_TO_ANOTHER, Event.CONFIRMED);
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

    @Test
    void contentMayOpenByItselfWhereTheServerHasOnlyToSayYes() {
        assertThat(Phase.values())
                .filteredOn(Phase::mayOpenByItself)
                .containsExactlyInAnyOrder(Phase.UNRESTORED, Phase.WAKING, Phase.OUT_OF_REACH);
    }
}
