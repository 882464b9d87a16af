package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import javax.swing.AbstractButton;
import javax.swing.ButtonModel;

/**
 * The buttons that somebody holds down, with the mouse or a key, when they are taken out of sight.
 *
 * <p>Use only on the event dispatch thread.
 */
final class HeldButtons {

    private HeldButtons() {}

    /** Lets the buttons in a tree go, as if they had never been held: to Swing the loss of the focus is a click. */
    static void letGo(Container tree) {
        for (Component child : tree.getComponents()) {
            if (child instanceof AbstractButton) {
                letGo(((AbstractButton) child).getModel());
            }
            if (child instanceof Container) {
                letGo((Container) child);
            }
        }
    }

    private static void letGo(ButtonModel button) {
        if (button.isPressed()) {
            // first: a button that is armed does what it is for as soon as it is not pressed any more
            Edt.contain(() -> button.setArmed(false));
            Edt.contain(() -> button.setPressed(false));
        }
    }
}
