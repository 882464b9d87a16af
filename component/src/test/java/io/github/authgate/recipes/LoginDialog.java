package io.github.authgate.recipes;

import io.github.authgate.AuthSession;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.Window;
import java.beans.PropertyChangeListener;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JPanel;

/** Asks in a dialog before the main window opens, and comes back with the session. */
final class LoginDialog {

    private LoginDialog() {}

    /** Returns the session; empty if the user has closed the dialog. Blocks like any modal dialog. */
    static Optional<AuthSession> ask(Window owner, AuthModel model) {
        if (model.getSession() != null) {
            return Optional.of(model.getSession()); // nothing would change, and the dialog would stay
        }
        JDialog dialog = new JDialog(owner, "Log in", JDialog.ModalityType.APPLICATION_MODAL);
        dialog.setContentPane(new AuthGate(model, session -> new JPanel()));
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        PropertyChangeListener whenLoggedIn = change -> {
            if (change.getNewValue() != null) {
                dialog.dispose();
            }
        };
        model.addPropertyChangeListener("session", whenLoggedIn);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
        model.removePropertyChangeListener("session", whenLoggedIn); // the model lives on, the dialog does not
        return Optional.ofNullable(model.getSession());
    }
}
