package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a watch says, and when, to the millisecond. */
class SessionWatchTest {

    private static final Duration MILLI = Duration.ofMillis(1);

    private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
    private final Heard heard = new Heard();
    private final SessionWatch watch = OnEdt.get(() -> new SessionWatch(time, time, time, () -> 0.5, heard));

    private AuthSession session(@Nullable Duration lifetime) {
        Instant end = lifetime == null ? null : time.instant().plus(lifetime);
        return AuthSession.of(AuthUser.builder("7", "ann").build(), AccessToken.of("a.token", end));
    }

    private void start(@Nullable Duration lifetime) {
        AuthSession session = session(lifetime);
        OnEdt.run(() -> watch.start(session));
    }

    private void unanswered(Reason reason) {
        OnEdt.run(() -> watch.unanswered(new AuthException(reason)));
    }

    /** Has the watch look at this very moment, at which no timer is due. */
    private void look() {
        OnEdt.run(() -> watch.setWarning(watch.warning()));
    }

    @Test
    void theTimeLeftIsCountedDownToNothing() {
        start(Duration.ofMinutes(3));
        time.pass(Duration.ofMinutes(1));
        assertThat(OnEdt.get(watch::nanosLeft)).hasValue(Duration.ofMinutes(2).toNanos());

        time.pass(Duration.ofMinutes(5));
        assertThat(OnEdt.get(watch::nanosLeft)).hasValue(0);
    }

    @Test
    void ofASessionWithoutAnEndNoTimeIsLeftToTell() {
        start(null);

        assertThat(OnEdt.get(watch::nanosLeft)).isEqualTo(OptionalLong.empty());
        assertThat(OnEdt.get(watch::isWarning)).isFalse();
    }

    @Test
    void theEndComesAtItsVeryMoment() {
        start(Duration.ofSeconds(33));
        time.pass(Duration.ofSeconds(33).minus(MILLI));
        look();
        assertThat(heard.words).doesNotContain("expired");

        time.pass(MILLI);
        look();
        assertThat(heard.words).endsWith("expired");
    }

    @Test
    void noTimerIsLateForTheEnd() {
        start(Duration.ofSeconds(33));

        time.pass(Duration.ofSeconds(33).plus(MILLI));

        assertThat(heard.words).endsWith("expired");
    }

    @Test
    void theWarningComesAtItsVeryMomentAndOnce() {
        start(Duration.ofSeconds(153));
        time.pass(Duration.ofSeconds(33).minus(MILLI));
        look();
        assertThat(OnEdt.get(watch::isWarning)).isFalse();

        time.pass(MILLI);
        look();
        assertThat(OnEdt.get(watch::isWarning)).isTrue();
        time.pass(Duration.ofSeconds(60));
        assertThat(heard.words).containsExactly("warning");
    }

    @Test
    void noTimerIsLateForTheWarning() {
        start(Duration.ofSeconds(153));

        time.pass(Duration.ofSeconds(33).plus(MILLI));

        assertThat(heard.words).containsExactly("warning");
    }

    @Test
    void aLongerWarningThatIsDueAlreadyIsGivenAtOnce() {
        start(Duration.ofMinutes(4));

        OnEdt.run(() -> watch.setWarning(Duration.ofMinutes(4)));

        assertThat(heard.words).containsExactly("warning");
    }

    @Test
    void whoHasBeenWarnedOfAnEndIsNotWarnedOfItAgainWhenTheServerSaysYes() {
        AuthSession session = session(Duration.ofMinutes(1));
        OnEdt.run(() -> watch.start(session));
        look();

        OnEdt.run(() -> watch.start(session));
        look();

        assertThat(OnEdt.get(watch::isWarning)).isTrue();
        assertThat(heard.words).containsExactly("warning");
    }

    @Test
    void aLaterEndIsWarnedOfInItsOwnTime() {
        start(Duration.ofMinutes(1));
        look();

        start(Duration.ofSeconds(150));
        assertThat(OnEdt.get(watch::isWarning)).isFalse();
        time.pass(Duration.ofSeconds(31));
        assertThat(heard.words).containsExactly("warning", "warning");
    }

    @Test
    void aSessionThatHasLostItsEndIsNotWarnedOf() {
        start(Duration.ofMinutes(1));
        look();

        start(null);

        assertThat(OnEdt.get(watch::isWarning)).isFalse();
    }

    @Test
    void theNextSessionIsWarnedOfAlthoughTheOneBeforeWas() {
        start(Duration.ofMinutes(1));
        look();
        OnEdt.run(watch::stop);
        assertThat(OnEdt.get(watch::isWarning)).isFalse();

        start(Duration.ofMinutes(1));
        look();

        assertThat(heard.words).containsExactly("warning", "warning");
    }

    @ParameterizedTest
    @CsvSource({"PT1M, , PT1M", "PT10M, , PT5M", "PT5M, , PT5M", "PT10M, PT1H, PT10M", "PT1M, PT1H, PT1M"})
    void aSessionWhoseEndIsNotKnownIsAskedAboutEveryFiveMinutesAtLeast(
            Duration interval, @Nullable Duration lifetime, Duration due) {
        OnEdt.run(() -> watch.setInterval(interval));
        start(lifetime);
        time.pass(due.minus(MILLI));
        look();
        assertThat(heard.words).isEmpty();

        time.pass(MILLI);
        look();
        assertThat(heard.words).containsExactly("confirmation");
    }

    @Test
    void noTimerIsLateForAQuestion() {
        OnEdt.run(() -> watch.setInterval(Duration.ofSeconds(33)));
        start(null);

        time.pass(Duration.ofSeconds(33).plus(MILLI));

        assertThat(heard.words).containsExactly("confirmation");
    }

    @Test
    void aShorterIntervalHoldsFromNowOn() {
        start(null);
        time.pass(Duration.ofSeconds(5));

        OnEdt.run(() -> watch.setInterval(Duration.ofSeconds(2)));
        time.pass(Duration.ofSeconds(2));
        assertThat(heard.words).isEmpty();

        time.pass(MILLI);
        assertThat(heard.words).containsExactly("confirmation");
    }

    @Test
    void afterAYesTheFirstFailureIsFollowedByTheShortestWait() {
        start(null);
        for (int seconds : new int[] {15, 30}) {
            unanswered(Reason.SERVER_UNREACHABLE);
            time.pass(Duration.ofSeconds(seconds).plus(MILLI));
        }
        assertThat(heard.words).containsExactly("confirmation", "confirmation");

        start(null);
        unanswered(Reason.SERVER_UNREACHABLE);
        time.pass(Duration.ofSeconds(15).plus(MILLI));

        assertThat(heard.words).hasSize(3);
    }

    @Test
    void theGraceEndsAtItsVeryMoment() {
        OnEdt.run(() -> watch.setOfflineGrace(Duration.ofSeconds(44)));
        start(null);
        unanswered(Reason.SERVER_UNREACHABLE);
        time.pass(Duration.ofSeconds(44).minus(MILLI));
        look();
        assertThat(heard.words).doesNotContain("lost");

        time.pass(MILLI);
        look();
        assertThat(heard.words).endsWith("lost");
    }

    @Test
    void noTimerIsLateForTheEndOfTheGrace() {
        OnEdt.run(() -> watch.setOfflineGrace(Duration.ofSeconds(14)));
        start(null);
        unanswered(Reason.SERVER_UNREACHABLE);

        time.pass(Duration.ofSeconds(14).plus(MILLI));

        assertThat(heard.words).containsExactly("lost");
    }

    @Test
    void aGraceThatIsOverAlreadyEndsTheSessionAtOnce() {
        start(null);
        unanswered(Reason.SERVER_UNREACHABLE);
        time.pass(Duration.ofSeconds(14));

        OnEdt.run(() -> watch.setOfflineGrace(Duration.ofSeconds(14)));

        assertThat(heard.words).containsExactly("lost");
    }

    @Test
    void aFailureThatIsHeardOfAfterTheGraceEndsTheSessionAtOnce() {
        OnEdt.run(() -> watch.setOfflineGrace(Duration.ofSeconds(14)));
        start(null);
        time.pass(Duration.ofSeconds(15));

        unanswered(Reason.SERVER_UNREACHABLE);

        assertThat(heard.words).containsExactly("lost");
    }

    @Test
    void anIdleLimitThatIsOverAlreadyLocksAtOnce() {
        start(null);
        time.pass(Duration.ofMinutes(4));

        OnEdt.run(() -> watch.setIdleLimit(Duration.ofMinutes(4)));

        assertThat(OnEdt.get(watch::idleLimit)).isEqualTo(Duration.ofMinutes(4));
        assertThat(heard.words).containsExactly("idle");
    }

    @Test
    void absenceIsCountedWhereThereIsALimitAndSomethingToWatch() {
        OnEdt.run(() -> watch.setIdleLimit(Duration.ofMinutes(4)));
        assertThat(OnEdt.get(watch::isCountingAbsence)).isFalse();
        start(null);
        assertThat(OnEdt.get(watch::isCountingAbsence)).isTrue();
        OnEdt.run(() -> watch.setIdleLimit(null));
        assertThat(OnEdt.get(watch::isCountingAbsence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT1H, ", ", PT5M"})
    void whoSleptLongerThanTheIdleLimitFindsTheLockWhateverElseIsOver(
            @Nullable Duration lifetime, @Nullable Duration grace) {
        OnEdt.run(() -> watch.setIdleLimit(Duration.ofMinutes(30)));
        start(lifetime);
        if (grace != null) {
            OnEdt.run(() -> watch.setOfflineGrace(grace));
            unanswered(Reason.SERVER_UNREACHABLE);
        }
        time.sleep(Duration.ofHours(2));

        look();

        assertThat(heard.words).containsExactly("idle");
    }

    @Test
    void aMinuteMoreOrLessOnTheWallClockIsNoSleep() {
        start(null);
        time.jump(Duration.ofSeconds(60));
        look();
        assertThat(heard.words).isEmpty();

        time.jump(Duration.ofSeconds(60).plusNanos(1));
        look();
        assertThat(heard.words).containsExactly("woke");
    }

    @Test
    void aTimerThatIsAMinuteLateHasNotSlept() {
        start(null);
        time.sleep(Duration.ofSeconds(70));
        look();
        assertThat(heard.words).isEmpty();

        time.sleep(Duration.ofSeconds(70).plusNanos(1));
        look();
        assertThat(heard.words).containsExactly("woke");
    }

    @Test
    void oneTimerIsEnough() {
        start(Duration.ofMinutes(3));
        look();
        look();
        assertThat(time.pending()).isEqualTo(1);

        OnEdt.run(watch::stop);
        assertThat(time.pending()).isZero();
    }

    @Test
    void noTimerRunsWhileThereIsNothingToWatch() {
        look();
        assertThat(time.pending()).as("nobody").isZero();

        OnEdt.run(watch::startForUser);
        assertThat(time.pending()).as("a user who may stay away for ever").isZero();

        OnEdt.run(() -> watch.setIdleLimit(Duration.ofMinutes(4)));
        assertThat(time.pending()).as("a user who may not").isEqualTo(1);

        start(null);
        OnEdt.run(watch::pause);
        look();
        assertThat(time.pending()).as("nothing is displayed").isZero();
    }

    @Test
    void aWatchThatHasBeenStoppedSaysNothing() {
        OnEdt.run(() -> watch.setIdleLimit(Duration.ofMinutes(1)));
        start(Duration.ofMinutes(3));
        OnEdt.run(watch::stop);

        time.pass(Duration.ofHours(1));
        look();

        assertThat(heard.words).isEmpty();
    }

    /** Writes down what it hears, and does what its owner has to do. */
    private final class Heard implements SessionWatch.Listener {

        private final List<String> words = new ArrayList<>();

        private void end(String word) {
            words.add(word);
            watch.stop();
        }

        @Override
        public void expired() {
            end("expired");
        }

        @Override
        public void idle() {
            end("idle");
        }

        @Override
        public void woke() {
            end("woke");
        }

        @Override
        public void lost(AuthException why) {
            end("lost");
        }

        @Override
        public void confirmationDue() {
            words.add("confirmation");
            watch.asked();
        }

        @Override
        public void warningDue() {
            words.add("warning");
        }
    }
}
