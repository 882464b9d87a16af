package io.github.authgate.swing;

import java.awt.Window;
import java.util.Locale;

/**
 * The form on the cover of a modal dialog, which would keep its user from the form in any other window.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverForm {

    private final LoginPanel panel = new LoginPanel();
    private final ModelForm modelForm = new ModelForm(panel);
    private final Window window;

    CoverForm(AuthModel model, Window window, Locale locale) {
        this.window = window;
        panel.setLocale(locale);
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
