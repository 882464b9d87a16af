package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person without a mouse. */
class KeyboardOnlyGuiTest extends GuiTest {

    private final ScriptedService service = new ScriptedService();
    private AuthModel model;
    private AuthGate gate;
    private JTextField work;

    private void open() {
        show(() -> {
            model = new AuthModel(service);
            gate = new AuthGate(model, session -> content());
            JPanel host = new JPanel(new BorderLayout());
            host.add(gate);
            return host;
        });
        untilShowing("authgate.password");
    }

    /** The host's own part: a field, F2 to lock and F3 to log out. */
    private JComponent content() {
        work = new JTextField("work", 10);
        work.setName("content");
        JPanel panel = new JPanel();
        panel.add(work);
        bind(panel, KeyEvent.VK_F2, () -> model.lock());
        bind(panel, KeyEvent.VK_F3, () -> model.logout());
        return panel;
    }

    private static void bind(JComponent part, int key, Runnable action) {
        part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(key, 0), "key" + key);
        part.getActionMap().put("key" + key, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    private void submit(String password, int attempt) {
        type(password);
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() == attempt);
    }

    private void untilAtPassword() {
        untilShowing("authgate.password");
        untilFocused(window.textBox("authgate.password").target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.formdev.flatlaf.FlatLightLaf",
                "javax.swing.plaf.metal.MetalLookAndFeel",
                "javax.swing.plaf.nimbus.NimbusLookAndFeel",
            })
    void logsInIsDeniedCancelsLocksUnlocksAndLogsOut(String look) {
        lookAndFeel(look);
        open();
        untilFocused(window.textBox("authgate.username").target());

        type("ann");
        tab();
        untilAtPassword();
        submit("wrong", 1);
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        untilShowing("authgate.accessDenied");
        untilAtPassword();
        window.textBox("authgate.password").requireText("");

        submit("secret", 2);
        until("the form is busy", () -> model.isBusy());
        press(KeyEvent.VK_ESCAPE);
        until("nothing is under way", () -> !model.isBusy());
        untilAtPassword();

        press(KeyEvent.VK_ENTER);
        until("what was typed is sent again", () -> service.logins.size() == 3);
        assertThat(service.lastLogin().password).isEqualTo("secret");
        service.lastLogin().grant("7", "ann");
        untilShowing("content");
        untilFocused(work);
        type("my ");

        press(KeyEvent.VK_F2);
        untilAtPassword();
        submit("secret", 4);
        service.lastLogin().grant("7", "ann");
        untilShowing("content");
        untilFocused(work);
        String text = onEdt(work::getText);
        assertThat(text).contains("my ");

        press(KeyEvent.VK_F3);
        untilShowing("authgate.username");
        requireNotShowing("content");
        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOGGED_OUT);
        assertThat(service.loggedOut).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javax.swing.plaf.metal.MetalLookAndFeel", "com.formdev.flatlaf.FlatLightLaf"})
    void mnemonicsReachTheFields(String look) {
        lookAndFeel(look);
        open();
        untilFocused(window.textBox("authgate.username").target());

        pressWithAlt(KeyEvent.VK_P);
        untilAtPassword();
        pressWithAlt(KeyEvent.VK_U);
        untilFocused(window.textBox("authgate.username").target());
    }
}
