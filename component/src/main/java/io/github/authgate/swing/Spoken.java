package io.github.authgate.swing;

import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * What assistive technologies say about a component. It is kept with the component and not in its accessible context: that
 * of a text component listens to all that happens there from the moment it is made, which nobody needs where nobody asks.
 */
final class Spoken {

    private Spoken() {}

    static void name(JComponent component, @Nullable String words) {
        component.putClientProperty(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, words);
    }

    static @Nullable String name(JComponent component) {
        return (String) component.getClientProperty(AccessibleContext.ACCESSIBLE_NAME_PROPERTY);
    }

    static void describe(JComponent component, String words) {
        component.putClientProperty(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, words);
    }
}
