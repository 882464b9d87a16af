package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does not get in although the server says yes: a screen on which the work of somebody else stands in the way. */
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

    /** A screen with the work of one user on it, or of nobody. */
    private static final class BlockedScreen implements Screen {

        private @Nullable String owner = "7";

        @Override
        public void update() {}

        @Override
        public boolean isBlockedFor(AuthUser newcomer) {
            return owner != null && !newcomer.id().equals(owner);
        }
    }
}
