package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JPanel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What time does to a session: no test here waits for it. */
class SessionTimeTest {

    private final ScriptedService service = new ScriptedService();
    private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
    private AuthModel model;

    @BeforeEach
    void start() {
        model = new AuthModel(service, time, time, time);
    }

    private AuthSession session(Duration lifetime) {
        return AuthSession.of(
                AuthUser.builder("7", "ann").build(),
                AccessToken.of(
                        "a.token", lifetime == null ? null : time.instant().plus(lifetime)));
    }

    private AuthSession logIn(Duration lifetime) {
        AuthSession session = session(lifetime);
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().answer.complete(session);
        OnEdt.settle();
        assertThat(state()).isEqualTo(State.LOGGED_IN);
        return session;
    }

    private State state() {
        return OnEdt.get(model::getState);
    }

    private Reason reason() {
        return OnEdt.get(
                () -> model.getFailure() == null ? null : model.getFailure().reason());
    }

    /** Answers the latest question whether the session holds, and waits until that has sunk in. */
    private void answer(AuthSession session) {
        service.revalidations.get(service.revalidations.size() - 1).complete(session);
        OnEdt.settle();
    }

    private void refuse(AuthException why) {
        service.revalidations.get(service.revalidations.size() - 1).completeExceptionally(why);
        OnEdt.settle();
    }

    /** Lets time pass until so many questions have been put; none takes longer than the interval and a fifth. */
    private void passUntilAsked(int questions) {
        int longest = 361 * (questions - service.revalidations.size());
        for (int seconds = 0; seconds < longest && service.revalidations.size() < questions; seconds++) {
            time.pass(Duration.ofSeconds(1));
        }
        assertThat(service.revalidations).hasSize(questions);
    }

    /** Lets time pass in small steps, each question failing in the same way. */
    private void passFailing(Duration duration, AuthException why) {
        Duration left = duration;
        Duration step = Duration.ofSeconds(5);
        while (!left.isZero()) {
            time.pass(step);
            service.revalidations.forEach(question -> question.completeExceptionally(why));
            OnEdt.settle();
            left = left.minus(step);
        }
    }

    @Test
    void aSessionEndsWhenItsTokenDoesAndNotBefore() {
        logIn(Duration.ofMinutes(3));

        time.pass(Duration.ofSeconds(179));
        assertThat(state()).isEqualTo(State.LOGGED_IN);

        time.pass(Duration.ofSeconds(2));
        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(service.loggedOut).as("its stored token is forgotten").hasSize(1);
    }

    @Test
    void aTokenThatHasEndedAlreadyLocksAtOnce() {
        logIn(Duration.ofSeconds(-1));

        time.pass(Duration.ofMillis(10));

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"PT8H", "PT-8H", "P3650D", "P-3650D", "PT61S", "PT-61S"})
    void whenTheWallClockJumpsTheServerDecidesWhileTheContentIsCovered(Duration jump) {
        AuthSession session = logIn(Duration.ofHours(12));

        time.jump(jump);
        time.pass(Duration.ofSeconds(11));

        assertThat(state()).isEqualTo(State.RESTORING);
        assertThat(service.revalidations).hasSize(1);
        assertThat(OnEdt.get(() -> model.getLockedUser().id())).isEqualTo("7");
        answer(session);
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT-59S", "PT1S"})
    void aSmallCorrectionOfTheWallClockGoesUnnoticed(Duration jump) {
        logIn(Duration.ofHours(12));

        time.jump(jump);
        time.pass(Duration.ofSeconds(11));

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aWrongClockNeitherShortensNorProlongsASession() {
        logIn(Duration.ofMinutes(30));
        time.jump(Duration.ofDays(3_650));
        time.pass(Duration.ofSeconds(11));
        answer(AuthSession.of(
                AuthUser.builder("7", "ann").build(),
                AccessToken.of("a.token", time.instant().plus(Duration.ofMinutes(4)))));

        time.pass(Duration.ofSeconds(235));
        assertThat(state()).isEqualTo(State.LOGGED_IN);
        time.pass(Duration.ofSeconds(6));
        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aSleepDuringWhichTheMonotonicClockWentOnIsNoticedAsWell() {
        logIn(Duration.ofHours(12));

        time.sleep(Duration.ofHours(8));
        time.pass(Duration.ofMillis(1));

        assertThat(state()).isEqualTo(State.RESTORING);
    }

    @Test
    void afterASleepANoOfTheServerLocks() {
        logIn(Duration.ofHours(12));
        time.jump(Duration.ofHours(8));
        time.pass(Duration.ofSeconds(11));

        refuse(new AuthException(Reason.SESSION_EXPIRED));

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(time.pending()).isZero();
    }

    @Test
    void afterASleepWithoutNetworkTheContentStaysCoveredAndComesBackWithTheServer() {
        AuthSession session = logIn(Duration.ofHours(12));
        time.jump(Duration.ofHours(8));
        time.pass(Duration.ofSeconds(11));
        refuse(new AuthException(Reason.SERVER_UNREACHABLE));
        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(Reason.SERVER_UNREACHABLE);

        time.pass(Duration.ofSeconds(7));
        assertThat(service.revalidations).hasSize(2);
        assertThat(state()).isEqualTo(State.LOCKED);
        answer(session);

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void onceTheUserHasBegunToTypeNothingHappensBehindTheirBack() {
        logIn(Duration.ofHours(12));
        time.jump(Duration.ofHours(8));
        time.pass(Duration.ofSeconds(11));
        refuse(new AuthException(Reason.SERVER_UNREACHABLE));

        OnEdt.run(() -> model.life().happen(AuthStates.Event.TYPED));
        time.pass(Duration.ofHours(1));

        assertThat(service.revalidations).hasSize(1);
        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void anExplicitLockDuringAnOutageNeedsThePassword() {
        AuthSession session = logIn(Duration.ofHours(12));
        time.jump(Duration.ofHours(8));
        time.pass(Duration.ofSeconds(11));
        refuse(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.run(model::lock);
        time.pass(Duration.ofMinutes(10));

        assertThat(service.revalidations).hasSize(1);
        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(session.user().id()).isEqualTo("7");
    }

    @Test
    void theServerIsAskedAboutEveryFiveMinutes() {
        AuthSession session = logIn(Duration.ofHours(12));

        time.pass(Duration.ofSeconds(239));
        assertThat(service.revalidations).isEmpty();
        passUntilAsked(1);

        answer(session);
        time.pass(Duration.ofSeconds(239));
        assertThat(service.revalidations).hasSize(1);
        passUntilAsked(2);
    }

    @Test
    void theIntervalCanBeSet() {
        logIn(Duration.ofHours(12));
        OnEdt.run(() -> model.setRevalidationInterval(Duration.ofMinutes(1)));

        time.pass(Duration.ofSeconds(73));

        assertThat(service.revalidations).hasSize(1);
    }

    @Test
    void aSessionWithoutAKnownEndIsAskedForEveryFiveMinutesAtLeast() {
        OnEdt.run(() -> model.setRevalidationInterval(Duration.ofHours(2)));
        logIn(null);

        passUntilAsked(1);

        assertThat(service.revalidations).hasSize(1);
    }

    @Test
    void onlyOneQuestionIsUnderWayAtATime() {
        logIn(Duration.ofHours(12));

        passUntilAsked(4);

        assertThat(service.revalidations.subList(0, 3)).allMatch(CompletableFuture::isCancelled);
        assertThat(service.revalidations.get(3)).isNotDone();
    }

    @Test
    void aQuestionThatIsNotAnsweredWithinTwoMinutesIsGivenUp() {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);

        time.pass(Duration.ofSeconds(118));
        assertThat(service.revalidations.get(0)).isNotDone();
        time.pass(Duration.ofSeconds(3));

        assertThat(service.revalidations.get(0)).isCancelled();
    }

    @Test
    void aServiceThatNeverAnswersIsOutOfReach() {
        logIn(Duration.ofHours(12));

        time.pass(Duration.ofSeconds(1_795));
        assertThat(state()).isEqualTo(State.LOGGED_IN);
        time.pass(Duration.ofSeconds(10));

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
    }

    @Test
    void aServiceThatNeverAnswersIsAskedAgainWhileTheContentIsCovered() {
        AuthSession session = logIn(Duration.ofHours(12));
        time.pass(Duration.ofMinutes(31));
        assertThat(state()).isEqualTo(State.LOCKED);
        int askedBefore = service.revalidations.size();

        passUntilAsked(askedBefore + 2);
        answer(session);

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theServerIsStillAskedAfterAnAttemptToProlongTheSessionHasCutAQuestionShort(boolean isCancelled) {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);
        OnEdt.run(() -> model.login(new Credentials("ann", "wrong".toCharArray(), false)));
        assertThat(service.revalidations.get(0)).isCancelled();

        if (isCancelled) {
            OnEdt.run(model::cancel);
        } else {
            service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        }
        OnEdt.settle();
        time.pass(Duration.ofMinutes(3));

        assertThat(service.revalidations).hasSizeGreaterThan(1);
    }

    @Test
    void theServerIsStillAskedAfterAWindowWasClosedDuringAQuestionAndHasComeBack() {
        JPanel window = OnEdt.get(() -> {
            JPanel panel = new JPanel();
            panel.add(new AuthGate(model, session -> new JPanel()));
            panel.addNotify();
            return panel;
        });
        OnEdt.settle();
        logIn(Duration.ofHours(12));
        passUntilAsked(1);

        OnEdt.run(window::removeNotify);
        OnEdt.settle();
        OnEdt.run(window::addNotify);
        OnEdt.settle();
        time.pass(Duration.ofMinutes(3));

        assertThat(service.revalidations).hasSizeGreaterThan(1);
    }

    @Test
    void aYesReplacesTheSession() {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);
        AuthSession renewed = session(Duration.ofHours(12));

        answer(renewed);

        assertThat(OnEdt.get(model::getSession)).isSameAs(renewed);
    }

    @Test
    void aYesForAnotherUserLocks() {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);

        answer(ScriptedService.session("8", "eve"));

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"SESSION_EXPIRED", "ACCOUNT_REFUSED"})
    void aDefiniteNoLocksAtOnce(Reason reason) {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);

        refuse(new AuthException(reason));

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_UNREACHABLE, timeout",
        "TOO_MANY_ATTEMPTS, too_many_attempts",
        "SERVER_FAULT, server_unavailable",
        "SERVER_FAULT, server_error",
    })
    void whileTheServerIsDownASessionGoesOnForHalfAnHourSinceTheLastYes(Reason reason, String code) {
        logIn(Duration.ofHours(12));

        passFailing(Duration.ofSeconds(1_795), new AuthException(reason, code, null));
        assertThat(state()).isEqualTo(State.LOGGED_IN);

        passFailing(Duration.ofSeconds(10), new AuthException(reason, code, null));
        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_FAULT, not_wordpress",
        "SERVER_FAULT, site_moved",
        "SERVER_NOT_TRUSTED, server_not_trusted",
        "CLIENT_REFUSED, api_key_invalid",
    })
    void aServerThatAnswersButNotAsItShouldIsGivenFiveMinutes(Reason reason, String code) {
        OnEdt.run(() -> model.setRevalidationInterval(Duration.ofMinutes(1)));
        logIn(Duration.ofHours(12));

        passFailing(Duration.ofSeconds(295), new AuthException(reason, code, null));
        assertThat(state()).isEqualTo(State.LOGGED_IN);

        passFailing(Duration.ofSeconds(10), new AuthException(reason, code, null));
        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void anOutageNeverProlongsASessionBeyondItsEnd() {
        logIn(Duration.ofMinutes(10));

        passFailing(Duration.ofSeconds(605), new AuthException(Reason.SERVER_UNREACHABLE));

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void theGraceCanBeSet() {
        OnEdt.run(() -> model.setOfflineGrace(Duration.ofMinutes(8)));
        logIn(Duration.ofHours(12));

        passFailing(Duration.ofSeconds(490), new AuthException(Reason.SERVER_UNREACHABLE));

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void aYesAfterAnOutageIsAYes() {
        AuthSession session = logIn(Duration.ofHours(12));
        passFailing(Duration.ofMinutes(20), new AuthException(Reason.SERVER_UNREACHABLE));
        passUntilAsked(service.revalidations.size() + 1);
        answer(session);

        passFailing(Duration.ofMinutes(29), new AuthException(Reason.SERVER_UNREACHABLE));

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void retriesBecomeRarerAndTheServersWishIsRespected() {
        logIn(Duration.ofHours(12));
        passUntilAsked(1);
        refuse(new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(Duration.ofSeconds(100)));

        time.pass(Duration.ofSeconds(99));
        assertThat(service.revalidations).hasSize(1);
        time.pass(Duration.ofSeconds(2));
        assertThat(service.revalidations).hasSize(2);
        refuse(new AuthException(Reason.SERVER_UNREACHABLE));

        time.pass(Duration.ofSeconds(23));
        assertThat(service.revalidations).hasSize(2);
        time.pass(Duration.ofSeconds(14));
        assertThat(service.revalidations).hasSize(3);
    }

    @Test
    void theUserIsWarnedTwoMinutesAheadAndOnlyOnce() {
        logIn(Duration.ofMinutes(30));
        assertThat(isWarning()).isFalse();
        AuthSession session = OnEdt.get(model::getSession);

        passConfirming(Duration.ofSeconds(1_679), session);
        assertThat(isWarning()).isFalse();
        passConfirming(Duration.ofSeconds(2), session);
        assertThat(isWarning()).isTrue();

        passConfirming(Duration.ofSeconds(110), session);
        assertThat(isWarning()).isTrue();
        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    private void passConfirming(Duration duration, AuthSession session) {
        Duration left = duration;
        while (!left.isZero()) {
            time.pass(Duration.ofSeconds(1));
            service.revalidations.forEach(question -> question.complete(session));
            OnEdt.settle();
            left = left.minusSeconds(1);
        }
    }

    private boolean isWarning() {
        return OnEdt.get(() -> model.life().watch().isWarning());
    }

    @Test
    void aRenewedSessionIsNotWarnedOf() {
        logIn(Duration.ofMinutes(3));
        time.pass(Duration.ofSeconds(70));
        assertThat(isWarning()).isTrue();

        logIn(Duration.ofMinutes(30));

        assertThat(isWarning()).isFalse();
    }

    @Test
    void anUnusedApplicationLocks() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        AuthSession session = logIn(Duration.ofHours(12));

        passConfirming(Duration.ofSeconds(899), session);
        assertThat(state()).isEqualTo(State.LOGGED_IN);
        passConfirming(Duration.ofSeconds(2), session);

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void useOfTheApplicationKeepsItOpen() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        AuthSession session = logIn(Duration.ofHours(12));
        for (int i = 0; i < 4; i++) {
            passConfirming(Duration.ofMinutes(14), session);
            OnEdt.run(() -> model.life().watch().userActive());
        }

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void whoComesBackToAMachineThatSleptFindsTheIdleLock() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        logIn(Duration.ofHours(12));

        time.jump(Duration.ofHours(1));
        time.pass(Duration.ofSeconds(2));
        OnEdt.run(() -> model.life().watch().userActive());

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(service.revalidations).isEmpty();
    }

    @Test
    void whoIsAwayDuringAnOutageFindsTheIdleLock() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        OnEdt.run(() -> model.setOfflineGrace(Duration.ofMinutes(8)));
        logIn(Duration.ofHours(12));
        passFailing(Duration.ofMinutes(9), new AuthException(Reason.SERVER_UNREACHABLE));
        assertThat(OnEdt.get(() -> model.life().state().phase())).isEqualTo(AuthStates.Phase.OUT_OF_REACH);

        passFailing(Duration.ofSeconds(365), new AuthException(Reason.SERVER_UNREACHABLE));
        assertThat(OnEdt.get(() -> model.life().state().phase())).isEqualTo(AuthStates.Phase.LOCKED);
        int asked = service.revalidations.size();
        time.pass(Duration.ofHours(1));

        assertThat(service.revalidations).as("nothing opens it but its user").hasSize(asked);
    }

    @Test
    void whoIsAwayWhileTheServerIsAskedAfterASleepFindsTheIdleLock() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        AuthSession session = logIn(Duration.ofHours(12));
        passConfirming(Duration.ofSeconds(895), session);
        time.jump(Duration.ofSeconds(-120));
        time.pass(Duration.ofSeconds(4));
        OnEdt.run(() -> model.setRevalidationInterval(Duration.ofMinutes(6)));
        assertThat(state()).isEqualTo(State.RESTORING);

        time.pass(Duration.ofSeconds(2));

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void theServersYesIsNoSignOfLife() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        AuthSession session = logIn(Duration.ofHours(12));
        passConfirming(Duration.ofMinutes(10), session);
        time.jump(Duration.ofMinutes(2));
        time.pass(Duration.ofSeconds(11));
        assertThat(state()).isEqualTo(State.RESTORING);
        answer(session);
        assertThat(state()).isEqualTo(State.LOGGED_IN);

        passConfirming(Duration.ofSeconds(291), session);

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @Test
    void whoIsThereDuringAnOutageComesBackWithTheServer() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        OnEdt.run(() -> model.setOfflineGrace(Duration.ofMinutes(8)));
        AuthSession session = logIn(Duration.ofHours(12));
        for (int minute = 0; minute < 40; minute++) {
            passFailing(Duration.ofMinutes(1), new AuthException(Reason.SERVER_UNREACHABLE));
            OnEdt.run(() -> model.life().watch().userActive());
        }
        service.revalidations.clear();
        passConfirming(Duration.ofMinutes(7), session);

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aStoredSessionDoesNotOpenForNobodyOnceTheServerIsBack() {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();

        time.pass(Duration.ofMinutes(16));
        int asked = service.restores.size();
        time.pass(Duration.ofHours(1));

        assertThat(service.restores).hasSize(asked);
        assertThat(service.restores.get(asked - 1)).isCancelled();
        assertThat(state()).isEqualTo(State.LOGGED_OUT);
    }

    @Test
    void withoutAnIdleLockNobodyIsLockedForBeingAway() {
        AuthSession session = logIn(Duration.ofHours(100));

        passConfirming(Duration.ofHours(3), session);

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aStoredSessionIsLookedForAgainWhileTheServerIsOutOfReach() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        assertThat(state()).isEqualTo(State.LOGGED_OUT);
        assertThat(reason()).isEqualTo(Reason.SERVER_UNREACHABLE);

        time.pass(Duration.ofSeconds(7));
        assertThat(service.restores).hasSize(2);
        assertThat(state()).as("the form stays as it is").isEqualTo(State.LOGGED_OUT);
        service.restores.get(1).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        time.pass(Duration.ofSeconds(13));
        assertThat(service.restores).hasSize(3);
        service.restores.get(2).complete(Optional.of(session(Duration.ofHours(1))));
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOGGED_IN);
    }

    @Test
    void aRefusedStoredSessionIsNotLookedForAgain() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
        OnEdt.settle();

        assertThat(time.pending()).isZero();
        assertThat(reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void aRefusalDuringTheRetriesEndsThem() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        time.pass(Duration.ofSeconds(7));
        service.restores.get(1).completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
        OnEdt.settle();

        assertThat(reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(time.pending()).isZero();
    }

    @Test
    void loggingInEndsTheRetries() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        CompletableFuture<Optional<AuthSession>> first = service.restores.get(0);
        first.completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        time.pass(Duration.ofSeconds(7));
        OnEdt.run(() -> model.login(new Credentials("eve", "secret".toCharArray(), false)));

        assertThat(service.restores.get(1)).isCancelled();
        service.restores.get(1).complete(Optional.of(session(Duration.ofHours(1))));
        time.pass(Duration.ofHours(1));
        assertThat(service.restores).hasSize(2);
        assertThat(state()).isEqualTo(State.LOGGING_IN);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void whenTheLastGateIsGoneNoTimerIsLeft(State state) {
        OnEdt.run(() -> model.setIdleLock(Duration.ofMinutes(15)));
        JPanel window = OnEdt.get(() -> {
            JPanel panel = new JPanel();
            panel.addNotify();
            return panel;
        });
        service.holdsRestore = true;
        AuthGate gate = OnEdt.get(() -> {
            AuthGate made = new AuthGate(model, session -> new JPanel());
            window.add(made);
            return made;
        });
        OnEdt.settle();
        bringTo(state);

        OnEdt.run(() -> window.remove(gate));
        OnEdt.settle();

        assertThat(time.pending()).isZero();
        time.pass(Duration.ofHours(5));
        assertThat(service.revalidations).hasSizeLessThanOrEqualTo(1);
    }

    private void bringTo(State state) {
        if (state == State.RESTORING) {
            return;
        }
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        if (state == State.LOGGING_IN) {
            OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        } else if (state != State.LOGGED_OUT) {
            logIn(Duration.ofMinutes(30));
        }
        if (state == State.LOCKED) {
            OnEdt.run(model::lock);
        }
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void aGateThatComesBackAfterTheEndOfTheSessionIsLocked() {
        JPanel window = OnEdt.get(() -> {
            JPanel panel = new JPanel();
            panel.addNotify();
            return panel;
        });
        AuthGate gate = OnEdt.get(() -> {
            AuthGate made = new AuthGate(model, session -> new JPanel());
            window.add(made);
            return made;
        });
        OnEdt.settle();
        logIn(Duration.ofMinutes(30));
        OnEdt.run(() -> window.remove(gate));
        OnEdt.settle();
        time.pass(Duration.ofMinutes(31));
        assertThat(state()).isEqualTo(State.LOGGED_IN);

        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(OnEdt.get(() -> gate.getComponent(0))).isInstanceOf(LoginPanel.class);
    }

    /** As a host says "for ever", or nearly so. */
    private static final Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    @Test
    void noTimeIsTooLongToBeSet() {
        OnEdt.run(() -> {
            model.setOfflineGrace(FOR_EVER);
            model.setIdleLock(FOR_EVER);
            model.setExpiryWarning(FOR_EVER);
            model.setRevalidationInterval(FOR_EVER);
        });
        logIn(Duration.ofHours(1));

        time.pass(Duration.ofSeconds(3_601));

        assertThat(state()).isEqualTo(State.LOCKED);
        assertThat(OnEdt.get(model::getOfflineGrace)).isEqualTo(FOR_EVER);
    }

    @Test
    void noGraceIsTooLongToBeCounted() {
        OnEdt.run(() -> model.setOfflineGrace(FOR_EVER));
        logIn(Duration.ofHours(1));

        passFailing(Duration.ofSeconds(3_605), new AuthException(Reason.SERVER_UNREACHABLE));

        assertThat(state()).isEqualTo(State.LOCKED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noServiceCanAskForTooMuchPatience(boolean isOpen) {
        AuthSession session = logIn(Duration.ofHours(1));
        if (isOpen) {
            passUntilAsked(1);
        } else {
            time.jump(Duration.ofHours(8));
            time.pass(Duration.ofSeconds(11));
            refuse(new AuthException(Reason.SERVER_UNREACHABLE));
            time.pass(Duration.ofSeconds(7));
        }

        refuse(new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(FOR_EVER));

        assertThat(time.pending()).isPositive();
        assertThat(session.user().id()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void noEndOfATokenIsTooFarAway(String end) {
        AuthSession session = AuthSession.of(
                AuthUser.builder("7", "ann").build(), AccessToken.of("a.token", java.time.Instant.parse(end)));
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().answer.complete(session);
        OnEdt.settle();
        time.pass(Duration.ofSeconds(1));

        assertThat(state()).isEqualTo(end.startsWith("-") ? State.LOCKED : State.LOGGED_IN);
        assertThat(time.pending()).isEqualTo(end.startsWith("-") ? 0 : 1);
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> model.setExpiryWarning(Duration.ofSeconds(19)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20");
        assertThatThrownBy(() -> model.setRevalidationInterval(Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.setIdleLock(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> model.setOfflineGrace(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(model.getExpiryWarning()).isEqualTo(Duration.ofMinutes(2));
        assertThat(model.getRevalidationInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(model.getOfflineGrace()).isEqualTo(Duration.ofMinutes(30));
        assertThat(model.getIdleLock()).isNull();
    }
}
