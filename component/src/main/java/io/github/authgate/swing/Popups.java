package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.function.Predicate;
import javax.swing.JComboBox;
import javax.swing.JLayeredPane;
import javax.swing.JPopupMenu;
import javax.swing.JToolTip;
import javax.swing.MenuSelectionManager;
import javax.swing.Popup;
import javax.swing.RootPaneContainer;
import org.jspecify.annotations.Nullable;

/**
 * The popups of an application: menus, drop-down lists, and what else Swing shows for a moment.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Popups {

    private Popups() {}

    /**
     * Tells whether a window is a popup that cannot be covered: one that Swing itself uses, time and again, for popups that
     * do not fit into their window, or one without a root pane.
     */
    static boolean isPopup(Window window) {
        return window.getClass().getEnclosingClass() == Popup.class
                || window.getType() == Window.Type.POPUP && !(window instanceof RootPaneContainer);
    }

    /** Tells whether a popup is a menu or a tool tip of something that can be seen. */
    static boolean isOfWhatShows(Component popup) {
        Component invoker = invoker(popup);
        return invoker != null && invoker.isShowing();
    }

    /** Returns what the menu or the tool tip in a popup belongs to; null if there is neither. */
    static @Nullable Component invoker(Component popup) {
        if (popup instanceof JPopupMenu) {
            return ((JPopupMenu) popup).getInvoker();
        }
        if (popup instanceof JToolTip) {
            return ((JToolTip) popup).getComponent();
        }
        Component invoker = null;
        if (popup instanceof Container) {
            for (Component child : ((Container) popup).getComponents()) {
                invoker = invoker == null ? invoker(child) : invoker;
            }
        }
        return invoker;
    }

    /** Closes every popup of some windows, also those whose listeners throw when they are told. */
    static void closeAll(Predicate<Window> which) {
        Edt.contain(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        for (Window window : Window.getWindows()) {
            if (window.isShowing() && which.test(window)) {
                close(window);
            }
        }
        for (Window window : Window.getWindows()) {
            if (isPopup(window) && window.isVisible() && which.test(window)) {
                Edt.contain(() -> window.setVisible(false));
            }
        }
    }

    /** Closes a window that is a popup: it is out of sight at once, and its menu hears of it when it has done opening. */
    static void closeWindow(Window popup) {
        Edt.contain(() -> popup.setVisible(false));
        EventQueue.invokeLater(() -> {
            if (!popup.isVisible()) {
                close(popup);
            }
        });
    }

    private static void close(Container container) {
        if (container instanceof CoverPane) {
            close(((CoverPane) container).hidden()); // or they would be there again with everything else
        }
        for (Component child : container.getComponents()) {
            if (child instanceof JPopupMenu) {
                Edt.contain(() -> child.setVisible(false));
            } else if (child instanceof JComboBox && ((JComboBox<?>) child).isPopupVisible()) {
                Edt.contain(() -> ((JComboBox<?>) child).setPopupVisible(false));
            }
            if (child instanceof Container) {
                close((Container) child);
            }
        }
        if (container instanceof JLayeredPane) {
            removePopups((JLayeredPane) container);
        }
    }

    /** Removes what is still there when everything has been asked to close. */
    private static void removePopups(JLayeredPane layers) {
        for (Component popup : layers.getComponentsInLayer(JLayeredPane.POPUP_LAYER)) {
            if (popup instanceof Container && holdsMenu((Container) popup)) {
                Edt.contain(() -> layers.remove(popup));
            }
        }
    }

    private static boolean holdsMenu(Container popup) {
        for (Component child : popup.getComponents()) {
            if (child instanceof JPopupMenu) {
                return true;
            }
        }
        return false;
    }
}
