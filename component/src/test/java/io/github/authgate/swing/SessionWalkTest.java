package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random walks through the life of a session, with two real gates, a host that misbehaves, a server that says anything at
 * any time, and an observer who knows the promise and nothing of how it is kept: content is visible only if the server has
 * said yes to the latest attempt and nothing has ended the session since.
 *
 * <p>{@code -Dwalk.steps=10000} makes a walk that long; there are 100 of them. The seed is printed, and
 * {@code -Dwalk.seed=} walks the same ways again.
 */
class SessionWalkTest {

    /** Says at every null that it is one. */
    private static final Logger SERVICE_CALLS = Logger.getLogger(ServiceCall.class.getName());

    private static final int WALKS = 100;
    private static final int STEPS = Integer.getInteger("walk.steps", 300);

    /** What can happen. What the observer makes of it is said in {@link Walk}. */
    enum Step {
        ANN_SUBMITS(walk -> walk.submit("ann")),
        EVE_SUBMITS(walk -> walk.submit("eve")),
        CANCEL(walk -> walk.onEdt(walk.model::cancel, walk::attemptEnds)),
        LOGOUT(walk -> walk.onEdt(walk.model::logout, walk::sessionEnds)),
        LOCK(Walk::lock),
        HOST_SAW_EXPIRY(walk -> walk.onEdt(walk.model::sessionExpired, walk::coverEnds)),
        TRY_AGAIN(walk -> walk.onEdt(walk.model::restore, () -> {})),
        KEY_TYPED(walk -> walk.onEdt(() -> walk.model.life().happen(AuthStates.Event.TYPED), () -> {})),
        LOGIN_YES_TO_LATEST(walk -> walk.answerLogin(1, Walk.Answer.YES)),
        LOGIN_YES_TO_EARLIER(walk -> walk.answerLogin(2, Walk.Answer.YES)),
        LOGIN_YES_CROSSES_CANCEL(walk -> walk.loginYesCrosses(walk.model::cancel)),
        LOGIN_YES_CROSSES_LOGOUT(walk -> walk.loginYesCrosses(walk.model::logout)),
        LOGIN_NO(walk -> walk.answerLogin(1, Walk.Answer.no(Reason.INVALID_CREDENTIALS))),
        LOGIN_UNREACHABLE(walk -> walk.answerLogin(1, Walk.Answer.no(Reason.SERVER_UNREACHABLE))),
        LOGIN_ANSWERS_NOTHING(walk -> walk.answerLogin(1, Walk.Answer.NOTHING)),
        RESTORE_YES(walk -> walk.answerRestore(Optional.of("ann"), null)),
        RESTORE_NOTHING(walk -> walk.answerRestore(Optional.empty(), null)),
        RESTORE_NO(walk -> walk.answerRestore(null, Reason.SESSION_EXPIRED)),
        RESTORE_UNREACHABLE(walk -> walk.answerRestore(null, Reason.SERVER_UNREACHABLE)),
        CONFIRM_YES(walk -> walk.answerConfirmation(1, null)),
        CONFIRM_YES_LATE(walk -> walk.answerConfirmation(2, null)),
        CONFIRM_NO(walk -> walk.answerConfirmation(1, Reason.SESSION_EXPIRED)),
        CONFIRM_UNREACHABLE(walk -> walk.answerConfirmation(1, Reason.SERVER_UNREACHABLE)),
        A_SECOND_PASSES(walk -> walk.pass(Duration.ofSeconds(1))),
        A_MINUTE_PASSES(walk -> walk.pass(Duration.ofMinutes(1))),
        TEN_MINUTES_PASS(walk -> walk.pass(Duration.ofMinutes(10))),
        MACHINE_SLEEPS(Walk::sleep),
        USER_MOVES_THE_MOUSE(walk -> walk.onEdt(() -> walk.model.life().watch().userActive(), () -> {})),
        FIRST_GATE_COMES_OR_GOES(walk -> walk.toggle(0)),
        SECOND_GATE_COMES_OR_GOES(walk -> walk.toggle(1)),
        GATE_MOVES_TO_ANOTHER_WINDOW(Walk::moveGate),
        LOOK_CHANGES(Walk::changeLook),
        HOST_ASKS_THE_SERVER(Walk::callHost),
        SERVER_REFUSES_THE_HOST(Walk::refuseHost),
        VETO_IS_SET_OR_LIFTED(walk -> walk.host.vetoing = !walk.host.vetoing),
        RULE_CHANGES(Walk::changeRule),
        NEXT_CONTENT_MISBEHAVES(walk -> walk.host.trouble = walk.oneOf(WalkHost.Trouble.values())),
        NEXT_LOGIN_IS_FOLLOWED_BY_LOGOUT(walk -> walk.host.logsOutAtOnce = true);

        private final Consumer<Walk> action;

        Step(Consumer<Walk> action) {
            this.action = action;
        }
    }

    @BeforeAll
    static void silence() {
        SERVICE_CALLS.setLevel(Level.OFF);
    }

    @AfterAll
    static void letSpeak() {
        SERVICE_CALLS.setLevel(null);
    }

    @Test
    void contentIsVisibleOnlyOnTheLatestWordOfTheServer() {
        long seed = Long.getLong("walk.seed", System.nanoTime());
        System.out.println(WALKS + " walks of " + STEPS + " steps, -Dwalk.seed=" + seed);
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < WALKS; i++) {
            long walkSeed = seeds.nextLong();
            try {
                walk(walkSeed, STEPS);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("walk " + i + " of -Dwalk.seed=" + seed, e);
            }
        }
    }

    @Test
    void theSameSeedWalksTheSameWay() {
        assertThat(walk(42, 2_000)).isEqualTo(walk(42, 2_000));
        assertThat(walk(43, 2_000)).isNotEqualTo(walk(42, 2_000));
    }

    /** Walks and returns what happened, as a number. */
    private static int walk(long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        Walk walk = new Walk(random);
        for (int i = 0; i < steps; i++) {
            Step step = walk.oneOf(Step.values());
            step.action.accept(walk);
            walk.check(step);
        }
        walk.endsWell();
        return walk.digest();
    }
}
