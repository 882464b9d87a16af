package io.github.authgate.swing;

import javax.swing.Action;
import javax.swing.ActionMap;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.plaf.ActionMapUIResource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the key bindings that a host has put on a component itself from being triggered.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ComponentKeys implements RootLock {

    private final JComponent component;
    private final ActionMap actions;
    private final Muted muted;

    ComponentKeys(JComponent component) {
        this.component = component;
        actions = component.getActionMap();
        muted = new Muted(actions);
    }

    @Override
    public void lock() {
        muted.setParent(SwingUtilities.getUIActionMap(component));
        component.setActionMap(muted);
    }

    @Override
    public void unlock() {
        muted.isOpen = true; // another lock may lie on top of this one, and take it away when it goes
        ActionMap present = component.getActionMap();
        ActionMap next = present;
        while (next instanceof Muted && ((Muted) next).isOpen) {
            next = ((Muted) next).actions;
        }
        if (next != present) {
            ActionMap ofLookAndFeel = SwingUtilities.getUIActionMap(component); // which may be another one by now
            component.setActionMap(next);
            SwingUtilities.replaceUIActionMap(component, ofLookAndFeel);
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
            // a host may have made us the parent of a map that it has set meanwhile, and we stay there
            ActionMap answering = isOpen ? actions : getParent();
            return answering == null ? null : answering.get(key);
        }

        @Override
        public void put(Object key, Action action) {
            actions.put(key, action);
        }

        @Override
        public void remove(Object key) {
            actions.remove(key);
        }

        @Override
        public void clear() {
            actions.clear();
        }

        @Override
        public void setParent(@Nullable ActionMap parent) {
            if (parent == null || parent instanceof ActionMapUIResource) {
                super.setParent(parent);
            } else {
                actions.setParent(parent);
            }
        }
    }
}
