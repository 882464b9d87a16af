package io.github.authgate.swing;

import java.awt.Component;
import java.awt.EventQueue;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;

/**
 * Keeps a menu bar from answering, mouse, mnemonics and accelerators alike, and lets it answer again as it did before.
 * Items whose client property {@code AuthGate.alwaysEnabled} is {@code Boolean.TRUE} stay as they are, and the menus that
 * lead to them. What the host enables meanwhile is enabled when the lock is released, not before.
 *
 * <p>Use only on the event dispatch thread.
 */
final class MenuBarLock {

    private static final String ALWAYS_ENABLED = "AuthGate.alwaysEnabled";

    /** How many locks a menu bar has: two models may show gates in one window. */
    private static final String LOCK = "io.github.authgate.menuBarLock";

    private final Map<JMenuItem, Boolean> wanted = new IdentityHashMap<>();
    private final PropertyChangeListener enabledListener = this::enabledChanged;
    private int holders;
    private boolean changing;

    private MenuBarLock() {}

    /** Locks a menu bar once more. */
    static void acquire(JMenuBar bar) {
        MenuBarLock lock = (MenuBarLock) bar.getClientProperty(LOCK);
        if (lock == null) {
            lock = new MenuBarLock();
            bar.putClientProperty(LOCK, lock);
        }
        lock.holders++;
        lock.apply(bar);
    }

    /** Takes one lock away; the last one to go makes the menu bar answer again. */
    static void release(JMenuBar bar) {
        MenuBarLock lock = (MenuBarLock) bar.getClientProperty(LOCK);
        if (lock != null && --lock.holders == 0) {
            bar.putClientProperty(LOCK, null);
            lock.restore();
        }
    }

    private void apply(JMenuBar bar) {
        for (Component child : bar.getComponents()) {
            if (child instanceof JMenuItem) {
                disable((JMenuItem) child);
            }
        }
    }

    /** Disables an item and what is below it; returns whether something there stays enabled. */
    private boolean disable(JMenuItem item) {
        if (Boolean.TRUE.equals(((JComponent) item).getClientProperty(ALWAYS_ENABLED))) {
            return true;
        }
        boolean leadsSomewhere = false;
        if (item instanceof JMenu) {
            for (Component child : ((JMenu) item).getMenuComponents()) {
                leadsSomewhere |= child instanceof JMenuItem && disable((JMenuItem) child);
            }
        }
        if (!leadsSomewhere && !wanted.containsKey(item)) {
            wanted.put(item, item.isEnabled());
            item.addPropertyChangeListener("enabled", enabledListener);
            set(item, false);
        }
        return leadsSomewhere;
    }

    private void enabledChanged(PropertyChangeEvent event) {
        JMenuItem item = (JMenuItem) event.getSource();
        if (!changing && item.isEnabled()) {
            wanted.put(item, true);
            // later: a button that is disabled while it is being enabled never comes to rest
            EventQueue.invokeLater(() -> {
                if (wanted.containsKey(item)) {
                    set(item, false);
                }
            });
        }
    }

    private void restore() {
        wanted.forEach((item, enabled) -> {
            item.removePropertyChangeListener("enabled", enabledListener);
            Action action = item.getAction();
            set(item, action != null ? action.isEnabled() : enabled);
        });
        wanted.clear();
    }

    private void set(JMenuItem item, boolean enabled) {
        changing = true;
        try {
            Edt.contain(() -> item.setEnabled(enabled));
        } finally {
            changing = false;
        }
    }
}
