package io.github.authgate.swing;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/**
 * The default button of a window while forms are in it: that of the form that came last. When the last form goes, the
 * host's button comes back, which is remembered here, once for all forms of the window. A button that the host sets
 * meanwhile stays.
 *
 * <p>Use only on the event dispatch thread.
 */
final class DefaultButton {

    private static final String KEY = "io.github.authgate.defaultButton";

    private final @Nullable JButton hosts;
    private final List<JButton> forms = new ArrayList<>();

    private DefaultButton(@Nullable JButton hosts) {
        this.hosts = hosts;
    }

    /** Makes the button of a form that has come the default. */
    static void acquire(JRootPane root, JButton button) {
        DefaultButton current = (DefaultButton) root.getClientProperty(KEY);
        if (current == null) {
            current = new DefaultButton(root.getDefaultButton());
            root.putClientProperty(KEY, current);
        }
        current.forms.add(button);
        root.setDefaultButton(button);
    }

    /** Gives the place of the button of a form that goes to the form before, or to the host's. */
    static void release(JRootPane root, JButton button) {
        DefaultButton current = (DefaultButton) root.getClientProperty(KEY);
        if (current == null || !current.forms.remove(button)) {
            return;
        }
        boolean isLast = current.forms.isEmpty();
        if (isLast) {
            root.putClientProperty(KEY, null);
        }
        if (root.getDefaultButton() == button) {
            root.setDefaultButton(isLast ? current.hosts : current.forms.get(current.forms.size() - 1));
        }
    }
}
