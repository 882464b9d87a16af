package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import java.awt.Component;
import java.awt.Container;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts and services that throw, return nothing, interfere: the gate stays shut, or shuts, and stays usable. */
class CarelessHostTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final JPanel window = new JPanel();
    private AuthGate gate;
    private JComponent content;

    private void show(Function<AuthSession, JComponent> factory) {
        OnEdt.run(() -> {
            gate = new AuthGate(model, factory);
            window.add(gate);
            window.addNotify();
        });
        OnEdt.settle();
    }

    private void showContent(JComponent shown) {
        content = shown;
        show(session -> shown);
    }

    private void submit() {
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
    }

    private void logIn() {
        submit();
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();
    }

    private void assertOpen() {
        OnEdt.run(() -> {
            assertThat(model.getState()).isEqualTo(State.LOGGED_IN);
            assertThat(SwingUtilities.isDescendingFrom(content, gate)).isTrue();
        });
    }

    /** Checks that the content is out of the tree, and that the gate has its one child. */
    private void assertShut() {
        OnEdt.run(() -> {
            assertThat(content == null || !SwingUtilities.isDescendingFrom(content, gate))
                    .as("content is out of the tree")
                    .isTrue();
            assertThat(gate.getComponentCount()).isEqualTo(1);
        });
    }

    private void assertDenied() {
        assertShut();
        OnEdt.run(() -> {
            assertThat(((JLabel) Components.named(gate, "authgate.accessDenied")).getText())
                    .isEqualTo("Access denied");
            assertThat(Components.named(gate, "authgate.tryAgain").isVisible()).isTrue();
        });
    }

    private void assertFormIsUsable() {
        assertShut();
        OnEdt.run(() -> {
            assertThat(gate.getComponent(0)).isInstanceOf(LoginPanel.class);
            assertThat(Components.named(gate, "authgate.login").isEnabled()).isTrue();
            assertThat(model.isBusy()).isFalse();
        });
    }

    @Test
    void aHostThatSetsTheContentThatIsThereKeepsItInSight() {
        showContent(new JLabel("content"));
        logIn();

        OnEdt.run(() -> gate.setContent(gate.getContent()));
        assertOpen();
        assertThat(reported.all()).isEmpty();
    }

    @Test
    void aContentThatTheHostHasPutElsewhereIsNotAskedForWhenItHasToGo() {
        showContent(new JLabel("content"));
        logIn();

        OnEdt.run(() -> new JPanel().add(content));
        OnEdt.run(model::lock);
        assertFormIsUsable();
        assertThat(reported.all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WayOut.class)
    void aContentThatMadeTroubleOnItsWayOutCanBeReachedWhenItComesBack(WayOut way) {
        Panel panel = new Panel();
        way.trouble.accept(panel);
        showContent(panel);
        logIn();
        OnEdt.run(model::lock);
        logIn();

        OnEdt.run(() -> {
            window.setSize(400, 300);
            gate.setBounds(0, 0, 400, 300);
            layOut(gate);
            assertThat(gate.findComponentAt(200, 150)).isSameAs(panel);
        });
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container) {
                layOut((Container) child);
            }
        }
    }

    /** How a host's component makes trouble on its way out of the window. */
    enum WayOut {
        REMOVE_NOTIFY(panel -> panel.onRemove = () -> {
            throw new IllegalStateException("not now");
        }),
        REMOVE_NOTIFY_ERROR(panel -> panel.onRemove = () -> {
            throw new StackOverflowError();
        }),
        HIERARCHY_LISTENER(panel -> panel.addHierarchyListener(event -> {
            if (!panel.isDisplayable() && panel.wasShown) {
                panel.wasShown = false;
                throw new IllegalStateException("do not take me away");
            }
        }));

        private final Consumer<Panel> trouble;

        WayOut(Consumer<Panel> trouble) {
            this.trouble = trouble;
        }
    }

    private static final class Panel extends JPanel {

        private static final long serialVersionUID = 1L;
        private transient Runnable onAdd = () -> {};
        private transient Runnable onRemove = () -> {};
        private boolean wasShown;

        @Override
        public void addNotify() {
            super.addNotify();
            wasShown = true;
            onAdd.run();
        }

        @Override
        public void removeNotify() {
            super.removeNotify();
            onRemove.run();
        }
    }

    @ParameterizedTest
    @EnumSource(WayOut.class)
    void contentThatThrowsOnItsWayOutIsOutAfterALogout(WayOut way) {
        Panel panel = new Panel();
        way.trouble.accept(panel);
        showContent(panel);
        logIn();
        assertOpen();

        OnEdt.run(model::logout);
        OnEdt.settle();

        assertFormIsUsable();
    }

    @ParameterizedTest
    @EnumSource(WayOut.class)
    void contentThatThrowsOnItsWayOutIsOutWhileLockedAndComesBack(WayOut way) {
        Panel panel = new Panel();
        way.trouble.accept(panel);
        showContent(panel);
        logIn();

        OnEdt.run(model::lock);
        OnEdt.settle();
        assertFormIsUsable();

        logIn();
        assertOpen();
    }

    @Test
    void contentThatLogsOutWhenItIsTakenAwayIsGone() {
        Panel panel = new Panel();
        panel.onRemove = model::logout;
        showContent(panel);
        logIn();

        OnEdt.run(model::lock);
        OnEdt.settle();

        assertFormIsUsable();
        assertThat(OnEdt.get(model::getLockedUser)).isNull();
    }

    @Test
    void contentThatThrowsWhenItIsPutIntoTheWindowIsDeniedAndMayTryAgain() {
        Panel panel = new Panel();
        panel.onAdd = () -> {
            throw new IllegalStateException("no");
        };
        showContent(panel);
        logIn();
        assertDenied();
        assertThat(reported.all()).hasSize(1);

        panel.onAdd = () -> {};
        OnEdt.run(() -> ((javax.swing.JButton) Components.named(gate, "authgate.tryAgain")).doClick(0));
        OnEdt.settle();

        assertOpen();
    }

    @Test
    void contentThatLogsOutWhenItIsPutIntoTheWindowDoesNotStay() {
        Panel panel = new Panel();
        panel.onAdd = model::logout;
        showContent(panel);

        logIn();

        assertFormIsUsable();
    }

    @Test
    void aRuleThatChangesTheGateEachTimeItIsAskedComesToAnEnd() {
        content = new JPanel();
        show(session -> content);
        OnEdt.run(() -> gate.setAccessRule(session -> {
            gate.setRequiredCapability(null);
            return true;
        }));

        logIn();

        assertDenied();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "19, true", "20, false", "1000, false"})
    void aRuleThatChangesTheGateIsAskedTwentyTimesAtMost(int changes, boolean opens) {
        content = new JPanel();
        List<AuthSession> asked = new ArrayList<>();
        show(session -> content);
        OnEdt.run(() -> gate.setAccessRule(session -> {
            asked.add(session);
            if (asked.size() <= changes) {
                gate.setRequiredCapability(null);
            }
            return true;
        }));

        logIn();

        assertThat(asked).hasSize(Math.min(changes + 1, 20));
        if (opens) {
            assertOpen();
        } else {
            assertDenied();
            assertThat(reported.all()).singleElement().isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aListenerOfTheFormThatThrowsKeepsNoContentInSight() {
        showContent(new JPanel());
        logIn();
        submit();
        OnEdt.run(() -> {
            gate.getLoginPanel().addPropertyChangeListener("busy", event -> {
                throw new IllegalStateException("bug");
            });
            gate.getLoginPanel().addPropertyChangeListener("enabled", event -> {
                throw new StackOverflowError("bug");
            });
        });

        model.sessionExpired();
        OnEdt.settle();

        assertShut();
        assertThat(reported.all()).hasSize(1);
        OnEdt.run(() -> assertThat(Components.named(gate, "authgate.cancel").isVisible())
                .isTrue());
    }

    @Test
    void aFormThatCannotBeWrittenKeepsNoContentInSight() {
        showContent(new JPanel());
        logIn();
        OnEdt.run(() -> Components.named(gate.getLoginPanel(), "authgate.password")
                .addPropertyChangeListener(event -> {
                    throw new IllegalStateException("bug");
                }));
        submit();

        model.sessionExpired();
        OnEdt.settle();

        assertShut();
    }

    @Test
    void aRuleThatLogsOutLeavesTheGateShut() {
        showContent(new JPanel());
        OnEdt.run(() -> gate.setAccessRule(session -> {
            model.logout();
            return true;
        }));

        logIn();

        assertFormIsUsable();
    }

    @Test
    void aFactoryThatLogsInAgainIsAskedOnceAndTheAnswerCounts() {
        content = new JPanel();
        List<AuthSession> asked = new ArrayList<>();
        show(session -> {
            asked.add(session);
            submit2();
            return content;
        });

        logIn();
        assertThat(asked).hasSize(1);
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();

        assertThat(asked).hasSize(1);
        assertOpen();
    }

    private void submit2() {
        model.login(new Credentials("ann", "secret".toCharArray(), false));
    }

    @Test
    void aFactoryThatTakesTheGateOutOfItsWindowLeavesNoContentBehind() {
        show(session -> {
            window.remove(gate);
            content = new JPanel();
            return content;
        });

        logIn();
        OnEdt.run(() -> assertThat(gate.getParent()).isNull());
        OnEdt.run(model::logout);
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertFormIsUsable();
    }

    @Test
    void aListenerThatTakesTheGateAwayWhileLoggingInIsNoTrouble() {
        showContent(new JPanel());
        OnEdt.run(() -> model.addPropertyChangeListener("busy", event -> window.remove(gate)));

        submit();
        OnEdt.settle();
        assertThat(service.lastLogin().answer).isCancelled();
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertFormIsUsable();
    }

    @Test
    void aHandlerForUncaughtExceptionsThatThrowsKeepsNobodyFromHearing() {
        List<Object> heard = new ArrayList<>();
        showContent(new JPanel());
        OnEdt.run(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {
                throw new IllegalStateException("no handler today", e);
            });
            model.addPropertyChangeListener(event -> {
                throw new IllegalStateException("no listener today");
            });
            model.addPropertyChangeListener("state", event -> heard.add(event.getNewValue()));
        });

        logIn();

        assertThat(heard).containsExactly(State.LOGGING_IN, State.LOGGED_IN);
        assertOpen();
    }

    @Test
    void aServiceThatAnswersNullIsAFault() {
        showContent(new JPanel());
        submit();
        service.lastLogin().answer.complete(null);
        OnEdt.settle();

        assertFormIsUsable();
        OnEdt.run(() -> assertThat(model.getFailure().reason()).isEqualTo(Reason.SERVER_FAULT));
    }

    @Test
    void aServiceThatAnswersNullWhenItRestoresLeavesAFormThatWorks() {
        service.holdsRestore = true;
        showContent(new JPanel());
        service.restores.get(0).complete(null);
        OnEdt.settle();

        assertFormIsUsable();
        logIn();
        assertOpen();
    }

    @Test
    void aServiceThatAnswersNullWhenAskedAgainDoesNotOpen() {
        showContent(new JPanel());
        logIn();
        OnEdt.run(() -> model.life().happen(AuthStates.Event.WAKE));
        service.revalidations.get(0).complete(null);
        OnEdt.settle();

        assertShut();
        logIn();
        assertOpen();
    }

    @Test
    void aServiceThatCompletesTwiceIsBelievedTheFirstTime() {
        showContent(new JPanel());
        submit();
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();

        assertFormIsUsable();
    }

    @Test
    void aServiceThatCompletesOnTheEventDispatchThreadIsHeardLater() {
        showContent(new JPanel());
        OnEdt.run(() -> {
            model.login(new Credentials("ann", "secret".toCharArray(), false));
            service.lastLogin().grant("7", "ann");
            assertThat(model.getState()).isEqualTo(State.LOGGING_IN);
        });
        OnEdt.settle();

        assertOpen();
    }

    @Test
    void aServiceThatNeverAnswersCanBeCancelled() {
        showContent(new JPanel());
        submit();
        OnEdt.run(model::cancel);

        assertFormIsUsable();
        logIn();
        assertOpen();
    }

    @Test
    void aFutureThatThrowsWhenItIsCancelledKeepsNoLogoutFromHappening() {
        AuthModel stubborn = new AuthModel(new ScriptedStubbornness());
        content = new JPanel();
        OnEdt.run(() -> {
            gate = new AuthGate(stubborn, session -> content);
            window.add(gate);
            window.addNotify();
        });
        OnEdt.settle();
        OnEdt.run(() -> stubborn.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.settle();
        assertOpen(stubborn);

        // under way again, so that there is something to cancel
        OnEdt.run(() -> stubborn.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.run(stubborn::logout);
        OnEdt.settle();

        assertShut();
        assertThat(OnEdt.get(stubborn::getState)).isEqualTo(State.LOGGED_OUT);
    }

    private void assertOpen(AuthModel shown) {
        OnEdt.run(() -> {
            assertThat(shown.getState()).isEqualTo(State.LOGGED_IN);
            assertThat(SwingUtilities.isDescendingFrom(content, gate)).isTrue();
        });
    }

    @Test
    void whatHappensWhileTheHostBlocksTheEventDispatchThreadHappensAfterwardsInOrder() {
        showContent(new JPanel());
        CountDownLatch blocked = new CountDownLatch(1);
        submit();
        SwingUtilities.invokeLater(() -> await(blocked));
        service.lastLogin().grant("7", "ann");
        model.sessionExpired();
        blocked.countDown();
        OnEdt.settle();

        assertShut();
        assertThat(OnEdt.get(model::getState)).isEqualTo(State.LOCKED);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aHundredSubmitsAskTheServiceOnce() {
        showContent(new JPanel());
        OnEdt.run(() -> {
            for (int i = 0; i < 100; i++) {
                model.login(new Credentials("ann", "secret".toCharArray(), false));
            }
        });

        assertThat(service.logins).hasSize(1);
    }

    @Test
    void afterALogoutNothingHoldsTheContent() {
        List<WeakReference<JComponent>> made = new ArrayList<>();
        show(session -> {
            JComponent panel = new JPanel();
            made.add(new WeakReference<>(panel));
            return panel;
        });
        logIn();
        OnEdt.run(model::logout);
        OnEdt.settle();

        assertThat(made).hasSize(1);
        for (int i = 0; made.get(0).get() != null; i++) {
            assertThat(i).as("collections").isLessThan(50);
            System.gc();
            OnEdt.settle();
        }
    }

    /** Answers at once, the second time never, and its futures cannot bear to be cancelled. */
    private static final class ScriptedStubbornness implements io.github.authgate.AuthService {

        private int logins;

        @Override
        public CompletableFuture<AuthSession> login(Credentials credentials) {
            CompletableFuture<AuthSession> answer = new CompletableFuture<>() {
                @Override
                public boolean cancel(boolean mayInterruptIfRunning) {
                    throw new UnsupportedOperationException("cancel");
                }
            };
            if (logins++ == 0) {
                answer.complete(ScriptedService.session("7", "ann"));
            }
            return answer;
        }

        @Override
        public CompletableFuture<Optional<AuthSession>> restore() {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<AuthSession> revalidate(AuthSession session) {
            return new CompletableFuture<>();
        }

        @Override
        public CompletableFuture<Boolean> logout(AuthSession session) {
            return CompletableFuture.completedFuture(null);
        }
    }
}
