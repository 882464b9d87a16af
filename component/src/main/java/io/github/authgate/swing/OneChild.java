package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * The one child of a gate. What it takes the place of is out of the tree, not hidden, and the focus goes along.
 *
 * <p>Use only on the event dispatch thread.
 */
final class OneChild {

    private final AuthGate gate;
    private final HostContent content;
    private boolean removing;

    OneChild(AuthGate gate, HostContent content) {
        this.gate = gate;
        this.content = content;
    }

    /**
     * Shows the host's content, with the user where they were in it.
     *
     * @throws AuthException if it could not be put into the window
     */
    void showContent(ContentView view, AuthSession session, JComponent component) throws AuthException {
        boolean hadFocus = isFocusInside();
        boolean comesBack = gate.getComponent(0) != view;
        try {
            view.put(component);
            show(view);
        } catch (RuntimeException | Error e) {
            // the host's component, or a listener on it, did not like to be put into a window
            throw content.failed(session, e);
        }
        if (comesBack && !content.restoreFocus() && hadFocus) {
            focusFirst(view);
        }
    }

    /** Shows something of the gate's own, or the content in the view that it has been put into. */
    void show(JComponent next) {
        if (removing || gate.getComponent(0) == next) {
            return; // the host has changed something while its content is taken away: what comes next is decided then
        }
        boolean hadFocus = isFocusInside();
        removeChild();
        gate.place(next);
        gate.revalidate();
        gate.repaint();
        if (hadFocus && next instanceof LoginPanel) {
            ((LoginPanel) next).requestFocusForInput();
        } else if (hadFocus && next instanceof DeniedView) {
            ((DeniedView) next).requestFocusForInput();
        }
    }

    private void removeChild() {
        removing = true;
        try {
            if (gate.getComponent(0) instanceof ContentView) {
                content.rememberFocus();
                ((ContentView) gate.getComponent(0)).clear();
            }
            gate.removeAll();
        } catch (RuntimeException | Error e) {
            Edt.report(e); // a listener of the host, told of what has happened already
        } finally {
            removing = false;
        }
    }

    private boolean isFocusInside() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
        return owner != null && SwingUtilities.isDescendingFrom(owner, gate);
    }

    private static void focusFirst(Container container) {
        Container root = container.getFocusCycleRootAncestor();
        Component first = root == null ? null : root.getFocusTraversalPolicy().getComponentAfter(root, container);
        if (first != null && SwingUtilities.isDescendingFrom(first, container)) {
            first.requestFocusInWindow();
        }
    }
}
