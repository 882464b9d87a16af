package io.github.authgate.swing;

import io.github.authgate.Credentials;
import io.github.authgate.gui.GuiTest;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/** A test of what windows show while the session of their program comes, is locked and goes. */
abstract class SessionGuiTest extends GuiTest {

    final ScriptedService service = new ScriptedService();
    final AuthModel model = new AuthModel(service);

    final void logIn(String id, String name) {
        doOnEdt(() -> model.login(new Credentials(name, "secret".toCharArray(), false)));
        service.lastLogin().grant(id, name);
        until("the gate is open", () -> model.getState() == AuthModel.State.LOGGED_IN);
        settle();
    }

    /** Logs the user in whose work the tests lock. */
    final void logIn() {
        logIn("7", "ann");
    }

    final void lock() {
        doOnEdt(model::lock);
        settle();
    }

    final void logOut() {
        doOnEdt(model::logout);
        settle();
    }

    /** Presents the credentials of somebody on a form that a window carries, and lets the service say yes. */
    final void presentOn(Container window, String id, String name) {
        doOnEdt(() -> {
            AbstractButton switchUser = (AbstractButton) Components.named(window, "authgate.switchUser");
            if (switchUser.isVisible()) {
                switchUser.doClick();
            }
            ((JTextComponent) Components.named(window, "authgate.username")).setText(name);
            ((JTextComponent) Components.named(window, "authgate.password")).setText(name + "'s password");
            ((AbstractButton) Components.named(window, "authgate.login")).doClick();
        });
        service.lastLogin().grant(id, name);
    }

    /** Opens a modal dialog of the frame with the gate, without waiting for the host's call to return. */
    final JDialog openModal(JComponent content) {
        JDialog dialog = onEdt(() -> {
            JDialog made = new JDialog(window.target(), "letter", Dialog.ModalityType.APPLICATION_MODAL);
            made.add(content);
            made.pack();
            return made;
        });
        SwingUtilities.invokeLater(() -> dialog.setVisible(true));
        until("the dialog shows", content::isShowing);
        return dialog;
    }

    static boolean isShowing(Component component) {
        return onEdt(component::isShowing);
    }
}
