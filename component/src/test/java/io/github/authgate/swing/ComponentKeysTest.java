package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.ActionMap;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

/** The key bindings of a component that a gate is in. */
class ComponentKeysTest {

    private static final KeyStroke SAVE = KeyStroke.getKeyStroke("ctrl S");

    private final JComponent panel = OnEdt.get(JPanel::new);
    private final ComponentKeys keys = OnEdt.get(() -> new ComponentKeys(panel));

    private Object action(Object name) {
        return OnEdt.get(() -> panel.getActionMap().get(name) == null ? "mute" : "answers");
    }

    @Test
    void aPanelWithoutBindingsGetsThoseThatTheHostRegistersWhileItIsMuteAfterwards() {
        OnEdt.run(keys::lock);
        OnEdt.run(() -> panel.registerKeyboardAction(new Save(), SAVE, JComponent.WHEN_IN_FOCUSED_WINDOW));
        Object name = OnEdt.get(
                () -> panel.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(SAVE));
        assertThat(action(name)).isEqualTo("mute");

        OnEdt.run(keys::unlock);
        assertThat(action(name)).isEqualTo("answers");
    }

    @Test
    void whatTheHostTakesAwayWhileItIsMuteStaysAway() {
        OnEdt.run(() -> panel.getActionMap().put("save", new Save()));
        OnEdt.run(keys::lock);
        OnEdt.run(() -> panel.getActionMap().clear());

        OnEdt.run(keys::unlock);
        assertThat(action("save")).isEqualTo("mute");
    }

    @Test
    void actionsThatTheHostSharesAmongItsPanelsMeanwhileAreMuteToo() {
        ActionMap shared = new ActionMap();
        shared.put("save", new Save());
        OnEdt.run(keys::lock);
        OnEdt.run(() -> panel.getActionMap().setParent(shared));
        assertThat(action("save")).isEqualTo("mute");

        OnEdt.run(keys::unlock);
        assertThat(action("save")).isEqualTo("answers");
    }

    @Test
    void aMapThatTheHostPutsBeforeItsOwnMeanwhileLeadsToThatAfterwards() {
        OnEdt.run(() -> panel.getActionMap().put("save", new Save()));
        OnEdt.run(keys::lock);
        OnEdt.run(() -> {
            ActionMap more = new ActionMap();
            more.setParent(panel.getActionMap());
            panel.setActionMap(more);
        });
        assertThat(action("save")).isEqualTo("mute");

        OnEdt.run(keys::unlock);
        assertThat(action("save")).isEqualTo("answers");
    }

    @Test
    void whatTheLookAndFeelBindsGoesOn() {
        JTabbedPane tabs = OnEdt.get(JTabbedPane::new);
        ComponentKeys keysOfTabs = OnEdt.get(() -> new ComponentKeys(tabs));
        OnEdt.run(keysOfTabs::lock);
        OnEdt.run(tabs::updateUI);
        assertThat(OnEdt.get(() -> tabs.getActionMap().get("navigateNext") != null))
                .isTrue();

        OnEdt.run(keysOfTabs::unlock);
        assertThat(OnEdt.get(() -> tabs.getActionMap().get("navigateNext") != null))
                .isTrue();
    }

    private static final class Save extends AbstractAction {

        private static final long serialVersionUID = 1L;

        @Override
        public void actionPerformed(ActionEvent event) {}
    }
}
