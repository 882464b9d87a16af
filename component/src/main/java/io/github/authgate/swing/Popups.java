package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import javax.swing.JComboBox;
import javax.swing.JLayeredPane;
import javax.swing.JPopupMenu;
import javax.swing.MenuSelectionManager;
import javax.swing.Popup;

/**
 * The popups of an application: menus, drop-down lists, and what else Swing shows for a moment.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Popups {

    private Popups() {}

    /** Tells whether a window is one that Swing itself uses for popups that do not fit into their window. */
    static boolean isPopup(Window window) {
        return window.getClass().getEnclosingClass() == Popup.class;
    }

    /** Closes every popup, also those whose listeners throw when they are told. */
    static void closeAll() {
        Edt.contain(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        for (Window window : Window.getWindows()) {
            if (window.isShowing()) {
                close(window);
            }
        }
        for (Window window : Window.getWindows()) {
            if (isPopup(window) && window.isVisible()) {
                Edt.contain(() -> window.setVisible(false));
            }
        }
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
