package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.Credentials;
import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.GenericTypeMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person, a keyboard, a mouse and the form. */
class LoginPanelGuiTest extends GuiTest {

    private static final String METAL = "javax.swing.plaf.metal.MetalLookAndFeel";
    private static final String NIMBUS = "javax.swing.plaf.nimbus.NimbusLookAndFeel";
    private static final String FLAT = "com.formdev.flatlaf.FlatLightLaf";

    private final List<String> requests = new ArrayList<>();
    private final List<String> cancellations = new ArrayList<>();
    private LoginPanel panel;

    private void open() {
        open(panel -> {});
    }

    private void open(java.util.function.Consumer<LoginPanel> setUp) {
        show(() -> {
            panel = new LoginPanel();
            panel.addLoginListener(new LoginListener() {
                @Override
                public void loginRequested(LoginEvent event) {
                    try (Credentials credentials = event.getCredentials()) {
                        requests.add(credentials.username() + ":" + new String(credentials.password()) + ":"
                                + credentials.rememberMe());
                    }
                }

                @Override
                public void loginCancelled(LoginEvent event) {
                    cancellations.add("cancelled");
                    panel.setBusy(false);
                }
            });
            setUp.accept(panel);
            JPanel host = new JPanel(new BorderLayout());
            host.add(panel);
            return host;
        });
    }

    private Component username() {
        return window.textBox("authgate.username").target();
    }

    private JPasswordField password() {
        return (JPasswordField) window.textBox("authgate.password").target();
    }

    private JButton login() {
        return window.button("authgate.login").target();
    }

    private void fillIn(String username, String password) {
        window.textBox("authgate.username").enterText(username);
        window.textBox("authgate.password").enterText(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {FLAT, METAL, NIMBUS})
    void enterInThePasswordFieldSubmits(String look) {
        lookAndFeel(look);
        open();
        fillIn("ann", "s3cret \"x\"");
        press(KeyEvent.VK_ENTER);

        assertThat(requests).containsExactly("ann:s3cret \"x\":false");
    }

    @Test
    void enterInTheNameFieldSubmitsOnce() {
        open();
        window.textBox("authgate.password").enterText("secret");
        window.textBox("authgate.username").enterText("ann");
        press(KeyEvent.VK_ENTER);
        settle();

        assertThat(requests).containsExactly("ann:secret:false");
    }

    @Test
    void theButtonSubmits() {
        open();
        fillIn("ann", "secret");
        window.button("authgate.login").click();

        assertThat(requests).containsExactly("ann:secret:false");
    }

    @Test
    void theButtonIsTheDefaultOfItsWindow() {
        open();

        assertThat(onEdt(() -> panel.getRootPane().getDefaultButton().getName()))
                .isEqualTo("authgate.login");
    }

    @Test
    void whenTheFormLeavesTheDefaultButtonIsTheHostsAgain() {
        open();
        JButton own = onEdt(() -> {
            panel.getParent().remove(panel);
            JButton button = new JButton("Own");
            JFrame frame = (JFrame) window.target();
            frame.getContentPane().add(button, BorderLayout.SOUTH);
            frame.getRootPane().setDefaultButton(button);
            frame.getContentPane().add(panel);
            frame.validate();
            return button;
        });
        assertThat(onEdt(() -> panel.getRootPane().getDefaultButton().getName()))
                .isEqualTo("authgate.login");

        doOnEdt(() -> panel.getParent().remove(panel));

        assertThat(onEdt(() -> SwingUtilities.getRootPane(own).getDefaultButton()))
                .isSameAs(own);
    }

    @Test
    void theFocusStartsInTheEmptyNameField() {
        open();

        untilFocused(username());
    }

    @Test
    void theFocusStartsInThePasswordFieldIfTheNameIsKnown() {
        open(form -> form.setUsername("ann"));

        untilFocused(password());
    }

    @Test
    void tabGoesThroughTheFormInReadingOrder() {
        open(form -> {
            form.setRememberMeVisible(true);
            form.setForgotPasswordUri(java.net.URI.create("https://example.org/lost"));
        });
        untilFocused(username());
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            order.add(focusOwner().getName());
            tab();
        }

        assertThat(order)
                .containsExactly(
                        "authgate.username",
                        "authgate.password",
                        "authgate.rememberMe",
                        "authgate.forgotPassword",
                        "authgate.login");
    }

    @Test
    void mnemonicsLeadToTheFieldsAndTheButton() {
        open(form -> form.setRememberMeVisible(true));
        fillIn("ann", "secret");
        pressWithAlt(KeyEvent.VK_U);
        untilFocused(username());
        pressWithAlt(KeyEvent.VK_P);
        untilFocused(password());
        pressWithAlt(KeyEvent.VK_R);
        window.checkBox("authgate.rememberMe").requireSelected();
        pressWithAlt(KeyEvent.VK_L);

        assertThat(requests).containsExactly("ann:secret:true");
    }

    @Test
    void spaceSelectsRememberMe() {
        open(form -> form.setRememberMeVisible(true));
        window.checkBox("authgate.rememberMe")
                .focus()
                .pressAndReleaseKeys(KeyEvent.VK_SPACE)
                .requireSelected();
        fillIn("ann", "secret");
        press(KeyEvent.VK_ENTER);

        assertThat(requests).containsExactly("ann:secret:true");
    }

    @Test
    void whileBusyNothingCanBeTypedOrSubmittedAndEscapeCancels() {
        open();
        fillIn("ann", "secret");
        press(KeyEvent.VK_ENTER);
        press(KeyEvent.VK_ENTER);
        assertThat(requests).hasSize(1);
        window.textBox("authgate.username").requireDisabled();
        window.textBox("authgate.password").requireDisabled();
        window.button("authgate.login").requireDisabled().requireText("Logging in\u2026");
        assertThat(onEdt(() -> login().isDefaultButton()))
                .as("looks like the default")
                .isFalse();
        window.progressBar("authgate.progress").requireVisible().requireIndeterminate();

        press(KeyEvent.VK_ESCAPE);

        assertThat(cancellations).containsExactly("cancelled");
        window.textBox("authgate.password").requireEnabled().requireText("secret");
        untilFocused(password());
        assertThat(onEdt(() -> login().isDefaultButton()))
                .as("looks like the default")
                .isTrue();
    }

    @Test
    void theCancelButtonCancels() {
        open();
        fillIn("ann", "secret");
        press(KeyEvent.VK_ENTER);
        window.button("authgate.cancel").click();

        assertThat(cancellations).containsExactly("cancelled");
        requireNotShowing("authgate.cancel");
    }

    @Test
    void whenIdleEscapeBelongsToTheHost() {
        List<String> escapes = new ArrayList<>();
        open();
        doOnEdt(() -> {
            JComponent root = panel.getRootPane();
            root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                    .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
            root.getActionMap().put("close", new AbstractAction() {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(java.awt.event.ActionEvent event) {
                    escapes.add("closed");
                }
            });
        });
        window.textBox("authgate.password").click();
        press(KeyEvent.VK_ESCAPE);
        assertThat(escapes).hasSize(1);

        fillIn("ann", "secret");
        press(KeyEvent.VK_ENTER);
        press(KeyEvent.VK_ESCAPE);
        assertThat(escapes).as("while busy, Escape cancels and closes nothing").hasSize(1);
        assertThat(cancellations).hasSize(1);
    }

    @Test
    void betweenIdleAndBusyNothingJumps() {
        open();
        fillIn("ann", "secret");
        java.awt.Rectangle before = onEdt(() -> password().getBounds());
        java.awt.Point where = onEdt(() -> password().getLocationOnScreen());
        press(KeyEvent.VK_ENTER);
        until("the form is busy", panel::isBusy);
        settle();

        assertThat(onEdt(() -> password().getBounds())).isEqualTo(before);
        assertThat(onEdt(() -> password().getLocationOnScreen())).isEqualTo(where);
    }

    @ParameterizedTest
    @ValueSource(strings = {FLAT, METAL})
    void theRevealButtonShowsThePasswordUntilSomethingElseIsLookedAt(String look) {
        lookAndFeel(look);
        open();
        fillIn("ann", "secret");
        JToggleButton reveal = robot.finder().find(panel, new GenericTypeMatcher<JToggleButton>(JToggleButton.class) {
            @Override
            protected boolean isMatching(JToggleButton button) {
                return "Show".equals(button.getAccessibleContext().getAccessibleName());
            }
        });
        robot.click(reveal);
        until("the password can be read", () -> !password().echoCharIsSet());
        assertThat(onEdt(() -> password().isFocusOwner())).isTrue();

        window.textBox("authgate.username").click();

        until("the password is hidden", () -> password().echoCharIsSet());
        assertThat(onEdt(reveal::isSelected)).isFalse();
    }

    @Test
    void submittingHidesThePassword() {
        open();
        fillIn("ann", "secret");
        pressWithAlt(KeyEvent.VK_H);
        until("the password can be read", () -> !password().echoCharIsSet());
        press(KeyEvent.VK_ENTER);

        until("the password is hidden", () -> password().echoCharIsSet());
    }

    @Test
    void capsLockIsMentionedWhileThePasswordIsTyped() {
        lookAndFeel(METAL);
        capsLock(true);
        try {
            open();
            window.textBox("authgate.password").click();
            until("caps lock is mentioned", () -> capsLockHints() == 1);
            window.textBox("authgate.username").click();
            until("it is mentioned no more", () -> capsLockHints() == 0);
        } finally {
            capsLock(false);
        }
    }

    private int capsLockHints() {
        return (int) LoginPanelTest.parts(panel).stream()
                .filter(part -> part instanceof javax.swing.JLabel && part.isShowing())
                .filter(part -> "Caps Lock is on".equals(((javax.swing.JLabel) part).getText()))
                .count();
    }

    @Test
    void aNewLookAndFeelKeepsWhatWasTypedAndTheFocusAndTheMask() {
        open();
        fillIn("ann", "secret");
        for (String look : new String[] {METAL, NIMBUS, FLAT}) {
            lookAndFeel(look);
            doOnEdt(() -> SwingUtilities.updateComponentTreeUI(window.target()));
            settle();
            window.textBox("authgate.username").requireText("ann");
            window.textBox("authgate.password").requireText("secret");
            assertThat(onEdt(() -> password().isFocusOwner())).as(look).isTrue();
            assertThat(onEdt(() -> password().echoCharIsSet())).as(look).isTrue();
        }
        press(KeyEvent.VK_ENTER);
        assertThat(requests).containsExactly("ann:secret:false");
    }

    @ParameterizedTest
    @ValueSource(strings = {FLAT, METAL, NIMBUS})
    void isUsableInAWindowOf320By240(String look) {
        lookAndFeel(look);
        open();
        doOnEdt(() -> window.target().setSize(new Dimension(320, 240)));
        settle();
        window.textBox("authgate.username").focus();
        settle();
        type("ann");
        tab();
        until(
                "the password field has been scrolled into view",
                () -> password().getVisibleRect().height == password().getHeight());
        type("secret");
        press(KeyEvent.VK_ENTER);

        assertThat(requests).containsExactly("ann:secret:false");
    }

    @Test
    void theCardIsCentredAndOfLimitedWidth() {
        open();
        doOnEdt(() -> window.target().setSize(new Dimension(1200, 800)));
        settle();
        Component card = onEdt(() -> SwingUtilities.getAncestorOfClass(LoginForm.class, username()));
        int left = onEdt(() -> SwingUtilities.convertPoint(card, 0, 0, panel).x);
        int right = onEdt(() -> panel.getWidth() - left - card.getWidth());

        assertThat(Math.abs(left - right)).isLessThanOrEqualTo(1);
        assertThat(onEdt(card::getWidth)).isBetween(Look.units(320), Look.units(400));
    }

    @Test
    void aLongSentenceWrapsAndTheWidthStays() {
        open();
        Component card = onEdt(() -> SwingUtilities.getAncestorOfClass(LoginForm.class, username()));
        int width = onEdt(card::getWidth);
        doOnEdt(() -> panel.showFailure(new AuthException(Reason.SERVER_NOT_TRUSTED)));
        settle();

        assertThat(onEdt(card::getWidth)).isEqualTo(width);
        Component sentence = window.textBox("authgate.reason").target();
        assertThat(onEdt(() -> sentence.getHeight() >= sentence.getPreferredSize().height))
                .isTrue();
        assertThat(onEdt(sentence::getHeight)).isGreaterThan(Look.units(26));
    }
}
