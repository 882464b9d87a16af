package io.github.authgate.swing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form on the cover of a modal dialog, which would keep its user from the form in any other window.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverForm {

    private final LoginPanel panel = new LoginPanel();
    private final ModelForm modelForm = new ModelForm(panel);
    private final WindowCover cover;

    CoverForm(AuthModel model, WindowCover cover, Locale locale) {
        this.cover = cover;
        panel.setLocale(locale);
        modelForm.setModel(model);
    }

    boolean isOn(@Nullable WindowCover other) {
        return cover == other;
    }

    void show() {
        modelForm.update();
        cover.show(panel);
    }

    void update() {
        modelForm.update();
    }

    void remove() {
        modelForm.setModel(null);
        cover.hide(panel);
    }
}
