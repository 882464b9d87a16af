package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that a host has bound on what its gates are in. */
class HostKeysGuiTest extends SessionGuiTest {

    private final List<String> fired = new ArrayList<>();
    private AuthGate gate;
    private AuthGate second;
    private JPanel main;

    @BeforeEach
    void open() {
        show(() -> {
            gate = new AuthGate(model, session -> new JLabel("content"));
            second = new AuthGate(model, session -> new JLabel("more"));
            main = new JPanel(new BorderLayout());
            main.add(gate);
            main.add(second, BorderLayout.EAST);
            return main;
        });
        doOnEdt(() -> {
            JFrame frame = (JFrame) window.target();
            bind(gate, KeyEvent.VK_F4, JComponent.WHEN_IN_FOCUSED_WINDOW, "gate");
            bind(main, KeyEvent.VK_F5, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ancestor");
            bind(main, KeyEvent.VK_F6, JComponent.WHEN_IN_FOCUSED_WINDOW, "content pane");
            bind(frame.getLayeredPane(), KeyEvent.VK_F7, JComponent.WHEN_IN_FOCUSED_WINDOW, "layered pane");
            bind(frame.getRootPane(), KeyEvent.VK_F8, JComponent.WHEN_IN_FOCUSED_WINDOW, "root pane");
        });
    }

    private void bind(JComponent component, int key, int when, String name) {
        component.getInputMap(when).put(KeyStroke.getKeyStroke(key, 0), name);
        component.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                fired.add(name);
            }
        });
    }

    private List<String> pressAll() {
        doOnEdt(fired::clear);
        for (int key = KeyEvent.VK_F4; key <= KeyEvent.VK_F9; key++) {
            press(key);
        }
        return onEdt(() -> List.copyOf(fired));
    }

    private void focusPassword(AuthGate which) {
        JComponent password = (JComponent) onEdt(() -> Components.named(which, "authgate.password"));
        doOnEdt(password::requestFocusInWindow);
        untilFocused(password);
    }

    @Test
    void noneAnswersWhileLockedAndAllDoAfterwards() {
        logIn();
        lock();
        focusPassword(gate);
        assertThat(pressAll()).isEmpty();

        logIn();
        doOnEdt(main::requestFocusInWindow);
        untilFocused(main);
        assertThat(pressAll()).containsExactly("gate", "ancestor", "content pane", "layered pane", "root pane");
    }

    @Test
    void whereAGateIsMovedWhileLockedTheKeysAreMuteAndThoseOfTheOtherGateStaySo() {
        JPanel side = onEdt(() -> new JPanel(new BorderLayout()));
        doOnEdt(() -> {
            bind(side, KeyEvent.VK_F9, JComponent.WHEN_IN_FOCUSED_WINDOW, "side");
            main.add(side, BorderLayout.SOUTH);
            main.validate();
        });
        logIn();
        lock();
        doOnEdt(() -> {
            side.add(gate);
            main.validate();
        });
        settle();
        focusPassword(second);
        assertThat(pressAll()).isEmpty();

        doOnEdt(() -> {
            main.add(gate);
            main.validate();
        });
        settle();
        focusPassword(second);
        assertThat(pressAll()).containsExactly("side");
    }
}
