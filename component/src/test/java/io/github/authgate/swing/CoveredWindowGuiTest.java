package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDesktopPane;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What hosts and users do to windows while these are locked. */
class CoveredWindowGuiTest extends SessionGuiTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final List<Window> opened = new ArrayList<>();
    private AuthGate gate;

    @BeforeEach
    void open() {
        show(() -> {
            gate = new AuthGate(model, session -> new JLabel("content"));
            return gate;
        });
    }

    @AfterEach
    void close() {
        doOnEdt(() -> {
            JDialog.setDefaultLookAndFeelDecorated(false);
            opened.forEach(Window::dispose);
        });
    }

    /** Opens a dialog of the frame with the gate. */
    private JDialog openDialog(Component content, Consumer<JDialog> prepare) {
        return onEdt(() -> {
            JDialog dialog = new JDialog(window.target(), "letter");
            dialog.add(content);
            dialog.setBounds(660, 40, 300, 200);
            prepare.accept(dialog);
            opened.add(dialog);
            dialog.setVisible(true);
            return dialog;
        });
    }

    private static JMenuBar menuBarWith(JMenuItem item) {
        JMenu menu = new JMenu("File");
        menu.add(item);
        JMenuBar bar = new JMenuBar();
        bar.add(menu);
        return bar;
    }

    @Test
    void aListenerThatThrowsWhenItsPopupClosesLeavesNoWindowUncovered() {
        logIn();
        JComboBox<String> combo = onEdt(() -> new JComboBox<>(new String[] {"a", "b"}));
        Thrower thrower = new Thrower();
        doOnEdt(() -> combo.addPopupMenuListener(thrower));
        openDialog(combo, dialog -> {});
        until("the combo box shows", combo::isShowing);
        doOnEdt(() -> combo.setPopupVisible(true));
        JLabel other = onEdt(() -> new JLabel("other"));
        openDialog(other, dialog -> {});
        Component list = onEdt(() -> ((Container) combo.getUI().getAccessibleChild(combo, 0)).getComponent(0));

        lock();

        assertThat(reported.all()).isNotEmpty();
        assertThat(isShowing(combo)).isFalse();
        assertThat(isShowing(other)).isFalse();
        assertThat(isShowing(list)).as("the popup itself").isFalse();
        doOnEdt(() -> combo.removePopupMenuListener(thrower));
    }

    @Test
    void aListenerThatThrowsWhenItsMenuItemIsDisabledLeavesNoWindowUncovered() {
        JMenuItem first = onEdt(() -> new JMenuItem("first"));
        JMenuItem second = onEdt(() -> new JMenuItem("second"));
        logIn();
        JLabel work = onEdt(() -> new JLabel("work"));
        doOnEdt(() -> {
            JMenuBar bar = menuBarWith(first);
            bar.getMenu(0).add(second);
            ((JFrame) window.target()).setJMenuBar(bar);
            first.addPropertyChangeListener("enabled", event -> {
                throw new IllegalStateException("not now");
            });
        });
        openDialog(work, dialog -> {});

        lock();
        assertThat(reported.all()).isNotEmpty();
        assertThat(isShowing(work)).isFalse();
        assertThat(onEdt(first::isEnabled)).isFalse();
        assertThat(onEdt(second::isEnabled)).isFalse();

        logIn();
        assertThat(isShowing(work)).isTrue();
        assertThat(onEdt(first::isEnabled)).isTrue();
        assertThat(onEdt(second::isEnabled)).isTrue();
    }

    @Test
    void whatTheHostAddsWhileLockedIsOutOfSightUntilUnlocked() {
        logIn();
        JDialog dialog = openDialog(onEdt(() -> new JLabel("work")), made -> {});
        lock();
        JLabel result = onEdt(() -> new JLabel("the result"));
        JLabel toast = onEdt(() -> new JLabel("done"));
        doOnEdt(() -> {
            dialog.add(result, "South");
            toast.setBounds(5, 5, 50, 20);
            dialog.getLayeredPane().add(toast, JLayeredPane.POPUP_LAYER);
            dialog.validate();
        });
        assertThat(isShowing(result)).isFalse();
        assertThat(isShowing(toast)).isFalse();

        logIn();
        assertThat(isShowing(result)).isTrue();
        assertThat(isShowing(toast)).isTrue();
    }

    @Test
    void aContentPaneThatTheHostSetsWhileLockedIsOutOfSightUntilUnlocked() {
        logIn();
        JLabel old = onEdt(() -> new JLabel("old"));
        JDialog dialog = openDialog(old, made -> {});
        lock();
        JLabel result = onEdt(() -> new JLabel("the result"));
        doOnEdt(() -> {
            JPanel next = new JPanel();
            next.add(result);
            dialog.setContentPane(next);
            dialog.validate();
        });
        assertThat(isShowing(result)).isFalse();

        logIn();
        assertThat(isShowing(result)).isTrue();
        assertThat(isShowing(old)).isFalse();
    }

    @Test
    void aDialogThatIsClosedWhileLockedHasItsContentAfterwards() {
        logIn();
        JLabel work = onEdt(() -> new JLabel("work"));
        JDialog dialog = openDialog(work, made -> {});
        lock();
        doOnEdt(dialog::dispose);
        doOnEdt(() -> dialog.setVisible(true));
        settle();
        assertThat(isShowing(work)).as("shown again while locked").isFalse();
        doOnEdt(dialog::dispose);

        logIn();
        doOnEdt(() -> dialog.setVisible(true));
        settle();
        assertThat(isShowing(work)).isTrue();
        assertThat(onEdt(() -> dialog.getRootPane().getLayeredPane())).isNotInstanceOf(CoverPane.class);
    }

    @Test
    void aGateInAnInternalFrameLocksTheMenuBarOfTheWindow() {
        JMenuItem save = onEdt(() -> new JMenuItem("Save"));
        doOnEdt(() -> {
            JFrame frame = (JFrame) window.target();
            JInternalFrame inner = new JInternalFrame("orders");
            inner.setSize(400, 400);
            JDesktopPane desktop = new JDesktopPane();
            desktop.add(inner);
            frame.setContentPane(desktop);
            frame.setJMenuBar(menuBarWith(save));
            inner.setContentPane(gate);
            inner.setVisible(true);
            frame.validate();
        });
        settle();
        assertThat(onEdt(save::isEnabled)).isFalse();

        logIn();
        assertThat(onEdt(save::isEnabled)).isTrue();
        lock();
        assertThat(onEdt(save::isEnabled)).isFalse();
    }

    @Test
    void whatTheContentFactoryTakesFromAUserStaysTaken() {
        JMenuItem delete = onEdt(() -> new JMenuItem("Delete"));
        doOnEdt(() -> {
            ((JFrame) window.target()).setJMenuBar(menuBarWith(delete));
            gate.setContentFactory(session -> {
                delete.setEnabled(session.user().hasCapability("delete"));
                return new JLabel("content");
            });
        });
        logIn();

        assertThat(onEdt(delete::isEnabled)).isFalse();
    }

    @Test
    void aMenuBarThatTheHostSetsWhileLockedIsLocked() {
        logIn();
        JDialog dialog = openDialog(onEdt(() -> new JLabel("work")), made -> {});
        lock();
        JMenuItem inFrame = onEdt(() -> new JMenuItem("Save"));
        JMenuItem inDialog = onEdt(() -> new JMenuItem("Save"));
        doOnEdt(() -> {
            ((JFrame) window.target()).setJMenuBar(menuBarWith(inFrame));
            dialog.setJMenuBar(menuBarWith(inDialog));
        });
        assertThat(onEdt(inFrame::isEnabled)).isFalse();
        assertThat(onEdt(inDialog::isEnabled)).isFalse();

        logIn();
        assertThat(onEdt(inFrame::isEnabled)).isTrue();
        assertThat(onEdt(inDialog::isEnabled)).isTrue();
        assertThat(isShowing(onEdt(dialog::getJMenuBar))).isTrue();
    }

    @Test
    void nobodyElseTakesOverWhileAModalDialogIsLocked() {
        logIn();
        JTextField letter = onEdt(() -> new JTextField("half a letter", 20));
        JDialog dialog = openModal(letter);
        lock();
        presentOn(dialog, "8", "bob");
        until("the form says no", () -> model.getFailure() != null);
        settle();

        assertThat(onEdt(() -> model.getFailure().code())).isEqualTo("dialog_of_another");
        assertThat(onEdt(() -> model.getLockedUser().id())).isEqualTo("7");
        until(
                "the dialog says why",
                () -> ((JTextComponent) Components.named(dialog, "authgate.reason"))
                        .getText()
                        .contains("Close it"));
        assertThat(isShowing(letter)).isFalse();

        logIn();
        assertThat(isShowing(letter)).isTrue();
        assertThat(letter.getText()).isEqualTo("half a letter");
    }

    @Test
    void whatANewcomerHasTypedOnACoverDoesNotStayThere() {
        logIn();
        JFrame other = onEdt(() -> {
            JFrame made = new JFrame("other");
            opened.add(made);
            made.add(new JLabel("ann's work"));
            made.setBounds(660, 40, 400, 400);
            made.setVisible(true);
            return made;
        });
        lock();
        doOnEdt(() -> window.target().dispose());
        until(
                "the other window carries the form",
                () -> Components.find(other, "authgate.password").isPresent());
        presentOn(other, "8", "bob");
        until("bob is in", () -> model.getState() == AuthModel.State.LOGGED_IN);
        settle();

        assertThat(onEdt(() -> ((JTextComponent) Components.named(other, "authgate.password"))
                        .getDocument()
                        .getLength()))
                .isZero();
    }

    @Test
    void aGlassPaneThatTheHostHidesWhileLockedStaysHidden() {
        logIn();
        JPanel busy = onEdt(JPanel::new);
        openDialog(onEdt(() -> new JLabel("work")), dialog -> {
            dialog.setGlassPane(busy);
            busy.setVisible(true);
        });
        lock();
        doOnEdt(() -> busy.setVisible(false));

        logIn();
        assertThat(isShowing(busy)).isFalse();
    }

    @Test
    void aWindowThatShowsWhileLockedIsCoveredBeforeItIsPainted() {
        logIn();
        JLabel palette = onEdt(() -> new JLabel("palette"));
        JDialog dialog = openDialog(palette, made -> made.setFocusableWindowState(false));
        doOnEdt(() -> dialog.setVisible(false));
        JLabel splash = onEdt(() -> new JLabel("splash"));
        JWindow popup = onEdt(() -> {
            JWindow made = new JWindow(window.target());
            opened.add(made);
            made.setType(Window.Type.POPUP);
            made.add(splash);
            made.setBounds(660, 300, 200, 100);
            return made;
        });
        lock();

        assertThat(onEdt(() -> {
                    dialog.setVisible(true);
                    return palette.isShowing();
                }))
                .isFalse();
        assertThat(onEdt(() -> {
                    popup.setVisible(true);
                    return splash.isShowing();
                }))
                .isFalse();
        logIn();
        assertThat(isShowing(palette)).isTrue();
        assertThat(isShowing(splash)).isTrue();
    }

    @Test
    void theTitleBarOfTheLookAndFeelStaysOverACover() {
        logIn();
        doOnEdt(() -> JDialog.setDefaultLookAndFeelDecorated(true));
        JLabel work = onEdt(() -> new JLabel("work"));
        JDialog dialog = openDialog(work, made -> {});
        settle();
        Component titleBar = onEdt(() -> titleBar(dialog));
        assertThat(isShowing(titleBar)).isTrue();
        lock();
        assertThat(isShowing(titleBar)).isTrue();
        assertThat(isShowing(work)).isFalse();

        doOnEdt(() -> {
            FlatDarkLaf.setup();
            for (Window each : Window.getWindows()) {
                SwingUtilities.updateComponentTreeUI(each);
            }
        });
        assertThat(onEdt(() -> titleBar(dialog)).isShowing()).isTrue();
        logIn();
        assertThat(isShowing(work)).isTrue();
        assertThat(onEdt(() -> titleBar(dialog)).isShowing()).isTrue();
        assertThat(isShowing(titleBar)).as("the title bar of the look before").isFalse();
    }

    private static Component titleBar(JDialog dialog) {
        Component found = null;
        for (Component child : dialog.getLayeredPane().getComponents()) {
            if (child.getClass().getSimpleName().equals("FlatTitlePane")) {
                assertThat(found).as("more than one title bar").isNull();
                found = child;
            }
        }
        assertThat(found).as("title bar").isNotNull();
        return found;
    }

    @Test
    void aChangeOfTheLookAndFeelReachesWhatIsCovered() {
        logIn();
        JButton work = onEdt(() -> new JButton("work"));
        openDialog(work, made -> {});
        lock();
        doOnEdt(() -> {
            try {
                UIManager.setLookAndFeel("javax.swing.plaf.metal.MetalLookAndFeel");
            } catch (ReflectiveOperationException | javax.swing.UnsupportedLookAndFeelException e) {
                throw new AssertionError(e);
            }
            for (Window each : Window.getWindows()) {
                SwingUtilities.updateComponentTreeUI(each);
            }
        });
        logIn();
        assertThat(onEdt(() -> work.getUI().getClass().getSimpleName())).isEqualTo("MetalButtonUI");
        doOnEdt(FlatLightLaf::setup);
    }

    /** A host's listener that is not prepared for a lock. */
    private static final class Thrower implements PopupMenuListener {

        @Override
        public void popupMenuWillBecomeVisible(PopupMenuEvent event) {}

        @Override
        public void popupMenuCanceled(PopupMenuEvent event) {}

        @Override
        public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
            throw new IllegalStateException("not now");
        }
    }
}
