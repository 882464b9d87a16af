package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a session, on a screen on which the work of somebody else may stand in the way. */
class SessionLifeTest {

    private final ScriptedService service = new ScriptedService();
    private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
    private final BlockedScreen screen = new BlockedScreen();
    private SessionLife life;

    @BeforeEach
    void start() {
        service.holdsRestore = true;
        life = new SessionLife(service, new Notifications(this), screen, time, time, time, () -> 0.5);
    }

    private void beOutOfReachAtFirst() {
        OnEdt.run(() -> {
            life.happen(Event.RESTORE);
            service.restores.get(0).completeExceptionally(ScriptedService.failure(Reason.SERVER_UNREACHABLE));
        });
        OnEdt.settle();
        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.UNRESTORED);
        time.pass(Duration.ofSeconds(20));
        assertThat(service.restores).as("asked again in the background").hasSize(2);
    }

    private void answer(int restore, String id, String name) {
        service.restores.get(restore).complete(Optional.of(ScriptedService.session(id, name)));
        OnEdt.settle();
    }

    @Test
    void aStoredSessionThatIsConfirmedInTheBackgroundIsNotOpenedBehindTheWorkOfSomebodyElse() {
        beOutOfReachAtFirst();
        answer(1, "8", "bob");

        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.LOGGED_OUT);
        assertThat(OnEdt.get(() -> life.state().failure().code())).isEqualTo("dialog_of_another");
        assertThat(service.loggedOut).as("what is stored stays stored").isEmpty();
        assertThat(service.forgotten.get()).isZero();
    }

    @Test
    void aStoredSessionOfTheUserWhoseWorkItIsIsOpened() {
        beOutOfReachAtFirst();
        answer(1, "7", "ann");

        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.LOGGED_IN);
    }

    @Test
    void whoIsInAlreadyProlongsTheSessionWhateverStandsOnTheScreen() {
        OnEdt.run(() -> life.happen(Event.RESTORE));
        screen.owner = "8";
        answer(0, "8", "bob");
        screen.owner = "7";
        OnEdt.run(() -> life.login(new Credentials("bob", new char[] {'x'}, false)));
        service.login().grant("8", "bob");
        OnEdt.settle();

        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.LOGGED_IN);
        assertThat(OnEdt.get(() -> life.state().failure())).isNull();
        assertThat(service.kept).hasSize(1);
    }

    /** Lets ann in, presents credentials to prolong the session, and has hers asked about before they are answered. */
    private AuthSession presentWhileAnnsSessionIsAskedAbout(String name) {
        OnEdt.run(() -> life.login(new Credentials("ann", new char[] {'x'}, false)));
        service.login().grant("7", "ann");
        OnEdt.settle();
        screen.owner = null;
        AuthSession anns = OnEdt.get(() -> life.state().session());
        OnEdt.run(() -> life.login(new Credentials(name, new char[] {'x'}, false)));
        time.pass(Duration.ofMinutes(7));
        assertThat(service.revalidations).as("asked in the background").hasSize(1);
        return anns;
    }

    @Test
    void aLateYesToTheSessionOfTheUserBeforeDoesNotTakeThePlaceOfTheNextOne() {
        AuthSession anns = presentWhileAnnsSessionIsAskedAbout("bob");
        service.lastLogin().grant("8", "bob");
        OnEdt.settle();
        service.revalidations.get(0).complete(ScriptedService.confirmed(anns));
        OnEdt.settle();

        assertThat(OnEdt.get(() -> life.state().user().getName())).isEqualTo("bob");
        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.LOGGED_IN);
    }

    @Test
    void aLateNoToASessionThatHasBeenProlongedDoesNotLock() {
        presentWhileAnnsSessionIsAskedAbout("ann");
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();
        service.revalidations.get(0).completeExceptionally(ScriptedService.failure(Reason.SESSION_EXPIRED));
        OnEdt.settle();

        assertThat(OnEdt.get(() -> life.state().phase())).isEqualTo(Phase.LOGGED_IN);
    }

    @Test
    void aLateYesToASessionThatHasBeenProlongedDoesNotBringItBack() {
        AuthSession before = presentWhileAnnsSessionIsAskedAbout("ann");
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();
        service.revalidations.get(0).complete(ScriptedService.confirmed(before));
        OnEdt.settle();

        assertThat(OnEdt.get(() -> life.state().session().accessToken().value()))
                .isNotEqualTo(before.accessToken().value());
    }

    private void logIn(String id, String name) {
        screen.owner = null;
        OnEdt.run(() -> life.login(new Credentials(name, new char[] {'x'}, false)));
        service.lastLogin().grant(id, name);
        OnEdt.settle();
        assertThat(phase()).isEqualTo(Phase.LOGGED_IN);
    }

    private Phase phase() {
        return OnEdt.get(() -> life.state().phase());
    }

    @Test
    void aStoredSessionIsNotOpenedBehindTheWorkOfSomebodyElse() {
        OnEdt.run(() -> life.happen(Event.RESTORE));
        answer(0, "8", "bob");

        assertThat(phase()).isEqualTo(Phase.LOGGED_OUT);
        assertThat(OnEdt.get(() -> life.state().failure().code())).isEqualTo("dialog_of_another");
    }

    @Test
    void aSessionThatIsAnothersAfterASleepStaysLocked() {
        logIn("7", "ann");
        time.jump(Duration.ofHours(2));
        time.pass(Duration.ofSeconds(11));
        assertThat(service.revalidations).hasSize(1);

        service.revalidations.get(0).complete(ScriptedService.session("8", "bob"));
        OnEdt.settle();

        assertThat(phase()).isEqualTo(Phase.LOCKED);
        assertThat(OnEdt.get(() -> life.state().failure().code())).isEqualTo("user_mismatch");
        assertThat(OnEdt.get(() -> life.state().user().getName())).isEqualTo("ann");
    }

    @Test
    void theSearchForAStoredSessionGoesOnWhenSomethingIsDisplayedAgain() {
        beOutOfReachAtFirst();
        service.restores.get(1).completeExceptionally(ScriptedService.failure(Reason.SERVER_UNREACHABLE));
        OnEdt.settle();
        OnEdt.run(life::pause);
        time.pass(Duration.ofHours(1));
        assertThat(service.restores).as("nobody is there to see it").hasSize(2);

        OnEdt.run(life::resume);
        time.pass(Duration.ofMinutes(10));

        assertThat(service.restores).hasSizeGreaterThan(2);
    }

    @Test
    void whoIsLoggedInIsNotSearchedForWhenSomethingIsDisplayedAgain() {
        logIn("7", "ann");
        OnEdt.run(life::pause);

        OnEdt.run(life::resume);
        time.pass(Duration.ofMinutes(1));

        assertThat(service.restores).isEmpty();
        assertThat(service.revalidations).isEmpty();
    }

    @Test
    void nobodyWaitsForTheAnswerToAQuestionAboutASessionThatHasBeenLocked() {
        logIn("7", "ann");
        OnEdt.run(life::confirmNow);

        OnEdt.run(() -> life.happen(Event.LOCK));

        assertThat(service.revalidations.get(0)).isCancelled();
    }

    @Test
    void whatIsAskedInTheBackgroundIsNotWaitedForWhileNothingIsDisplayed() {
        logIn("7", "ann");
        OnEdt.run(life::confirmNow);
        OnEdt.run(life::pause);

        service.revalidations.get(0).completeExceptionally(ScriptedService.failure(Reason.SESSION_EXPIRED));
        OnEdt.settle();

        assertThat(phase()).isEqualTo(Phase.LOGGED_IN);
    }

    @Test
    void anOpenSessionIsConfirmedOnDemandByOneQuestionAtATime() {
        OnEdt.run(life::confirmNow);
        assertThat(service.revalidations).as("nobody is logged in").isEmpty();
        logIn("7", "ann");

        OnEdt.run(life::confirmNow);
        OnEdt.run(life::confirmNow);
        assertThat(service.revalidations).hasSize(1);

        service.revalidations
                .get(0)
                .complete(ScriptedService.confirmed(OnEdt.get(() -> life.state().session())));
        OnEdt.settle();
        OnEdt.run(() -> life.happen(Event.LOCK));
        OnEdt.run(life::confirmNow);
        assertThat(service.revalidations).as("locked").hasSize(1);
    }

    @Test
    void aRefusalOfASessionIsIgnoredWhenNobodyIsLoggedIn() {
        OnEdt.run(() -> life.refusedByServer(ScriptedService.session("7", "ann")));

        assertThat(phase()).isEqualTo(Phase.LOGGED_OUT);
        assertThat(service.loggedOut).isEmpty();
    }

    @Test
    void whatWaitsForItsUserIsNotGivenUpBecauseAPasswordWasWrong() {
        logIn("7", "ann");
        OnEdt.run(() -> life.happen(Event.LOCK));
        CompletableFuture<String> call =
                life.calls().make(session -> CompletableFuture.completedFuture("answer"), false);

        OnEdt.run(() -> life.login(new Credentials("ann", new char[] {'y'}, false)));
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        OnEdt.settle();
        assertThat(call).isNotDone();

        OnEdt.run(() -> life.login(new Credentials("ann", new char[] {'x'}, false)));
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();
        assertThat(call).isCompletedWithValue("answer");
    }

    @Test
    void theScreenHearsOfEveryChangeAndOfAWarning() {
        logIn("7", "ann");
        int before = screen.updates;
        OnEdt.run(() -> life.happen(Event.LOCK));
        assertThat(screen.updates).isEqualTo(before + 1);

        OnEdt.run(() -> life.login(new Credentials("ann", new char[] {'x'}, false)));
        service.lastLogin()
                .answer
                .complete(AuthSession.of(
                        AuthUser.builder("7", "ann").build(),
                        AccessToken.of("a.token", time.instant().plusSeconds(150))));
        OnEdt.settle();
        before = screen.updates;
        time.pass(Duration.ofSeconds(31));
        assertThat(screen.updates).as("the session ends in two minutes").isEqualTo(before + 1);
    }

    /** A screen with the work of one user on it, or of nobody. */
    private static final class BlockedScreen implements Screen {

        private @Nullable String owner = "7";
        private volatile int updates;

        @Override
        public void update() {
            updates++;
        }

        @Override
        public boolean isBlockedFor(AuthUser newcomer) {
            return owner != null && !newcomer.id().equals(owner);
        }
    }
}
