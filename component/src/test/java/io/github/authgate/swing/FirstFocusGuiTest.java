package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the keyboard is when a window with more in it than a gate has just opened. */
class FirstFocusGuiTest extends GuiTest {

    private final ScriptedService service = new ScriptedService();
    private JCheckBox hosts;

    @BeforeEach
    void open() {
        service.holdsRestore = true;
        show(() -> {
            AuthGate gate = new AuthGate(new AuthModel(service), session -> new JTextField("content", 10));
            hosts = new JCheckBox("of the host");
            JPanel host = new JPanel(new BorderLayout());
            host.add(gate);
            host.add(hosts, BorderLayout.PAGE_END);
            return host;
        });
        until("a session is looked for", () -> service.restores.size() == 1);
        until("the window is in use", () -> window.target().isFocused());
    }

    @Test
    void itWaitsInTheGateWhileASessionIsLookedForAndIsInTheFormThen() {
        service.restores.get(0).complete(Optional.empty());

        untilFocused(window.textBox("authgate.username").target());
    }

    @Test
    void whoeverHasGoneElsewhereMeanwhileIsLeftThere() {
        doOnEdt(hosts::requestFocusInWindow);
        untilFocused(hosts);

        service.restores.get(0).complete(Optional.empty());

        untilShowing("authgate.username");
        assertThat(onEdt(hosts::isFocusOwner)).isTrue();
    }
}
