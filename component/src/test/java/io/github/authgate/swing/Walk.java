package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.swing.WalkServer.Question;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/** One random walk: the steps, and the observer who says after each of them whether what can be seen may be seen. */
final class Walk {

    /** What the server makes of a login. */
    static final class Answer {

        static final Answer YES = new Answer(null);
        static final Answer NOTHING = new Answer(null);

        private final Reason reason;

        private Answer(Reason reason) {
            this.reason = reason;
        }

        static Answer no(Reason reason) {
            return new Answer(reason);
        }
    }

    private static final Duration LIFETIME = Duration.ofMinutes(25);

    private final SplittableRandom random;
    private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
    private final WalkServer server = new WalkServer();
    final AuthModel model;
    final WalkHost host;
    private final List<AuthGate> gates = new ArrayList<>();
    private final List<JPanel> windows = List.of(new JPanel(), new JPanel());
    private final Deque<String> trace = new ArrayDeque<>();
    private final List<Throwable> escaped = new ArrayList<>();
    private CompletableFuture<String> hostAnswer = new CompletableFuture<>();
    private int digest;

    // the observer: who may see content, because the server said so, and until when
    private String mayBeSeen;
    private long until;
    private Question<AuthSession> latest;

    Walk(SplittableRandom random) {
        this.random = random;
        SplittableRandom jitter = random.split();
        model = new AuthModel(server, time, time, time, jitter::nextDouble);
        model.setIdleLock(Duration.ofMinutes(40));
        host = new WalkHost(model, this::sessionEnds);
        OnEdt.run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> escaped(failure));
            windows.forEach(JPanel::addNotify);
            for (int i = 0; i < 2; i++) {
                int number = i;
                AuthGate gate = new AuthGate(model, session -> host.make(number, session));
                gate.setAccessRule(session -> host.allows());
                gates.add(gate);
                windows.get(0).add(gate);
            }
        });
        settle();
    }

    private void escaped(Throwable failure) {
        boolean isHosts = failure instanceof WalkHost.HostFault
                || failure instanceof WalkHost.HostError
                || failure instanceof IllegalStateException
                        && failure.getMessage().startsWith("The content factory");
        if (!isHosts) {
            escaped.add(failure);
        }
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static void settle() {
        OnEdt.run(() -> {});
        OnEdt.run(() -> {});
        OnEdt.run(() -> {});
    }

    void onEdt(Runnable action, Runnable observed) {
        OnEdt.run(() -> {
            action.run();
            observed.run();
        });
        settle();
    }

    void submit(String name) {
        OnEdt.run(() -> {
            Question<AuthSession> before = WalkServer.open(server.logins(), 1);
            model.login(new Credentials(name, new char[] {'x'}, false));
            Question<AuthSession> after = WalkServer.open(server.logins(), 1);
            if (after != before) {
                latest = after;
            }
        });
        settle();
    }

    void attemptEnds() {
        latest = null;
    }

    void coverEnds() {
        mayBeSeen = null;
    }

    void sessionEnds() {
        attemptEnds();
        coverEnds();
    }

    /** A lock ends the session's visibility, and an attempt that was under way with it. */
    void lock() {
        OnEdt.run(() -> {
            if (model.life().state().user() != null) {
                attemptEnds();
            }
            model.lock();
            coverEnds();
        });
        settle();
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

    void answerLogin(int fromTheEnd, Answer answer) {
        Question<AuthSession> login = WalkServer.open(server.logins(), fromTheEnd);
        if (login == null) {
            return;
        }
        // in one event: what the model makes of the answer comes after the observer has heard it
        OnEdt.run(() -> {
            if (answer == Answer.YES) {
                boolean counts = login == latest;
                boolean refused = host.vetoing && isSomebodyElses(login.name());
                login.answer().complete(session(login.name()));
                if (counts && !refused) {
                    serverSaidYes(login.name());
                }
            } else if (answer == Answer.NOTHING) {
                login.answer().complete(null);
            } else {
                login.answer().completeExceptionally(new AuthException(answer.reason));
            }
            if (login == latest) {
                latest = null;
            }
        });
        settle();
    }

    private boolean isSomebodyElses(String name) {
        AuthUser user = model.life().state().user();
        return user != null && !user.getName().equals(name);
    }

    /** The server says yes while the user says no: the answer is there, but nobody has looked at it yet. */
    void loginYesCrosses(Runnable change) {
        Question<AuthSession> login = latest;
        if (login == null || login.answer().isDone()) {
            return;
        }
        OnEdt.run(() -> {
            login.answer().complete(session(login.name()));
            change.run();
            attemptEnds();
            if (model.getState() == State.LOGGED_OUT) {
                sessionEnds();
            }
        });
        settle();
    }

    void answerRestore(Optional<String> name, Reason reason) {
        Question<Optional<AuthSession>> restore = WalkServer.open(server.restores(), 1);
        if (restore == null) {
            return;
        }
        OnEdt.run(() -> {
            if (reason != null) {
                restore.answer().completeExceptionally(new AuthException(reason));
            } else {
                restore.answer().complete(name.map(this::session));
                name.ifPresent(this::serverSaidYes);
            }
        });
        settle();
    }

    void answerConfirmation(int fromTheEnd, Reason reason) {
        Question<AuthSession> confirmation = WalkServer.open(server.confirmations(), fromTheEnd);
        if (confirmation == null) {
            return;
        }
        OnEdt.run(() -> {
            if (reason == null) {
                confirmation.answer().complete(session(confirmation.name()));
                serverSaidYes(confirmation.name());
            } else {
                confirmation.answer().completeExceptionally(new AuthException(reason));
                if (reason == Reason.SESSION_EXPIRED) {
                    coverEnds();
                }
            }
        });
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
                windows.get(0).add(gate);
            } else {
                gate.getParent().remove(gate);
            }
        });
        settle();
        if (!shown()) {
            attemptEnds();
        }
    }

    void moveGate() {
        OnEdt.run(() -> {
            AuthGate gate = gates.get(random.nextInt(2));
            if (gate.getParent() != null) {
                windows.get(gate.getParent() == windows.get(0) ? 1 : 0).add(gate);
            }
        });
        settle();
    }

    void changeLook() {
        OnEdt.run(() -> SwingUtilities.updateComponentTreeUI(windows.get(random.nextInt(2))));
        settle();
    }

    void callHost() {
        hostAnswer.cancel(true);
        hostAnswer = new CompletableFuture<>();
        CompletableFuture<String> answer = hostAnswer;
        model.call(session -> answer);
        settle();
    }

    void refuseHost() {
        if (!hostAnswer.isDone()) {
            boolean isAsked = OnEdt.get(() -> hostAnswer.getNumberOfDependents() > 0);
            AuthSession before = OnEdt.get(model::getSession);
            hostAnswer.completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
            settle();
            if (isAsked && before != null && OnEdt.get(model::getSession) == null) {
                coverEnds();
            }
        }
    }

    void changeRule() {
        host.allowing = random.nextInt(3) > 0;
        host.ruleThrows = random.nextInt(4) == 0;
        applyRule();
    }

    private void applyRule() {
        OnEdt.run(() -> gates.forEach(gate -> gate.setAccessRule(session -> host.allows())));
        settle();
    }

    void check(SessionWalkTest.Step step) {
        OnEdt.run(() -> {
            String line = step + ": " + model.life().state().phase() + ", may be seen: " + mayBeSeen;
            digest = digest * 31 + line.hashCode();
            trace.add(line);
            if (trace.size() > 12) {
                trace.remove();
            }
            assertThat(escaped).as("%s: what escaped", step).isEmpty();
            assertThat(model.getSession() != null)
                    .as("%s: session", step)
                    .isEqualTo(model.getState() == State.LOGGED_IN);
            for (int i = 0; i < gates.size(); i++) {
                AuthGate gate = gates.get(i);
                if (gate.getComponentCount() != 1) {
                    throw new AssertionError(gate.getComponentCount() + " children\n" + String.join("\n", trace));
                }
                host.contents(i).forEach(owned -> checkContent(step, gate, owned));
                host.forgetUnused(i, gate.getContent());
            }
        });
    }

    private void checkContent(SessionWalkTest.Step step, AuthGate gate, WalkHost.Owned owned) {
        // a gate that is in no window cannot be seen, and catches up when it comes back
        if (gate.getParent() != null && SwingUtilities.isDescendingFrom(owned, gate)) {
            assertThat(owned.owner())
                    .as("whose content is visible after %s", String.join("\n", trace))
                    .isEqualTo(mayBeSeen);
            assertThat(time.read() - until)
                    .as("%s: nanoseconds since the end", step)
                    .isLessThanOrEqualTo(2_000_000L);
            assertThat(host.allowing && !host.ruleThrows).as("%s: rule", step).isTrue();
        }
    }

    int digest() {
        return digest;
    }

    /** Whatever has happened, the right password opens the gate. */
    void endsWell() {
        host.vetoing = false;
        host.allowing = true;
        host.ruleThrows = false;
        host.logsOutAtOnce = false;
        applyRule();
        for (int i = 0; i < 2; i++) {
            AuthGate gate = gates.get(i);
            if (OnEdt.get(() -> gate.getParent() == null)) {
                toggle(i);
            }
        }
        onEdt(model::logout, this::sessionEnds);
        host.trouble = WalkHost.Trouble.NONE;
        submit("ann");
        answerLogin(1, Answer.YES);
        OnEdt.run(() -> {
            assertThat(model.getState()).isEqualTo(State.LOGGED_IN);
            for (int i = 0; i < gates.size(); i++) {
                AuthGate gate = gates.get(i);
                assertThat(host.contents(i))
                        .as("content after %s", String.join("\n", trace))
                        .anyMatch(owned -> SwingUtilities.isDescendingFrom(owned, gate));
            }
            gates.forEach(gate -> gate.getParent().remove(gate));
        });
        settle();
        OnEdt.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertThat(escaped).isEmpty();
        assertThat(time.pending()).as("timers left").isZero();
    }
}
