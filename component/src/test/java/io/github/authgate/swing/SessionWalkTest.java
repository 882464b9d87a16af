package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import java.beans.PropertyVetoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Random walks through the life of a session, with two gates, a server that says anything at any time, and an observer who
 * knows the promise and nothing of how it is kept: content is visible only if the server has said yes to the latest
 * attempt and nothing has ended the session since.
 *
 * <p>{@code -Dwalk.steps=10000} makes a walk that long; there are 100 of them.
 */
class SessionWalkTest {

    private static final int STEPS = Integer.getInteger("walk.steps", 300);

    /** What can happen, and what the observer makes of it. */
    enum Step {
        ANN_SUBMITS(walk -> walk.submit("ann")),
        EVE_SUBMITS(walk -> walk.submit("eve")),
        CANCEL(walk -> walk.onEdt(walk.model::cancel, walk::attemptEnds)),
        LOGOUT(walk -> walk.onEdt(walk.model::logout, walk::sessionEnds)),
        LOCK(walk -> walk.onEdt(walk.model::lock, walk::lockEnds)),
        HOST_SAW_EXPIRY(walk -> walk.onEdt(walk.model::sessionExpired, walk::coverEnds)),
        TRY_AGAIN(walk -> walk.onEdt(walk.model::restore, () -> {})),
        KEY_TYPED(walk -> walk.onEdt(() -> walk.model.life().happen(AuthStates.Event.TYPED), () -> {})),
        LOGIN_YES_TO_LATEST(walk -> walk.answerLogin(1, true, null)),
        LOGIN_YES_TO_EARLIER(walk -> walk.answerLogin(2, true, null)),
        LOGIN_YES_CROSSES_CANCEL(walk -> walk.loginYesCrosses(walk.model::cancel)),
        LOGIN_YES_CROSSES_LOGOUT(walk -> walk.loginYesCrosses(walk.model::logout)),
        LOGIN_NO(walk -> walk.answerLogin(1, false, Reason.INVALID_CREDENTIALS)),
        LOGIN_UNREACHABLE(walk -> walk.answerLogin(1, false, Reason.SERVER_UNREACHABLE)),
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
        VETO_IS_SET_OR_LIFTED(walk -> walk.vetoing = !walk.vetoing),
        RULE_CHANGES(Walk::toggleRule);

        private final Consumer<Walk> action;

        Step(Consumer<Walk> action) {
            this.action = action;
        }
    }

    @Provide
    Arbitrary<List<Step>> walks() {
        return Arbitraries.of(Step.class).list().ofSize(STEPS);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void contentIsVisibleOnlyOnTheLatestWordOfTheServer(@ForAll("walks") List<Step> steps) {
        Walk walk = new Walk();
        for (Step step : steps) {
            step.action.accept(walk);
            walk.check(step);
        }
        walk.endsWell();
    }

    /** The application, the server and the observer. */
    private static final class Walk implements AuthService {

        private static final Duration LIFETIME = Duration.ofMinutes(25);

        private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
        private final List<Login> logins = new ArrayList<>();
        private final List<CompletableFuture<Optional<AuthSession>>> restores = new ArrayList<>();
        private final List<Confirmation> confirmations = new ArrayList<>();
        private final List<AuthGate> gates = new ArrayList<>();
        private final List<List<Owned>> contents = List.of(new ArrayList<>(), new ArrayList<>());
        private final JPanel window = new JPanel();
        private final AuthModel model = new AuthModel(this, time, time, time);
        private final List<String> trace = new ArrayList<>();
        private boolean vetoing;
        private boolean allowing = true;

        // the observer: who may see content, because the server said so, and until when
        private String mayBeSeen;
        private long until;
        private Login latest;

        Walk() {
            model.setIdleLock(Duration.ofMinutes(40));
            model.addVetoableChangeListener(event -> {
                if (vetoing) {
                    throw new PropertyVetoException("no", event);
                }
            });
            OnEdt.run(() -> {
                window.addNotify();
                for (int i = 0; i < 2; i++) {
                    List<Owned> made = contents.get(i);
                    AuthGate gate = new AuthGate(model, session -> {
                        Owned owned = new Owned(session.user().getName());
                        made.add(owned);
                        return owned.panel;
                    });
                    gate.setAccessRule(session -> allowing);
                    gates.add(gate);
                    window.add(gate);
                }
            });
            settle();
        }

        private static void settle() {
            OnEdt.run(() -> {});
            OnEdt.run(() -> {});
            OnEdt.run(() -> {});
        }

        void onEdt(Runnable action, Runnable observed) {
            OnEdt.run(action);
            observed.run();
            settle();
        }

        void submit(String name) {
            int before = logins.size();
            OnEdt.run(() -> model.login(new Credentials(name, new char[] {'x'}, false)));
            if (logins.size() > before) {
                latest = logins.get(before);
            }
            settle();
        }

        private void attemptEnds() {
            latest = null;
        }

        private void coverEnds() {
            mayBeSeen = null;
        }

        /** A lock ends the session's visibility, and an attempt that was under way with it. */
        private void lockEnds() {
            if (OnEdt.get(() -> model.life().user()) != null) {
                attemptEnds();
            }
            coverEnds();
        }

        private void sessionEnds() {
            attemptEnds();
            coverEnds();
        }

        private AuthSession session(String name) {
            return AuthSession.of(
                    AuthUser.builder(name.equals("ann") ? "7" : "8", name).build(),
                    AccessToken.of("a.token", time.instant().plus(LIFETIME)));
        }

        private void serverSaidYes(String name) {
            mayBeSeen = name;
            until = time.read() + LIFETIME.toNanos();
        }

        void answerLogin(int fromTheEnd, boolean yes, Reason reason) {
            if (logins.size() < fromTheEnd) {
                return;
            }
            Login login = logins.get(logins.size() - fromTheEnd);
            if (login.answer.isDone()) {
                return;
            }
            if (yes) {
                boolean counts = login == latest;
                boolean refused = vetoing && isSomebodyElses(login.name);
                login.answer.complete(session(login.name));
                if (counts && !refused) {
                    serverSaidYes(login.name);
                }
            } else {
                login.answer.completeExceptionally(new AuthException(reason));
            }
            if (login == latest) {
                latest = null;
            }
            settle();
        }

        private boolean isSomebodyElses(String name) {
            return OnEdt.get(() -> {
                AuthUser user = model.life().user();
                return user != null && !user.getName().equals(name);
            });
        }

        /** The server says yes while the user says no: the answer is there, but nobody has looked at it yet. */
        void loginYesCrosses(Runnable change) {
            if (latest != null && !latest.answer.isDone()) {
                Login login = latest;
                OnEdt.run(() -> {
                    login.answer.complete(session(login.name));
                    change.run();
                });
                attemptEnds();
                if (OnEdt.get(model::getState) == State.LOGGED_OUT) {
                    sessionEnds();
                }
                settle();
            }
        }

        void answerRestore(Optional<String> name, Reason reason) {
            if (restores.isEmpty()) {
                return;
            }
            CompletableFuture<Optional<AuthSession>> answer = restores.get(restores.size() - 1);
            if (answer.isDone()) {
                return; // also: given up
            }
            if (reason != null) {
                answer.completeExceptionally(new AuthException(reason));
            } else {
                answer.complete(name.map(this::session));
                name.ifPresent(this::serverSaidYes);
            }
            settle();
        }

        void answerConfirmation(int fromTheEnd, Reason reason) {
            if (confirmations.size() < fromTheEnd) {
                return;
            }
            Confirmation confirmation = confirmations.get(confirmations.size() - fromTheEnd);
            if (confirmation.answer.isDone()) {
                return; // also: given up
            }
            if (reason == null) {
                confirmation.answer.complete(session(confirmation.name));
                serverSaidYes(confirmation.name);
            } else {
                confirmation.answer.completeExceptionally(new AuthException(reason));
                if (reason == Reason.SESSION_EXPIRED) {
                    coverEnds();
                }
            }
            settle();
        }

        void pass(Duration duration) {
            time.passAtOnce(duration);
            settle();
        }

        void sleep() {
            time.jump(Duration.ofHours(8));
            time.passAtOnce(Duration.ofSeconds(11));
            if (!shown()) {
                return;
            }
            // without a gate on the screen nobody can see that nobody looked
            coverEnds();
            settle();
        }

        private boolean shown() {
            return OnEdt.get(() -> gates.stream().anyMatch(gate -> gate.getParent() != null));
        }

        void toggle(int which) {
            OnEdt.run(() -> {
                AuthGate gate = gates.get(which);
                if (gate.getParent() == null) {
                    window.add(gate);
                } else {
                    window.remove(gate);
                }
            });
            settle();
            if (!shown()) {
                attemptEnds();
            }
        }

        void toggleRule() {
            allowing = !allowing;
            OnEdt.run(() -> gates.forEach(gate -> gate.setAccessRule(session -> allowing)));
            settle();
        }

        void check(Step step) {
            trace.add(step + ": " + OnEdt.get(() -> model.life().phase()) + ", may be seen: " + mayBeSeen);
            if (trace.size() > 12) {
                trace.remove(0);
            }
            OnEdt.run(() -> {
                State state = model.getState();
                assertThat(model.getSession() != null).as("%s: session", step).isEqualTo(state == State.LOGGED_IN);
                for (int i = 0; i < gates.size(); i++) {
                    AuthGate gate = gates.get(i);
                    assertThat(gate.getComponentCount())
                            .as("%s: children", step)
                            .isEqualTo(1);
                    if (gate.getParent() != null) {
                        contents.get(i).forEach(owned -> checkContent(step, gate, owned));
                    }
                }
            });
        }

        private void checkContent(Step step, AuthGate gate, Owned owned) {
            if (SwingUtilities.isDescendingFrom(owned.panel, gate)) {
                assertThat(owned.name)
                        .as("whose content is visible after %s", String.join("\n", trace))
                        .isEqualTo(mayBeSeen);
                assertThat(time.read() - until)
                        .as("%s: nanoseconds since the end", step)
                        .isLessThanOrEqualTo(2_000_000L);
                assertThat(allowing).as("%s: rule", step).isTrue();
            }
        }

        /** Whatever has happened, the right password opens the gate. */
        void endsWell() {
            vetoing = false;
            if (!allowing) {
                toggleRule();
            }
            for (int i = 0; i < 2; i++) {
                AuthGate gate = gates.get(i);
                if (OnEdt.get(() -> gate.getParent() == null)) {
                    toggle(i);
                }
            }
            onEdt(model::logout, this::sessionEnds);
            submit("ann");
            answerLogin(1, true, null);
            OnEdt.run(() -> {
                assertThat(model.getState()).isEqualTo(State.LOGGED_IN);
                for (int i = 0; i < gates.size(); i++) {
                    AuthGate gate = gates.get(i);
                    assertThat(contents.get(i)).anyMatch(owned -> SwingUtilities.isDescendingFrom(owned.panel, gate));
                }
                gates.forEach(window::remove);
            });
            settle();
            assertThat(time.pending()).as("timers left").isZero();
        }

        @Override
        public CompletableFuture<AuthSession> login(Credentials credentials) {
            Login login = new Login(credentials.username(), logins.size() % 2 == 0);
            logins.add(login);
            return login.answer;
        }

        @Override
        public CompletableFuture<Optional<AuthSession>> restore() {
            CompletableFuture<Optional<AuthSession>> answer = new CompletableFuture<>();
            restores.add(answer);
            return answer;
        }

        @Override
        public CompletableFuture<AuthSession> revalidate(AuthSession session) {
            Confirmation confirmation = new Confirmation(session.user().getName());
            confirmations.add(confirmation);
            return confirmation.answer;
        }

        @Override
        public CompletableFuture<Boolean> logout(AuthSession session) {
            return CompletableFuture.completedFuture(true);
        }
    }

    private static final class Login {

        private final String name;
        private final CompletableFuture<AuthSession> answer;

        private Login(String name, boolean obstinate) {
            this.name = name;
            this.answer = obstinate ? new Obstinate() : new CompletableFuture<>();
        }
    }

    /** The answer of a service that cannot be cancelled. */
    private static final class Obstinate extends CompletableFuture<AuthSession> {

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            return false;
        }
    }

    private static final class Confirmation {

        private final String name;
        private final CompletableFuture<AuthSession> answer = new CompletableFuture<>();

        private Confirmation(String name) {
            this.name = name;
        }
    }

    private static final class Owned {

        private final String name;
        private final JPanel panel = new JPanel();

        private Owned(String name) {
            this.name = name;
        }
    }
}
