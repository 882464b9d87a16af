package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractAction;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One frame at work while another, which holds the gate, locks. Real keys between two frames need a window manager; what
 * needs none of them is in {@link WindowLockGuiTest}.
 */
@Tag("wm")
class TwoFramesGuiTest extends SessionGuiTest {

    private final List<String> fired = new CopyOnWriteArrayList<>();
    private JFrame workFrame;
    private JTextField work;

    @BeforeEach
    void open() {
        show(() -> new AuthGate(model, session -> new JLabel("content")));
        logIn();
        onEdt(() -> {
            JMenuItem save = new JMenuItem(new AbstractAction("Save") {
                private static final long serialVersionUID = 1L;

                @Override
                public void actionPerformed(ActionEvent event) {
                    fired.add("save");
                }
            });
            save.setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_S, InputEvent.CTRL_DOWN_MASK));
            JMenu file = new JMenu("File");
            file.add(save);
            JMenuBar bar = new JMenuBar();
            bar.add(file);
            work = new JTextField("half a report", 20);
            workFrame = new JFrame("work");
            workFrame.setJMenuBar(bar);
            workFrame.add(work, BorderLayout.NORTH);
            workFrame.setBounds(660, 40, 420, 260);
            workFrame.setVisible(true);
            return null;
        });
        focusWork();
    }

    @AfterEach
    void closeWork() {
        doOnEdt(workFrame::dispose);
    }

    private void focusWork() {
        doOnEdt(() -> {
            workFrame.toFront();
            work.requestFocus();
        });
        untilFocused(work);
    }

    @SuppressWarnings("deprecation") // the masks that AssertJ-Swing's robot takes
    private void pressCtrlS() {
        robot.pressAndReleaseKey(KeyEvent.VK_S, InputEvent.CTRL_MASK);
        robot.waitForIdle();
        settle();
    }

    @Test
    void anAcceleratorOfTheOtherFrameFiresBeforeAndAfterALockButNotDuringIt() {
        pressCtrlS();
        assertThat(fired).containsExactly("save");

        lock();
        doOnEdt(workFrame::toFront);
        until("the frame is active", workFrame::isActive);
        pressCtrlS();
        type("x");
        settle();
        assertThat(fired).containsExactly("save");
        assertThat(onEdt(work::isShowing)).isFalse();

        logIn();
        assertThat(work.getText()).isEqualTo("half a report");
        focusWork();
        pressCtrlS();
        assertThat(fired).containsExactly("save", "save");
    }

    @Test
    void anOpenPopupOfTheOtherFrameCloses() {
        JPopupMenu popup = onEdt(() -> {
            JPopupMenu made = new JPopupMenu();
            made.add(new JMenuItem("Delete"));
            made.show(work, 5, 5);
            return made;
        });
        until("the popup shows", popup::isShowing);

        lock();

        assertThat(onEdt(popup::isShowing)).isFalse();
    }

    @Test
    void aModalDialogOfTheOtherFrameCarriesTheFormAndComesBackWithItsText() {
        JTextField letter = onEdt(() -> new JTextField(20));
        SwingUtilities.invokeLater(() -> {
            JDialog dialog = new JDialog(workFrame, "letter", Dialog.ModalityType.APPLICATION_MODAL);
            dialog.add(letter);
            dialog.pack();
            dialog.setLocationRelativeTo(workFrame);
            dialog.setVisible(true);
            fired.add("dialog closed");
        });
        untilFocused(letter);
        type("half a letter");

        doOnEdt(model::lock);
        until("the letter is out of sight", () -> !letter.isShowing());
        until("the form has the focus", () -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner != null && "authgate.password".equals(owner.getName());
        });
        type("secret");
        press(KeyEvent.VK_ENTER);
        until("a login is asked for", () -> model.getState() == AuthModel.State.LOGGING_IN);
        service.lastLogin().grant("7", "ann");

        until("the letter is back", letter::isShowing);
        assertThat(letter.getText()).isEqualTo("half a letter");
        assertThat(fired).isEmpty();
        doOnEdt(() -> SwingUtilities.getWindowAncestor(letter).dispose());
    }
}
