package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ContainerEvent;
import java.awt.event.ContainerListener;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JMenu;
import javax.swing.JMenuBar;

/**
 * Keeps a menu bar from answering, mouse, mnemonics and accelerators alike, and lets it answer again as its host wants it
 * by then. Items whose client property {@code AuthGate.alwaysEnabled} is {@code Boolean.TRUE} stay as they are, and the
 * menus that lead to them. Items that come meanwhile are locked as well.
 *
 * <p>Use only on the event dispatch thread.
 */
final class MenuBarLock {

    private static final String ALWAYS_ENABLED = "AuthGate.alwaysEnabled";

    /** Where a menu bar keeps its lock: two models may show gates in one window, and hold the same. */
    private static final String LOCK = "io.github.authgate.menuBarLock";

    private final JMenuBar bar;
    private final ContainerListener itemListener = new ItemListener();
    private Set<AbstractButton> locked = newIdentitySet();
    private Set<Container> watched = newIdentitySet();
    private int holders;

    private MenuBarLock(JMenuBar bar) {
        this.bar = bar;
    }

    /** Locks a menu bar once more. */
    static void acquire(JMenuBar bar) {
        MenuBarLock lock = (MenuBarLock) bar.getClientProperty(LOCK);
        if (lock == null) {
            lock = new MenuBarLock(bar);
            bar.putClientProperty(LOCK, lock);
        }
        lock.holders++;
        lock.adjust();
    }

    /** Takes one lock away; the last one to go makes the menu bar answer again. */
    static void release(JMenuBar bar) {
        MenuBarLock lock = (MenuBarLock) bar.getClientProperty(LOCK);
        if (lock != null && --lock.holders == 0) {
            lock.adjust();
            if (lock.holders == 0) { // a listener of the host may have locked again
                bar.putClientProperty(LOCK, null);
            }
        }
    }

    /**
     * Locks what there is now, and nothing else. What a listener of the host throws for one item is its own matter; one that
     * locks or unlocks has the last word.
     */
    private void adjust() {
        Set<AbstractButton> items = newIdentitySet();
        Set<Container> containers = newIdentitySet();
        if (holders > 0) {
            collect(bar, items, containers);
        }
        Set<AbstractButton> lockedBefore = locked;
        Set<Container> watchedBefore = watched;
        locked = items;
        watched = containers;
        watchedBefore.stream()
                .filter(it -> !containers.contains(it))
                .forEach(it -> it.removeContainerListener(itemListener));
        containers.stream()
                .filter(it -> !watchedBefore.contains(it))
                .forEach(it -> it.addContainerListener(itemListener));
        lockedBefore.stream()
                .filter(item -> !locked.contains(item))
                .forEach(item -> Edt.contain(() -> LockedButtonModel.unlock(item)));
        items.stream()
                .filter(item -> locked.contains(item))
                .forEach(item -> Edt.contain(() -> LockedButtonModel.lock(item)));
    }

    /** Finds what has to be locked; returns whether something there stays as it is. */
    private static boolean collect(Container container, Set<AbstractButton> items, Set<Container> containers) {
        containers.add(container);
        boolean leadsSomewhere = false;
        for (Component child : container.getComponents()) {
            if (child instanceof AbstractButton) {
                leadsSomewhere |= collectItem((AbstractButton) child, items, containers);
            } else if (child instanceof Container) {
                leadsSomewhere |= collect((Container) child, items, containers);
            }
        }
        return leadsSomewhere;
    }

    private static boolean collectItem(AbstractButton item, Set<AbstractButton> items, Set<Container> containers) {
        if (Boolean.TRUE.equals(item.getClientProperty(ALWAYS_ENABLED))) {
            return true;
        }
        boolean leadsSomewhere = item instanceof JMenu && collect(((JMenu) item).getPopupMenu(), items, containers);
        if (!leadsSomewhere) {
            items.add(item);
        }
        return leadsSomewhere;
    }

    private static <T> Set<T> newIdentitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Hosts rebuild menus whenever they like: a list of recent files, of windows. */
    private final class ItemListener implements ContainerListener {

        @Override
        public void componentAdded(ContainerEvent event) {
            adjust();
        }

        @Override
        public void componentRemoved(ContainerEvent event) {
            adjust();
        }
    }
}
