package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicButtonUI;
import javax.swing.plaf.metal.MetalButtonUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cover on a root pane, on the component tree alone. */
class WindowCoverTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final List<String> fired = new ArrayList<>();
    private JPanel window;
    private JRootPane root;
    private JLabel work;
    private WindowCover cover;

    @BeforeEach
    void open() {
        OnEdt.run(() -> {
            window = new JPanel(new BorderLayout());
            root = new JRootPane();
            work = new JLabel("work");
            root.getContentPane().add(work);
            window.add(root);
            window.addNotify();
            window.setSize(300, 200);
        });
    }

    private void cover() {
        OnEdt.run(() -> cover = WindowCover.hold(root, this, null, Locale.ENGLISH));
    }

    private void uncover() {
        OnEdt.run(() -> cover.release(this));
    }

    private boolean isInTree(java.awt.Component component) {
        return OnEdt.get(() -> SwingUtilities.isDescendingFrom(component, root));
    }

    @Test
    void theCoverIsTheOnlyChildOfTheRootPane() {
        cover();
        assertThat(OnEdt.get(root::getComponentCount)).isEqualTo(1);
        assertThat(isInTree(work)).isFalse();
        assertThat(OnEdt.get(() -> Components.named(root, "authgate.cover").isVisible()))
                .isTrue();

        uncover();
        assertThat(isInTree(work)).isTrue();
        assertThat(OnEdt.get(() -> root.getComponent(0) == root.getGlassPane())).isTrue();
        assertThat(OnEdt.get(() -> Components.find(root, "authgate.cover").isPresent()))
                .isFalse();
    }

    @Test
    void theHostFindsItsOwnContentPaneWhileCovered() {
        JLabel added = new JLabel("result");
        Object content = OnEdt.get(root::getContentPane);
        cover();
        OnEdt.run(() -> root.getContentPane().add(added, BorderLayout.SOUTH));
        assertThat(OnEdt.get(root::getContentPane)).isSameAs(content);
        assertThat(isInTree(added)).isFalse();
        uncover();
        assertThat(isInTree(added)).isTrue();
    }

    @Test
    void aContentPaneThatTheHostSetsWhileCoveredTakesThePlaceOfTheOneBefore() {
        JPanel content = new JPanel();
        cover();
        OnEdt.run(() -> root.setContentPane(content));
        assertThat(isInTree(content)).isFalse();
        uncover();
        assertThat(isInTree(content)).isTrue();
        assertThat(isInTree(work)).isFalse();
    }

    @Test
    void theContentPaneThatIsThereAlreadyMayBeSetAgainWhileCovered() {
        cover();
        OnEdt.run(() -> root.setContentPane(root.getContentPane()));
        assertThat(isInTree(work)).isFalse();
        uncover();
        assertThat(isInTree(work)).isTrue();
        assertThat(OnEdt.get(() -> root.getContentPane().getParent() == root.getLayeredPane()))
                .isTrue();
    }

    @Test
    void aToastThatTheHostTakesAwayWhileCoveredStaysAway() {
        JLabel toast = new JLabel("saved");
        OnEdt.run(() -> root.getLayeredPane().add(toast, JLayeredPane.POPUP_LAYER));
        cover();
        assertThat(isInTree(toast)).isFalse();
        OnEdt.run(() -> root.getLayeredPane().remove(toast));
        uncover();
        assertThat(isInTree(toast)).isFalse();
    }

    @Test
    void panesThatTheHostExchangesWhileCoveredTakeTheirPlacesAfterwards() {
        JPanel content = new JPanel();
        JPanel glass = new JPanel();
        JLayeredPane layers = new JLayeredPane();
        cover();
        OnEdt.run(() -> {
            root.setGlassPane(glass);
            glass.setVisible(true);
            root.setLayeredPane(layers);
            root.setContentPane(content);
        });
        assertThat(OnEdt.get(root::getComponentCount)).isEqualTo(1);
        assertThat(isInTree(content)).isFalse();
        uncover();
        assertThat(isInTree(content)).isTrue();
        assertThat(isInTree(glass)).isTrue();
        assertThat(OnEdt.get(root::getLayeredPane)).isSameAs(layers);
        assertThat(OnEdt.get(root::getComponentCount)).isEqualTo(2);
    }

    @Test
    void aComponentThatThrowsOnItsWayOutIsCoveredAllTheSame() {
        JLabel stubborn = new Stubborn();
        OnEdt.run(() -> root.getContentPane().add(stubborn, BorderLayout.NORTH));
        cover();
        assertThat(reported.all()).isNotEmpty();
        assertThat(isInTree(stubborn)).isFalse();
        assertThat(isInTree(work)).isFalse();
        assertThat(OnEdt.get(root::getComponentCount)).isEqualTo(1);
        uncover();
        assertThat(isInTree(stubborn)).isTrue();
        assertThat(isInTree(work)).isTrue();
    }

    @Test
    void twoWhoCoverAWindowShareOneCoverAndTheLastToGoTakesItAway() {
        Object other = new Object();
        cover();
        WindowCover second = OnEdt.get(() -> WindowCover.hold(root, other, null, Locale.ENGLISH));
        assertThat(second).isSameAs(cover);
        uncover();
        assertThat(isInTree(work)).isFalse();
        OnEdt.run(() -> second.release(other));
        assertThat(isInTree(work)).isTrue();
    }

    @Test
    void aCoverThatComesUponALockedRootPaneLeavesItsKeysToTheHostInWhateverOrderTheyEnd() {
        ActionMap hosts = OnEdt.get(root::getActionMap);
        ComponentKeys keys = OnEdt.get(() -> new ComponentKeys(root));
        OnEdt.run(keys::lock);
        cover();
        OnEdt.run(keys::unlock);
        assertThat(OnEdt.get(root::getActionMap)).isNotSameAs(hosts);
        uncover();
        assertThat(OnEdt.get(root::getActionMap)).isSameAs(hosts);
    }

    @Test
    void theDefaultButtonComesBackAndOneThatTheHostSetsMeanwhileComesInItsPlace() {
        JButton ok = new JButton("OK");
        JButton cancel = new JButton("Cancel");
        OnEdt.run(() -> {
            root.getContentPane().add(ok, BorderLayout.SOUTH);
            root.getContentPane().add(cancel, BorderLayout.EAST);
            root.setDefaultButton(ok);
        });
        cover();
        assertThat(OnEdt.get(root::getDefaultButton)).isNull();
        uncover();
        assertThat(OnEdt.get(root::getDefaultButton)).isSameAs(ok);

        cover();
        OnEdt.run(() -> root.setDefaultButton(cancel));
        uncover();
        assertThat(OnEdt.get(root::getDefaultButton)).isSameAs(cancel);
    }

    @Test
    void aFormOnTheCoverLeavesTheWordWhenItGoes() {
        LoginPanel form = OnEdt.get(LoginPanel::new);
        cover();
        OnEdt.run(() -> cover.show(form));
        assertThat(OnEdt.get(() -> Components.find(root, "authgate.cover").isPresent()))
                .isFalse();
        OnEdt.run(() -> cover.hide(form));
        assertThat(OnEdt.get(() -> Components.find(root, "authgate.cover").isPresent()))
                .isTrue();
    }

    @Test
    void ofTwoFormsTheFirstIsThereUntilItGoesAndTheSecondKeepsUpWithTheLookAndFeelMeanwhile() {
        LoginPanel first = OnEdt.get(LoginPanel::new);
        LoginPanel second = OnEdt.get(LoginPanel::new);
        JButton login = (JButton) Components.named(second, "authgate.login");
        cover();
        OnEdt.run(() -> {
            cover.show(first);
            cover.show(second);
            login.setUI(new BasicButtonUI());
            SwingUtilities.updateComponentTreeUI(window);
        });
        assertThat(isInTree(first)).isTrue();
        assertThat(isInTree(second)).isFalse();
        assertThat(OnEdt.get(login::getUI)).isInstanceOf(MetalButtonUI.class);

        OnEdt.run(() -> cover.hide(first));
        assertThat(isInTree(first)).isFalse();
        assertThat(isInTree(second)).isTrue();
    }

    @Test
    void aFormThatGoesWhileItWaitsDoesNotComeAnyMore() {
        LoginPanel first = OnEdt.get(LoginPanel::new);
        LoginPanel second = OnEdt.get(LoginPanel::new);
        cover();
        OnEdt.run(() -> {
            cover.show(first);
            cover.show(second);
            cover.hide(second);
        });
        assertThat(isInTree(first)).isTrue();

        OnEdt.run(() -> cover.hide(first));
        assertThat(OnEdt.get(() -> Components.find(root, "authgate.cover").isPresent()))
                .isTrue();
    }

    @Test
    void aPopupOfTheFormShowsOnTheCover() {
        LoginPanel form = OnEdt.get(LoginPanel::new);
        JPopupMenu paste = new JPopupMenu();
        JPanel popup = new JPanel();
        cover();
        OnEdt.run(() -> {
            cover.show(form);
            paste.setInvoker(form);
            popup.add(paste);
            root.getLayeredPane().add(popup, JLayeredPane.POPUP_LAYER, 0); // as Swing's lightweight popups do
        });
        assertThat(isInTree(popup)).isTrue();
        uncover();
        assertThat(isInTree(popup)).isFalse();
    }

    @Test
    void bindingsOnTheRootPaneAreMuteAndThoseOfTheHostMeanwhileComeAfterwards() {
        OnEdt.run(() -> root.getActionMap().put("save", action("save")));
        cover();
        OnEdt.run(() -> root.registerKeyboardAction(
                action("print"), KeyStroke.getKeyStroke("ctrl P"), JComponent.WHEN_IN_FOCUSED_WINDOW));
        Object print = OnEdt.get(
                () -> root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke("ctrl P")));
        assertThat(OnEdt.get(() -> root.getActionMap().get("save") == null)).isTrue();
        assertThat(OnEdt.get(() -> root.getActionMap().get(print) == null)).isTrue();
        assertThat(OnEdt.get(() -> root.getActionMap().get("press")))
                .as("Enter for the default button")
                .isNotNull();
        uncover();
        assertThat(OnEdt.get(() -> root.getActionMap().get("save"))).isNotNull();
        assertThat(OnEdt.get(() -> root.getActionMap().get(print))).isNotNull();
    }

    private Action action(String name) {
        return new AbstractAction(name) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                fired.add(name);
            }
        };
    }

    @Test
    void theMenuBarStaysInTheWindowAndIsLocked() {
        JMenuItem save = new JMenuItem("Save");
        JMenu file = new JMenu("File");
        JMenuBar bar = new JMenuBar();
        OnEdt.run(() -> {
            file.add(save);
            bar.add(file);
            root.setJMenuBar(bar);
        });
        cover();
        assertThat(isInTree(bar)).isTrue();
        assertThat(OnEdt.get(save::isEnabled)).isFalse();
        JMenuBar next = new JMenuBar();
        JMenuItem print = new JMenuItem("Print");
        OnEdt.run(() -> {
            next.add(print);
            root.setJMenuBar(next);
        });
        assertThat(isInTree(bar)).isFalse();
        assertThat(isInTree(next)).isTrue();
        assertThat(OnEdt.get(print::isEnabled)).isFalse();
        uncover();
        assertThat(isInTree(next)).isTrue();
        assertThat(OnEdt.get(print::isEnabled)).isTrue();
        assertThat(OnEdt.get(save::isEnabled)).isTrue();
    }

    @Test
    void theCoveredContentIsUpdatedWithTheTree() {
        JButton button = new JButton("work");
        OnEdt.run(() -> {
            root.getContentPane().add(button, BorderLayout.SOUTH);
            button.setUI(new BasicButtonUI());
        });
        cover();
        OnEdt.run(() -> SwingUtilities.updateComponentTreeUI(window));
        assertThat(OnEdt.get(button::getUI)).isInstanceOf(MetalButtonUI.class);
    }

    /** Does not like to leave its window. */
    private static final class Stubborn extends JLabel {

        private static final long serialVersionUID = 1L;

        @Override
        public void removeNotify() {
            throw new IllegalStateException("not now");
        }
    }
}
