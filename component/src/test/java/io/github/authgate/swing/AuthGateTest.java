package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.awt.Component;
import java.awt.Container;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JRootPane;
import javax.swing.JTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate without a window: what is in its tree, and what is not. */
class AuthGateTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final List<JPanel> made = new ArrayList<>();
    private AuthGate gate;
    private JPanel window;

    private void show(Supplier<AuthGate> newGate) {
        OnEdt.run(() -> {
            gate = newGate.get();
            window = new JPanel();
            window.add(gate);
            window.addNotify();
        });
        OnEdt.settle();
    }

    private void show() {
        show(() -> new AuthGate(model, this::make));
    }

    private JComponent make(AuthSession session) {
        JPanel panel = new JPanel();
        panel.setName("content of " + session.user().getName());
        made.add(panel);
        return panel;
    }

    private void logIn(String id, String name) {
        logIn(ScriptedService.session(id, name));
    }

    private void logIn(AuthSession session) {
        OnEdt.run(() -> model.login(new Credentials("x", "secret".toCharArray(), false)));
        service.lastLogin().answer.complete(session);
        OnEdt.settle();
    }

    private boolean isInTree(Component component) {
        return OnEdt.get(() -> javax.swing.SwingUtilities.isDescendingFrom(component, gate));
    }

    private Component child() {
        return OnEdt.get(() -> {
            assertThat(gate.getComponentCount()).isEqualTo(1);
            return gate.getComponent(0);
        });
    }

    /** Returns the sentence under "Access denied"; fails if that is not what is shown. */
    private String denial() {
        return OnEdt.get(() -> {
            JLabel headline = (JLabel) Components.named(gate, "authgate.accessDenied");
            assertThat(isVisible(headline)).as("Access denied is visible").isTrue();
            assertThat(headline.getText()).isEqualTo("Access denied");
            return ((JTextArea) Components.named(gate, "authgate.reason")).getText();
        });
    }

    private boolean isVisible(Component component) {
        for (Component part = component; part != gate; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** As a host does that packs its window before anybody has logged in. */
    private java.awt.Dimension preferredSize() {
        return OnEdt.get(() -> {
            window.validate();
            return gate.getPreferredSize();
        });
    }

    @Test
    void aWindowIsPackedWithRoomForTheFormAlthoughAStoredSessionIsStillBeingChecked() {
        service.holdsRestore = true;
        show();
        assertThat(child()).isInstanceOf(CheckingView.class);
        java.awt.Dimension whileChecking = preferredSize();

        service.restores.get(0).complete(Optional.empty());
        OnEdt.settle();

        assertThat(child()).isInstanceOf(LoginPanel.class);
        assertThat(whileChecking).isEqualTo(preferredSize());
    }

    @Test
    void aWindowIsPackedWithRoomForAContentThatExistsAlready() {
        JPanel tool = new JPanel();
        tool.setPreferredSize(new java.awt.Dimension(1_200, 10));
        show(() -> AuthGate.wrap(tool, service));

        assertThat(preferredSize().width).isEqualTo(1_200);
        assertThat(preferredSize().height).isGreaterThan(10);
    }

    @Test
    void anOpenGateIsAsLargeAsItsContent() {
        show();
        logIn("7", "ann");
        OnEdt.run(() -> made.get(0).setPreferredSize(new java.awt.Dimension(30, 20)));

        assertThat(preferredSize()).isEqualTo(new java.awt.Dimension(30, 20));
    }

    @Test
    void aSizeThatTheHostSetsIsItsPreferredSize() {
        show();
        OnEdt.run(() -> gate.setPreferredSize(new java.awt.Dimension(30, 20)));

        assertThat(preferredSize()).isEqualTo(new java.awt.Dimension(30, 20));
    }

    @Test
    void withoutAModelItIsShutAndItsFormDisabled() {
        show(AuthGate::new);

        assertThat(child()).isInstanceOf(LoginPanel.class);
        for (String name : List.of("authgate.username", "authgate.password", "authgate.login")) {
            assertThat(OnEdt.get(() -> Components.named(gate, name).isEnabled()))
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void afterAnUnlockAndALogoutTheFormAsksForANameAgain() {
        show();
        logIn("7", "ann");
        OnEdt.run(model::lock);
        OnEdt.settle();
        assertThat(isVisible(OnEdt.get(() -> Components.named(gate, "authgate.username"))))
                .isFalse();
        logIn("7", "ann");

        OnEdt.run(model::logout);
        OnEdt.settle();

        assertThat(isVisible(OnEdt.get(() -> Components.named(gate, "authgate.username"))))
                .isTrue();
    }

    @Test
    void theFormAsksForANameAgainHoweverOftenTheModelHasChangedSinceTheUnlock() {
        show();
        logIn("7", "ann");
        OnEdt.run(model::lock);
        OnEdt.settle();
        logIn("7", "ann");
        logIn("7", "ann"); // from the banner, to prolong the session

        OnEdt.run(model::logout);
        OnEdt.settle();

        assertThat(isVisible(OnEdt.get(() -> Components.named(gate, "authgate.username"))))
                .isTrue();
    }

    @Test
    void whileTheServerHasNotGrantedTheContentDoesNotExist() {
        show();
        assertThat(child()).isInstanceOf(LoginPanel.class);
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.settle();

        assertThat(child()).isInstanceOf(LoginPanel.class);
        assertThat(made).isEmpty();

        service.login().grant("7", "ann");
        OnEdt.settle();

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
        child();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Reason.class)
    void everyFailureShowsAccessDeniedAndNoContent(Reason reason) {
        show();
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.login().refuse(reason);
        OnEdt.settle();

        assertThat(denial()).endsWith(".");
        assertThat(made).isEmpty();
        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void whenLockedTheContentIsOutOfTheTreeAndComesBackTheSame() {
        show();
        logIn("7", "ann");
        OnEdt.run(model::lock);

        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(child()).isInstanceOf(LoginPanel.class);

        logIn("7", "ann");

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void anotherUserGetsContentOfTheirOwn() {
        show();
        logIn("7", "ann");
        OnEdt.run(model::lock);
        logIn("8", "eve");

        assertThat(made).extracting(Component::getName).containsExactly("content of ann", "content of eve");
        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(isInTree(made.get(1))).isTrue();
    }

    @Test
    void logoutDropsTheContent() {
        show();
        logIn("7", "ann");
        OnEdt.run(model::logout);

        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(OnEdt.get(() -> Optional.ofNullable(gate.getContent()))).isEmpty();

        logIn("7", "ann");
        assertThat(made).hasSize(2);
    }

    @Test
    void aNewSessionOfTheSameUserLeavesTheContentAlone() {
        show();
        logIn("7", "ann");
        logIn("7", "ann");

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    static List<Function<AuthSession, JComponent>> badFactories() {
        JPanel parent = new JPanel();
        JPanel child = new JPanel();
        parent.add(child);
        return List.of(
                session -> {
                    throw new IllegalStateException("bug");
                },
                session -> {
                    throw new StackOverflowError("bug");
                },
                session -> null,
                session -> child);
    }

    @ParameterizedTest
    @MethodSource("badFactories")
    void aFactoryThatFailsLeavesTheGateShut(Function<AuthSession, JComponent> factory) {
        show(() -> new AuthGate(model, factory));
        logIn("7", "ann");

        assertThat(denial()).contains("could not start");
        assertThat(reported.all()).hasSize(1);
        assertThat(OnEdt.get(model::getState)).isEqualTo(AuthModel.State.LOGGED_IN);
    }

    @Test
    void aFactoryThatHasFailedIsAskedAgainOnlyWhenTheUserWants() {
        List<String> calls = new ArrayList<>();
        show(() -> new AuthGate(model, session -> {
            calls.add("called");
            if (calls.size() == 1) {
                throw new IllegalStateException("bug");
            }
            return make(session);
        }));
        logIn("7", "ann");
        logIn("7", "ann");
        assertThat(calls).hasSize(1);

        OnEdt.run(() -> ((javax.swing.AbstractButton) Components.named(gate, "authgate.tryAgain")).doClick());

        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void aFactoryThatLogsOutLeavesTheGateShut() {
        show(() -> new AuthGate(model, session -> {
            model.logout();
            return make(session);
        }));
        logIn("7", "ann");

        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void aRuleThatSaysNoShowsAccessDeniedAndTheContentIsNotMade() {
        show();
        OnEdt.run(() -> gate.setAccessRule(session -> false));
        logIn("7", "ann");

        assertThat(denial()).contains("may not use this program");
        assertThat(made).isEmpty();
    }

    @Test
    void aRuleThatThrowsIsANo() {
        show();
        OnEdt.run(() -> gate.setAccessRule(session -> {
            throw new IllegalStateException("bug");
        }));
        logIn("7", "ann");

        denial();
        assertThat(made).isEmpty();
        assertThat(reported.all()).hasSize(1);
    }

    @Test
    void aMissingCapabilityIsANoAndAPresentOneAYes() {
        show();
        OnEdt.run(() -> gate.setRequiredCapability("edit_posts"));
        logIn("7", "ann");
        assertThat(denial()).contains("permission");

        logIn(AuthSession.of(
                AuthUser.builder("7", "ann")
                        .site(URI.create("https://example.org"))
                        .capabilities(List.of("edit_posts"))
                        .build(),
                AccessToken.of("another.token", null)));

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void aDemotionTakesTheContentAwayAndKeepsIt() {
        AuthSession editor = AuthSession.of(
                AuthUser.builder("7", "ann").capabilities(List.of("edit_posts")).build(),
                AccessToken.of("a.token", null));
        show();
        OnEdt.run(() -> gate.setRequiredCapability("edit_posts"));
        logIn(editor);
        logIn(AuthSession.of(AuthUser.builder("7", "ann").build(), AccessToken.of("b.token", null)));

        assertThat(isInTree(made.get(0))).isFalse();
        denial();

        logIn(editor);
        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void unknownRolesAreANoWithoutAskingTheRule() {
        List<AuthSession> asked = new ArrayList<>();
        show();
        OnEdt.run(() -> gate.setAccessRule(asked::add));
        logIn(AuthSession.of(AuthUser.builder("7", "ann").rolesUnknown().build(), AccessToken.of("a.token", null)));

        assertThat(denial()).contains("did not say");
        assertThat(asked).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void aWrappedPanelIsTakenFromWhereItWasAndShownOnlyAfterLogin() {
        JPanel legacy = new JPanel();
        JPanel oldParent = new JPanel();
        oldParent.add(legacy);
        show(() -> AuthGate.wrap(legacy, service));

        assertThat(legacy.getParent()).isNull();
        OnEdt.run(() -> gate.getModel().login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();

        assertThat(isInTree(legacy)).isTrue();
    }

    @Test
    void aPanelThatIsAddedAsToAnyContainerIsTheContent() {
        JPanel dropped = new JPanel();
        show(() -> {
            AuthGate built = new AuthGate();
            built.setModel(model);
            built.add(dropped, java.awt.BorderLayout.CENTER);
            return built;
        });

        assertThat(child()).isInstanceOf(LoginPanel.class);
        assertThat(dropped.getParent()).isNull();
        logIn("7", "ann");

        assertThat(isInTree(dropped)).isTrue();
    }

    @Test
    void aSecondPanelIsRefusedAndNothingShowsIt() {
        show();
        assertThatThrownBy(() -> OnEdt.run(() -> gate.add(new JPanel())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one content");
        OnEdt.run(() -> gate.setContent(new JPanel()));
        assertThatThrownBy(() -> OnEdt.run(() -> gate.add(new JPanel()))).isInstanceOf(IllegalArgumentException.class);

        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void whatCannotBeContentIsRefused() {
        show(AuthGate::new);

        assertThatThrownBy(() -> OnEdt.run(() -> gate.add(new java.awt.Canvas())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JComponent");
        assertThatThrownBy(() -> OnEdt.run(() -> gate.add(gate.getLoginPanel())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void aFixedContentIsShownToItsFirstUserOnly() {
        JPanel legacy = new JPanel();
        show(() -> {
            AuthGate fixed = new AuthGate();
            fixed.setContent(legacy);
            fixed.setModel(model);
            return fixed;
        });
        logIn("7", "ann");
        OnEdt.run(model::logout);
        logIn("8", "eve");

        assertThat(isInTree(legacy)).isFalse();
        assertThat(denial()).contains("another user");

        OnEdt.run(model::logout);
        logIn("7", "ann");
        assertThat(isInTree(legacy)).isTrue();
    }

    @Test
    void aFixedContentThatUsersShareIsShownToAll() {
        JPanel shared = new JPanel();
        show(() -> {
            AuthGate fixed = new AuthGate();
            fixed.setContent(shared);
            fixed.setContentSharedByUsers(true);
            fixed.setModel(model);
            return fixed;
        });
        logIn("7", "ann");
        OnEdt.run(model::logout);
        logIn("8", "eve");

        assertThat(isInTree(shared)).isTrue();
    }

    @Test
    void takingTheModelAwayShutsTheGate() {
        show();
        logIn("7", "ann");
        OnEdt.run(() -> gate.setModel(null));

        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(child()).isInstanceOf(LoginPanel.class);
        assertThat(OnEdt.get(() -> Components.named(gate, "authgate.login").isEnabled()))
                .isFalse();
    }

    @Test
    void theFirstDisplayRestoresAStoredSession() {
        service.stored = Optional.of(ScriptedService.session("7", "ann"));
        show();

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void whileASessionIsCheckedNeitherFormNorContentIsThere() {
        service.holdsRestore = true;
        show();

        assertThat(child()).isInstanceOf(CheckingView.class);
        assertThat(made).isEmpty();

        OnEdt.run(() -> ((CheckingView) gate.getComponent(0)).appear());
        OnEdt.run(() -> ((javax.swing.AbstractButton) Components.named(gate, "authgate.cancel")).doClick());
        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void twoGatesShowOneSession() {
        show();
        List<JPanel> others = new ArrayList<>();
        OnEdt.run(() -> {
            AuthGate second = new AuthGate(model, session -> {
                others.add(new JPanel());
                return others.get(0);
            });
            window.add(second);
        });
        OnEdt.settle();
        logIn("7", "ann");

        assertThat(made).hasSize(1);
        assertThat(others).hasSize(1);
        assertThat(service.restores).hasSize(1);
    }

    @Test
    void aGateThatLeavesTheWindowGivesItsAttemptUpUnlessAnotherIsThere() {
        show();
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        OnEdt.run(() -> {
            Container elsewhere = new JPanel();
            elsewhere.addNotify();
            elsewhere.add(gate);
        });
        OnEdt.settle();
        assertThat(service.login().answer).isNotCancelled();

        OnEdt.run(() -> gate.getParent().remove(gate));
        OnEdt.settle();

        assertThat(service.login().answer).isCancelled();
        assertThat(OnEdt.get(model::getState)).isEqualTo(AuthModel.State.LOGGED_OUT);
    }

    @Test
    void aGateThatComesBackShowsWhatHasBecomeOfTheSession() {
        show();
        logIn("7", "ann");
        OnEdt.run(() -> window.remove(gate));
        OnEdt.run(model::logout);
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(child()).isInstanceOf(LoginPanel.class);
    }

    @Test
    void aGateThatIsInNoWindowHasNoContentInItsTree() {
        show();
        logIn("7", "ann");

        OnEdt.run(() -> window.remove(gate));

        assertThat(child()).isInstanceOf(LoginPanel.class);
        assertThat(OnEdt.get(gate::getContent)).isSameAs(made.get(0));
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();
        assertThat(isInTree(made.get(0))).isTrue();
        assertThat(made).hasSize(1);
    }

    @Test
    void aGateThatMissedALogoutDoesNotBringTheContentOfBeforeBack() {
        show();
        logIn("7", "ann");
        OnEdt.run(() -> window.remove(gate));
        OnEdt.settle();

        OnEdt.run(model::logout);
        assertThat(OnEdt.get(() -> Optional.ofNullable(gate.getContent()))).isEmpty();
        logIn("7", "ann");
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertThat(made).hasSize(2);
        assertThat(isInTree(made.get(0))).isFalse();
        assertThat(isInTree(made.get(1))).isTrue();
    }

    @Test
    void aGateThatWasAwayWhileItsUserWasLockedOutBringsTheContentBack() {
        show();
        logIn("7", "ann");
        OnEdt.run(() -> window.remove(gate));
        OnEdt.settle();
        OnEdt.run(model::lock);
        logIn("7", "ann");
        OnEdt.run(() -> window.add(gate));
        OnEdt.settle();

        assertThat(made).hasSize(1);
        assertThat(isInTree(made.get(0))).isTrue();
    }

    @Test
    void whoWaitsForTheContentDoesNotWaitForTheBanner() {
        show();
        List<Boolean> withBanner = new ArrayList<>();
        model.addPropertyChangeListener(
                "session",
                change -> withBanner.add(
                        Components.find(gate, "authgate.stayLoggedIn").isPresent()));

        logIn("7", "ann");

        assertThat(withBanner).containsExactly(false);
        assertThat(OnEdt.get(() -> Components.find(gate, "authgate.stayLoggedIn")))
                .isPresent();
    }

    @Test
    void aBannerThatHasSomethingToSayIsThereWithTheContent() {
        show();
        service.keeps = false;
        logIn(ScriptedService.session("7", "ann").withRememberMe(true));

        boolean isSaid = OnEdt.get(() -> {
            AuthGate second = new AuthGate(model, this::make);
            window.add(second);
            return Components.find(second, "authgate.dismiss")
                    .filter(button -> button.isVisible() && button.getParent().isVisible())
                    .isPresent();
        });

        assertThat(isSaid).isTrue();
    }

    @Test
    void aPasswordInTheBannerIsGoneWhenTheContentIs() {
        show();
        logIn("7", "ann");
        JPasswordField password = OnEdt.get(() -> (JPasswordField) Components.named(gate, "authgate.password"));
        OnEdt.run(() -> password.setText("secret"));

        OnEdt.run(model::lock);

        assertThat(OnEdt.get(() -> password.getDocument().getLength())).isZero();
    }

    @Test
    void twoGatesInOneWindowGiveTheHostsDefaultButtonBack() {
        JButton ok = OnEdt.get(JButton::new);
        JRootPane root = OnEdt.get(() -> {
            JRootPane pane = new JRootPane();
            JPanel content = new JPanel();
            content.add(ok);
            content.add(new AuthGate(model, this::make));
            content.add(new AuthGate(model, this::make));
            pane.setContentPane(content);
            pane.setDefaultButton(ok);
            window = new JPanel();
            window.add(pane);
            window.addNotify();
            return pane;
        });
        OnEdt.settle();
        assertThat(OnEdt.get(() -> root.getDefaultButton().getName())).isEqualTo("authgate.login");

        OnEdt.run(() -> model.login(new Credentials("x", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        OnEdt.settle();

        assertThat(OnEdt.get(root::getDefaultButton)).isSameAs(ok);
    }

    @Test
    void beforeItIsDisplayedItCanBeSetUpOnAnyThread() {
        AuthGate early = new AuthGate();
        early.setContentFactory(this::make);
        early.setRequiredCapability("read");
        early.setModel(model);

        assertThat(early.getRequiredCapability()).isEqualTo("read");
    }

    @Test
    void onceItIsDisplayedItBelongsOnTheEventDispatchThread() {
        show();

        assertThatThrownBy(() -> gate.setModel(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AuthGate.setModel");
        assertThatThrownBy(() -> gate.setContent(new JPanel())).isInstanceOf(IllegalStateException.class);
    }
}
