package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dialog;
import java.awt.FlowLayout;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import org.assertj.swing.core.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A button of the host that somebody holds down at the moment of the lock. */
class HeldButtonGuiTest extends SessionGuiTest {

    private final List<String> fired = new ArrayList<>();
    private JButton inGate;
    private JButton inDialog;
    private JDialog dialog;

    @BeforeEach
    void open() {
        show(() -> {
            inGate = button("in the gate");
            JPanel content = new JPanel(new FlowLayout());
            content.add(inGate);
            return new AuthGate(model, session -> content);
        });
        logIn();
        until("the content shows", inGate::isShowing);
    }

    private JButton button(String text) {
        JButton button = new JButton(text);
        button.addActionListener(event -> fired.add(text));
        return button;
    }

    private void openDialog() {
        dialog = onEdt(() -> {
            JDialog made = new JDialog(window.target(), "tools", Dialog.ModalityType.MODELESS);
            inDialog = button("in a dialog");
            made.setLayout(new FlowLayout());
            made.add(inDialog);
            made.setBounds(660, 40, 300, 200);
            made.setVisible(true);
            return made;
        });
        untilPlaced(dialog);
        doOnEdt(inDialog::requestFocusInWindow);
        untilFocused(inDialog);
    }

    @AfterEach
    void close() {
        if (dialog != null) {
            doOnEdt(dialog::dispose);
        }
    }

    private void hold(JButton button) {
        Point middle = onEdt(() -> new Point(button.getWidth() / 2, button.getHeight() / 2));
        robot.pressMouse(button, middle, MouseButton.LEFT_BUTTON);
        until("the button is held down", () -> button.getModel().isPressed() && button.isFocusOwner());
    }

    private void assertNothingFired(JButton button) {
        settle();
        logIn();
        until("the content is back", button::isShowing);
        assertThat(onEdt(() -> button.getModel().isPressed())).isFalse();
        assertThat(onEdt(() -> List.copyOf(fired))).isEmpty();
    }

    @Test
    void theLockIsNoClickOnAButtonOfTheContent() {
        hold(inGate);
        lock();
        robot.releaseMouseButtons();
        assertNothingFired(inGate);
    }

    @Test
    void theLockIsNoClickOnAButtonOfAnotherWindow() {
        openDialog();
        hold(inDialog);
        lock();
        robot.releaseMouseButtons();
        assertNothingFired(inDialog);
    }

    @Test
    void theLockIsNoKeyReleasedOnAButton() {
        robot.click(inGate);
        until("it has been clicked", () -> fired.size() == 1);
        doOnEdt(fired::clear);
        robot.pressKey(KeyEvent.VK_SPACE);
        until("the button is held down", () -> inGate.getModel().isPressed());
        lock();
        robot.releaseKey(KeyEvent.VK_SPACE);
        assertNothingFired(inGate);
    }
}
