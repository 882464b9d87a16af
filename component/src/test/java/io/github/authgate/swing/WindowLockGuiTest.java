package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Locking the windows of an application that has more than one. */
class WindowLockGuiTest extends SessionGuiTest {

    private final List<String> saved = new CopyOnWriteArrayList<>();
    private AuthGate gate;
    private JMenuItem save;
    private JMenuItem exit;

    @BeforeEach
    void open() {
        show(() -> {
            gate = new AuthGate(model, session -> new JLabel("content"));
            JPanel host = new JPanel(new BorderLayout());
            host.add(gate);
            return host;
        });
        doOnEdt(() -> {
            JFrame frame = (JFrame) window.target();
            save = new JMenuItem(saveAction("menu"));
            save.setAccelerator(KeyStroke.getKeyStroke(KeyEvent.VK_S, InputEvent.CTRL_DOWN_MASK));
            exit = new JMenuItem("Exit");
            exit.putClientProperty("AuthGate.alwaysEnabled", true);
            JMenu file = new JMenu("File");
            file.add(save);
            file.add(exit);
            JMenu edit = new JMenu("Edit");
            edit.add(new JMenuItem("Undo"));
            JMenuBar bar = new JMenuBar();
            bar.add(file);
            bar.add(edit);
            frame.setJMenuBar(bar);
            model.views().update();
        });
    }

    private AbstractAction saveAction(String how) {
        return new AbstractAction("Save") {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                saved.add(how);
            }
        };
    }

    /** Opens a modal dialog with a text field, without waiting for it to close. */
    private JTextField openModalDialog() {
        JTextField field = onEdt(() -> new JTextField("half a letter", 20));
        SwingUtilities.invokeLater(() -> {
            JDialog dialog = new JDialog(window.target(), "letter", Dialog.ModalityType.APPLICATION_MODAL);
            dialog.setName("letter");
            field.setName("letter.text");
            JButton ok = new JButton(saveAction("dialog"));
            dialog.getContentPane().add(field, BorderLayout.CENTER);
            dialog.getContentPane().add(ok, BorderLayout.SOUTH);
            dialog.getRootPane().setDefaultButton(ok);
            dialog.pack();
            dialog.setVisible(true);
            saved.add("dialog closed");
        });
        until("the dialog shows", field::isShowing);
        doOnEdt(field::requestFocusInWindow); // the virtual display gives a new dialog no first focus
        untilFocused(field);
        return field;
    }

    @Test
    void theMenuBarAnswersOnlyWhileTheGateIsOpen() {
        assertThat(onEdt(save::isEnabled)).isFalse();
        assertThat(onEdt(exit::isEnabled)).isTrue();

        logIn();
        assertThat(onEdt(save::isEnabled)).isTrue();

        lock();
        assertThat(onEdt(save::isEnabled)).isFalse();
        assertThat(onEdt(() ->
                        ((JFrame) window.target()).getJMenuBar().getMenu(1).isEnabled()))
                .isFalse();
        assertThat(onEdt(() ->
                        ((JFrame) window.target()).getJMenuBar().getMenu(0).isEnabled()))
                .as("leads to Exit")
                .isTrue();
    }

    @Test
    @SuppressWarnings("deprecation") // the masks that AssertJ-Swing's robot takes
    void anAcceleratorDoesNotFireWhileLocked() {
        logIn();
        doOnEdt(() -> {
            JComponent root = ((JFrame) window.target()).getRootPane();
            root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                    .put(KeyStroke.getKeyStroke(KeyEvent.VK_D, InputEvent.CTRL_DOWN_MASK), "save");
            root.getActionMap().put("save", saveAction("root pane"));
        });
        lock();
        window.textBox("authgate.password").focus();
        robot.pressAndReleaseKey(KeyEvent.VK_S, InputEvent.CTRL_MASK);
        robot.pressAndReleaseKey(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        settle();
        assertThat(saved).isEmpty();

        logIn();
        window.target().requestFocus();
        robot.focus(window.target());
        robot.pressAndReleaseKey(KeyEvent.VK_S, InputEvent.CTRL_MASK);
        robot.pressAndReleaseKey(KeyEvent.VK_D, InputEvent.CTRL_MASK);
        until("both save again", () -> saved.size() == 2);
    }

    @Test
    void whatTheHostEnablesWhileLockedIsEnabledAfterwards() {
        logIn();
        doOnEdt(() -> save.getAction().setEnabled(false));
        lock();
        doOnEdt(() -> save.getAction().setEnabled(true));
        settle();
        assertThat(onEdt(save::isEnabled)).isFalse();

        logIn();
        assertThat(onEdt(save::isEnabled)).isTrue();
    }

    @Test
    void aModalDialogIsCoveredAndCarriesTheFormAndComesBackWithItsText() {
        logIn();
        JTextField field = openModalDialog();
        press(KeyEvent.VK_END);
        type("!");
        lock();

        assertThat(onEdt(field::isShowing)).isFalse();
        assertThat(onEdt(() -> SwingUtilities.isDescendingFrom(field, field.getRootPane())))
                .isFalse();
        assertThat(saved).as("the dialog has not been closed").isEmpty();
        until("the form on the dialog has the focus", () -> {
            java.awt.Component owner = java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                    .getFocusOwner();
            return owner != null
                    && "authgate.password".equals(owner.getName())
                    && SwingUtilities.getWindowAncestor(owner) instanceof JDialog;
        });

        type("secret");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() == 2);
        assertThat(service.lastLogin().password).isEqualTo("secret");
        assertThat(saved)
                .as("Enter went to the form, not to the dialog's button")
                .isEmpty();
        service.lastLogin().grant("7", "ann");

        until("the dialog is back", field::isShowing);
        untilFocused(field);
        String text = onEdt(field::getText);
        assertThat(text).isEqualTo("half a letter!");
        press(KeyEvent.VK_ENTER);
        until("its button is the default again", () -> saved.contains("dialog"));
        doOnEdt(() -> SwingUtilities.getWindowAncestor(field).dispose());
        until("the host's call returns when the host closes it", () -> saved.contains("dialog closed"));
    }

    @Test
    void aWrongPasswordOnTheCoverIsSaidThere() {
        logIn();
        JTextField field = openModalDialog();
        lock();
        until("the form on the dialog is ready", () -> focusedName().equals("authgate.password"));
        type("wrong");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() == 2);
        service.lastLogin().refuse(io.github.authgate.AuthException.Reason.INVALID_CREDENTIALS);

        until(
                "the refusal shows on the dialog",
                () -> Components.find(
                                (java.awt.Container) SwingUtilities.getRoot(
                                        java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                                                .getActiveWindow()),
                                "authgate.accessDenied")
                        .map(java.awt.Component::isShowing)
                        .orElse(false));
        assertThat(onEdt(field::isShowing)).isFalse();
    }

    private static String focusedName() {
        java.awt.Component owner =
                java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getName());
    }

    @Test
    void anOpenPopupMenuIsClosed() {
        logIn();
        JPopupMenu popup = onEdt(() -> {
            JPopupMenu menu = new JPopupMenu();
            menu.add(new JMenuItem(saveAction("popup")));
            menu.show(gate, 20, 20);
            return menu;
        });
        until("the popup shows", popup::isShowing);

        lock();

        assertThat(onEdt(popup::isShowing)).isFalse();
    }

    @Test
    void anotherFrameIsCoveredAndUncoveredWithItsMenusAndItsSize() {
        logIn();
        JTextField field = onEdt(() -> new JTextField("another", 20));
        JFrame other = onEdt(() -> {
            JFrame frame = new JFrame("other");
            frame.setName("other");
            frame.add(field);
            JMenuBar bar = new JMenuBar();
            JMenu menu = new JMenu("Tools");
            menu.add(new JMenuItem("Do"));
            bar.add(menu);
            frame.setJMenuBar(bar);
            frame.pack();
            frame.setLocation(700, 100);
            frame.setVisible(true);
            return frame;
        });
        untilPlaced(other);
        java.awt.Rectangle bounds = onEdt(other::getBounds);

        lock();
        assertThat(onEdt(field::isShowing)).isFalse();
        assertThat(onEdt(() -> other.getJMenuBar().getMenu(0).isEnabled())).isFalse();
        assertThat(onEdt(other::isShowing)).isTrue();

        logIn();
        assertThat(onEdt(field::isShowing)).isTrue();
        assertThat(onEdt(() -> other.getJMenuBar().getMenu(0).isEnabled())).isTrue();
        java.awt.Rectangle after = onEdt(other::getBounds);
        assertThat(after).isEqualTo(bounds);
        doOnEdt(other::dispose);
    }

    @Test
    void aWindowThatOpensWhileLockedIsCovered() {
        logIn();
        lock();
        JTextField field = onEdt(() -> new JTextField("popped up", 20));
        JFrame late = onEdt(() -> {
            JFrame frame = new JFrame("late");
            frame.add(field);
            frame.pack();
            frame.setVisible(true);
            return frame;
        });

        until("the late window is covered", () -> late.isShowing() && !field.isShowing());

        logIn();
        until("the late window is free", field::isShowing);
        doOnEdt(late::dispose);
    }

    @Test
    void aWindowOfAnotherModelIsLeftAlone() {
        logIn();
        ScriptedService otherService = new ScriptedService();
        List<JLabel> content = new ArrayList<>();
        AuthModel otherModel = onEdt(() -> new AuthModel(otherService));
        JFrame other = onEdt(() -> {
            JFrame frame = new JFrame("independent");
            frame.add(new AuthGate(otherModel, session -> {
                JLabel label = new JLabel("independent content");
                content.add(label);
                return label;
            }));
            frame.setSize(400, 300);
            frame.setLocation(700, 100);
            frame.setVisible(true);
            return frame;
        });
        doOnEdt(() -> otherModel.login(new Credentials("bob", "secret".toCharArray(), false)));
        otherService.lastLogin().grant("9", "bob");
        until(
                "the other gate is open",
                () -> content.size() == 1 && content.get(0).isShowing());

        lock();

        assertThat(onEdt(() -> content.get(0).isShowing())).isTrue();
        assertThat(onEdt(otherModel::getState)).isEqualTo(AuthModel.State.LOGGED_IN);
        doOnEdt(other::dispose);
    }

    @Test
    void withoutLockingWindowsOtherFramesStayUsable() {
        doOnEdt(() -> model.setLocksWindows(false));
        logIn();
        JTextField field = onEdt(() -> new JTextField("another", 20));
        JFrame other = onEdt(() -> {
            JFrame frame = new JFrame("other");
            frame.add(field);
            frame.pack();
            frame.setVisible(true);
            return frame;
        });
        lock();

        assertThat(onEdt(field::isShowing)).isTrue();
        doOnEdt(other::dispose);
    }

    private JFrame openOtherFrame(JTextField field) {
        JFrame other = onEdt(() -> {
            JFrame frame = new JFrame("other");
            frame.add(field);
            frame.setSize(500, 420);
            frame.setLocation(700, 100);
            frame.setVisible(true);
            return frame;
        });
        until("the other frame shows", field::isShowing);
        return other;
    }

    @Test
    void aHostThatLocksAgainWhenItsWindowComesBackIsLocked() {
        logIn();
        List<JTextField> fields = List.of(onEdt(JTextField::new), onEdt(JTextField::new), onEdt(JTextField::new));
        List<JFrame> others = new ArrayList<>();
        AtomicInteger relocks = new AtomicInteger();
        fields.forEach(field -> others.add(openOtherFrame(field)));
        lock();
        doOnEdt(() -> fields.forEach(field -> field.addHierarchyListener(event -> {
            if (field.isShowing() && relocks.getAndIncrement() == 0) {
                model.lock();
            }
        })));
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        until("it has locked again", () -> relocks.get() > 0);

        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOCKED);
        assertThat(onEdt(() -> fields.stream().anyMatch(JTextField::isShowing)))
                .as("any window")
                .isFalse();
        assertThat(onEdt(save::isEnabled)).as("the menu").isFalse();

        logIn();
        assertThat(onEdt(() -> fields.stream().allMatch(JTextField::isShowing)))
                .as("all windows")
                .isTrue();
        assertThat(onEdt(save::isEnabled)).as("the menu").isTrue();
        doOnEdt(() -> others.forEach(JFrame::dispose));
    }

    @Test
    void whatWasCoveredComesBackForItsUserOnly() {
        logIn();
        JTextField field = onEdt(() -> new JTextField("ann's work", 20));
        JFrame other = openOtherFrame(field);
        lock();
        logOut();
        assertThat(onEdt(field::isShowing)).as("after logout").isFalse();

        logIn("8", "eve");
        assertThat(onEdt(field::isShowing)).as("for somebody else").isFalse();

        lock();
        logIn("8", "eve");
        assertThat(onEdt(field::isShowing))
                .as("for somebody else who has locked")
                .isFalse();

        logOut();
        logIn();
        assertThat(onEdt(field::isShowing)).as("for its user").isTrue();
        doOnEdt(other::dispose);
    }

    @Test
    void aHostThatLocksAgainWhenItsMenuComesBackIsLockedWithItsWholeMenuBar() {
        logIn();
        AtomicInteger relocks = new AtomicInteger();
        List<JMenuItem> items = onEdt(() -> {
            JMenu edit = ((JFrame) window.target()).getJMenuBar().getMenu(1);
            List<JMenuItem> made = new ArrayList<>();
            for (String name : List.of("Cut", "Copy", "Paste", "Delete")) {
                made.add(edit.add(name));
            }
            return made;
        });
        lock();
        doOnEdt(() -> items.forEach(item -> item.addPropertyChangeListener("enabled", event -> {
            if (item.isEnabled() && relocks.getAndIncrement() == 0) {
                model.lock();
            }
        })));
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        until("it has locked again", () -> relocks.get() > 0);
        settle();

        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOCKED);
        assertThat(onEdt(() -> items.stream().anyMatch(JMenuItem::isEnabled))).isFalse();
        logIn();
        assertThat(onEdt(() -> items.stream().allMatch(JMenuItem::isEnabled))).isTrue();
    }

    @Test
    void closingTheWindowWithTheGateDoesNotUncoverTheOthersButBringsThemTheForm() {
        logIn();
        JTextField field = onEdt(() -> new JTextField("ann's work", 20));
        JFrame other = openOtherFrame(field);
        lock();
        doOnEdt(() -> window.target().dispose());
        settle();

        assertThat(onEdt(field::isShowing)).isFalse();
        until(
                "the other window carries the form",
                () -> Components.find(other, "authgate.password")
                        .map(java.awt.Component::isShowing)
                        .orElse(false));
        logIn();
        assertThat(onEdt(field::isShowing)).isTrue();
        doOnEdt(other::dispose);
    }
}
