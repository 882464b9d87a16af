package io.github.authgate.swing;

import java.awt.Window;

/**
 * The form on the cover of a modal dialog, which would keep its user from the form in any other window.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverForm {

    private final LoginPanel panel = new LoginPanel();
    private final ModelForm modelForm = new ModelForm(panel);
    private final Window window;

    CoverForm(AuthModel model, Window window) {
        this.window = window;
        panel.applyComponentOrientation(window.getComponentOrientation());
        modelForm.setModel(model);
    }

    LoginPanel panel() {
        return panel;
    }

    Window window() {
        return window;
    }

    void update() {
        modelForm.update();
    }

    void remove() {
        modelForm.setModel(null);
        if (panel.getParent() != null) {
            panel.getParent().remove(panel);
        }
    }
}
