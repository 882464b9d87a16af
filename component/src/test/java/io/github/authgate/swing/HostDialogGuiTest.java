package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.AncestorEvent;
import javax.swing.event.AncestorListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hosts that ask "Save changes?" when they are told that something of theirs goes: nothing waits for the answer. */
class HostDialogGuiTest extends SessionGuiTest {

    private final JLabel content = onEdt(() -> new JLabel("content"));
    private final JLabel editor = onEdt(() -> new JLabel("unsaved"));
    private final JButton save = onEdt(() -> new JButton("Save"));
    private JFrame other;
    private JDialog question;

    @AfterEach
    void closeOther() {
        doOnEdt(() -> {
            if (other != null) {
                other.dispose();
            }
        });
    }

    private void showOther(JComponent part) {
        other = onEdt(() -> {
            JFrame frame = new JFrame("other");
            frame.add(part);
            frame.setSize(300, 200);
            frame.setLocation(700, 100);
            frame.setVisible(true);
            return frame;
        });
        untilPlaced(other);
    }

    /** Has a component do something, once, when it is told that it is taken away. */
    private static void whenGoing(JComponent part, Runnable action) {
        part.addAncestorListener(new AncestorListener() {
            @Override
            public void ancestorAdded(AncestorEvent event) {}

            @Override
            public void ancestorMoved(AncestorEvent event) {}

            @Override
            public void ancestorRemoved(AncestorEvent event) {
                part.removeAncestorListener(this);
                action.run();
            }
        });
    }

    private void askToSave(JFrame owner) {
        question = new JDialog(owner, "Save changes?", Dialog.ModalityType.APPLICATION_MODAL);
        save.addActionListener(event -> question.dispose());
        question.add(save);
        question.pack();
        question.setVisible(true);
    }

    @Test
    void aLockCoversEverythingAlsoTheDialogAndWhoUnlocksCanAnswerIt() {
        show(() -> new AuthGate(model, session -> content));
        logIn();
        showOther(editor);
        doOnEdt(() -> whenGoing(editor, () -> askToSave(other)));

        EventQueue.invokeLater(model::lock);
        until("the content is out of sight", () -> !content.isShowing());
        until(
                "the dialog carries the form",
                () -> question != null
                        && Components.find(question, "authgate.password")
                                .map(Component::isShowing)
                                .orElse(false));
        assertThat(onEdt(editor::isShowing)).isFalse();
        assertThat(onEdt(save::isShowing)).isFalse();

        Component password = onEdt(() -> Components.named(question, "authgate.password"));
        doOnEdt(password::requestFocusInWindow); // the virtual display gives a new dialog no first focus
        untilFocused(password);
        type("secret");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() == 2);
        service.lastLogin().grant("7", "ann");
        until("the question is back", save::isShowing);
        doOnEdt(() -> save.doClick(0));
        until("everything is back", () -> content.isShowing() && editor.isShowing());
    }

    @Test
    void aLogoutEmptiesEveryGateAlsoThoseAfterTheOneThatAsks() {
        show(() -> new AuthGate(model, session -> editor));
        showOther(onEdt(() -> new AuthGate(model, session -> content)));
        logIn();
        until("both are open", () -> content.isShowing() && editor.isShowing());
        doOnEdt(() -> whenGoing(editor, () -> askToSave((JFrame) window.target())));

        EventQueue.invokeLater(model::logout);

        until("the host asks", save::isShowing);
        until("the second gate is empty", () -> !content.isShowing());
        doOnEdt(() -> save.doClick(0));
        until("both show their forms", () -> showing(other) && showing((JFrame) window.target()));
    }

    private static boolean showing(JFrame frame) {
        return Components.find(frame, "authgate.login")
                .map(Component::isShowing)
                .orElse(false);
    }

    @Test
    void whatIsOnItsWayOutCannotBeClickedOrTypedIntoAnyMore() {
        JTextField field = onEdt(() -> new JTextField("letter"));
        AtomicInteger deleted = new AtomicInteger();
        JButton delete = onEdt(() -> new JButton("Delete"));
        delete.addActionListener(event -> deleted.incrementAndGet());
        show(() -> new AuthGate(model, session -> {
            JPanel panel = new JPanel(new BorderLayout());
            panel.add(delete, BorderLayout.CENTER);
            panel.add(field, BorderLayout.NORTH);
            panel.add(editor, BorderLayout.SOUTH);
            return panel;
        }));
        logIn();
        robot.click(delete);
        until("the button works", () -> deleted.get() == 1);
        doOnEdt(field::requestFocusInWindow);
        untilFocused(field);
        Point place = onEdt(delete::getLocationOnScreen);
        place.translate(20, 20);
        SecondaryLoop asking =
                onEdt(() -> Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop());
        AtomicInteger asked = new AtomicInteger();
        doOnEdt(() -> whenGoing(editor, () -> {
            asked.incrementAndGet();
            asking.enter();
        }));

        EventQueue.invokeLater(model::lock);
        until("the host asks", () -> asked.get() == 1);
        robot.click(place, org.assertj.swing.core.MouseButton.LEFT_BUTTON, 1);
        settle();
        robot.pressAndReleaseKeys(KeyEvent.VK_X);
        settle();

        assertThat(deleted).hasValue(1);
        String text = onEdt(field::getText);
        assertThat(text).isEqualTo("letter");
        assertThat(asking.exit()).isTrue();
        untilShowing("authgate.password");
    }
}
