package io.github.authgate.swing;

import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.awt.event.ContainerListener;
import javax.swing.JLayeredPane;
import javax.swing.JMenuBar;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the menu bar of a root pane locked, whichever it is at the moment.
 *
 * <p>Use only on the event dispatch thread.
 */
final class RootMenus implements RootLock {

    private final JRootPane root;
    private final JLayeredPane layers;
    private final ContainerListener barListener = new BarListener();
    private @Nullable JMenuBar locked;

    RootMenus(JRootPane root) {
        this(root, root.getLayeredPane());
    }

    /**
     * @param layers where the root pane puts its menu bar
     */
    RootMenus(JRootPane root, JLayeredPane layers) {
        this.root = root;
        this.layers = layers;
    }

    @Override
    public void lock() {
        layers.addContainerListener(barListener);
        follow(root.getJMenuBar());
    }

    @Override
    public void unlock() {
        layers.removeContainerListener(barListener);
        follow(null);
    }

    private void follow(@Nullable JMenuBar bar) {
        JMenuBar before = locked;
        if (bar == before) {
            return;
        }
        locked = bar;
        if (before != null) {
            MenuBarLock.release(before);
        }
        if (bar != null) {
            MenuBarLock.acquire(bar);
        }
    }

    private final class BarListener extends ContainerAdapter {

        @Override
        public void componentAdded(ContainerEvent event) {
            follow(root.getJMenuBar());
        }
    }
}
