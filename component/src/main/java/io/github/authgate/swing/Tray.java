package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JPanel;

/**
 * Carries something out of the tree that may not want to go. Swing calls {@code removeNotify} before it takes a component
 * out: one that throws there would stay where it is, in full view.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Tray extends JPanel {

    private static final long serialVersionUID = 1L;

    private Tray() {}

    /** Takes a component out of its parent, whatever it or a listener of the host throws on its way. */
    static void carryOut(Component part) {
        Container parent = part.getParent();
        if (parent == null) {
            return; // on its way in or out already: a listener of the host has locked meanwhile
        }
        Edt.contain(() -> parent.remove(part));
        if (part.getParent() == parent) {
            Tray tray = new Tray();
            Edt.contain(() -> parent.add(tray));
            Edt.contain(() -> tray.setComponentZOrder(part, 0));
            Edt.contain(() -> parent.remove(tray));
            Edt.contain(tray::removeAll);
        }
    }

    /** Lets nothing through. */
    @Override
    public void removeNotify() {
        Edt.contain(super::removeNotify);
    }
}
