package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JPanel;

/**
 * Carries something out of the tree that may not want to go. Swing calls {@code removeNotify} before it takes a component
 * out, and listeners of the host with it: one that throws there would stay where it is, in full view, and one that shows a
 * dialog would do so for as long as that is open. What is on a tray cannot be seen or reached any more, and has not been told
 * yet that it goes.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Tray extends JPanel {

    private static final long serialVersionUID = 1L;

    private Tray() {}

    /** Puts a component on a tray that stands where the component was. */
    static Tray take(Component part) {
        Tray tray = new Tray();
        Container parent = part.getParent();
        tray.setVisible(false);
        if (parent != null) { // else on its way in or out already: a listener of the host has locked meanwhile
            Edt.contain(() -> parent.add(tray));
            Edt.contain(() -> tray.setComponentZOrder(part, 0));
        }
        return tray;
    }

    /** Brings a component, out of sight, into a part of a window. */
    static Tray bring(Component part, Container window) {
        Tray tray = new Tray();
        Edt.contain(() -> window.add(tray));
        Edt.contain(() -> tray.add(part));
        return tray;
    }

    /** Takes a component out of its parent, whatever it or a listener of the host throws on its way. */
    static void carryOut(Component part) {
        take(part).carryOut();
    }

    /** Carries out what is on the tray. */
    void carryOut() {
        Container parent = getParent();
        if (parent != null) {
            Edt.contain(() -> parent.remove(this));
        }
        Edt.contain(this::removeAll);
    }

    /** Lets nothing through. */
    @Override
    public void removeNotify() {
        Edt.contain(super::removeNotify);
    }
}
