package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDesktopPane;
import javax.swing.JInternalFrame;
import javax.swing.JLayeredPane;
import javax.swing.JOptionPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Content with an internal dialog open, which has the mouse of its window to itself. */
class InternalDialogsGuiTest extends SessionGuiTest {

    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<String> clicked = new CopyOnWriteArrayList<>();
    private JDesktopPane desktop;
    private JButton button;

    @BeforeEach
    void openDialog() {
        show(() -> new AuthGate(model, session -> content(session.user().getName())));
        logIn();
        JDesktopPane anns = desktop;
        EventQueue.invokeLater(() -> answers.add(JOptionPane.showInternalConfirmDialog(anns, "Really?")));
        until("the dialog shows", () -> anns.getAllFrames().length == 2);
    }

    private JComponent content(String name) {
        desktop = new JDesktopPane();
        JInternalFrame letter = new JInternalFrame("letter");
        button = new JButton(name);
        button.addActionListener(event -> clicked.add(name));
        letter.add(button);
        letter.setBounds(10, 10, 200, 100);
        letter.setVisible(true);
        desktop.add(letter, JLayeredPane.PALETTE_LAYER);
        return desktop;
    }

    private void requireThatTheMouseReachesBob() {
        logIn("8", "bob");
        robot.click(button);
        settle();

        assertThat(clicked).containsExactly("bob");
        assertThat(answers).containsExactly(JOptionPane.CLOSED_OPTION);
    }

    @Test
    void aLogoutClosesTheDialogAndGivesTheMouseFree() {
        logOut();

        requireThatTheMouseReachesBob();
    }

    @Test
    void aLogoutAfterALockDoesSo() {
        lock();
        logOut();

        requireThatTheMouseReachesBob();
    }

    @Test
    void anotherUserAfterALockFindsTheMouseFree() {
        lock();

        requireThatTheMouseReachesBob();
    }

    @Test
    void aLockLeavesTheDialogToItsUserAndTheFormToTheKeyboard() {
        lock();
        logIn();

        assertThat(answers).isEmpty();
        assertThat(onEdt(() -> desktop.getAllFrames().length)).isEqualTo(2);
    }
}
