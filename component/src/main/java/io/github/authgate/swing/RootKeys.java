package io.github.authgate.swing;

import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the key bindings that a host has put on a root pane itself from being triggered.
 *
 * <p>Use only on the event dispatch thread.
 */
final class RootKeys implements RootLock {

    private final JRootPane root;
    private final ActionMap actions;
    private final Muted muted;

    RootKeys(JRootPane root) {
        this.root = root;
        actions = root.getActionMap();
        muted = new Muted(actions);
    }

    @Override
    public void lock() {
        muted.setParent(SwingUtilities.getUIActionMap(root));
        root.setActionMap(muted);
    }

    @Override
    public void unlock() {
        muted.isOpen = true; // another lock may lie on top of this one, and take it away when it goes
        ActionMap present = root.getActionMap();
        ActionMap next = present;
        while (next instanceof Muted && ((Muted) next).isOpen) {
            next = ((Muted) next).actions;
        }
        if (next != present) {
            ActionMap ofLookAndFeel = SwingUtilities.getUIActionMap(root); // which may be another one by now
            root.setActionMap(next);
            SwingUtilities.replaceUIActionMap(root, ofLookAndFeel);
        }
    }

    /**
     * Knows only the actions of the look and feel, its parent: Enter for the default button is one of them. What the host
     * changes meanwhile it changes in its own map.
     */
    private static final class Muted extends ActionMap {

        private static final long serialVersionUID = 1L;

        private final ActionMap actions;
        private boolean isOpen;

        Muted(ActionMap actions) {
            this.actions = actions;
        }

        @Override
        public @Nullable Action get(Object key) {
            ActionMap parent = getParent();
            return parent == null ? null : parent.get(key);
        }

        @Override
        public void put(Object key, Action action) {
            actions.put(key, action);
        }

        @Override
        public void remove(Object key) {
            actions.remove(key);
        }
    }
}
