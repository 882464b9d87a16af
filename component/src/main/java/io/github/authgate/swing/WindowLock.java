package io.github.authgate.swing;

import io.github.authgate.AuthUser;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.JComboBox;
import javax.swing.JMenuBar;
import javax.swing.JPopupMenu;
import javax.swing.JRootPane;
import javax.swing.MenuSelectionManager;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Puts the windows of the application out of reach while a model is locked: other windows get a cover, windows with a gate
 * only lose their menus and key bindings, because the gate covers itself. What was covered for one user comes back for
 * that user only: neither logging out nor closing the window with the gate brings it back to light.
 *
 * <p>Use only on the event dispatch thread.
 */
final class WindowLock {

    private final AuthModel model;
    private final Supplier<List<Component>> gates;
    private final Map<Window, WindowCover> covers = new HashMap<>();
    private final Map<JRootPane, WindowCover.RootKeys> lockedKeys = new HashMap<>();
    private final Set<JMenuBar> lockedMenus = new HashSet<>();
    private final AWTEventListener windowListener = event -> EventQueue.invokeLater(this::windowsChanged);
    private @Nullable CoverForm form;
    private @Nullable AuthUser coveredFor;
    private boolean coveringNewWindows;
    private boolean listening;

    /**
     * @param gates the components that show the model at the moment
     */
    WindowLock(AuthModel model, Supplier<List<Component>> gates) {
        this.model = model;
        this.gates = gates;
    }

    /**
     * Does what the state of the model demands.
     *
     * @param phase where the session stands
     * @param user whose session is open or kept; {@code null} if there is none
     * @param coverOthers whether windows other than those with gates have to be covered while content is
     */
    void update(AuthStates.Phase phase, @Nullable AuthUser user, boolean coverOthers) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        Set<JRootPane> roots = new HashSet<>();
        for (Component gate : gates.get()) {
            JRootPane root = SwingUtilities.getRootPane(gate);
            if (root != null) {
                roots.add(root);
            }
        }
        boolean cover = phase.isCovered() && coverOthers;
        lockMenus(phase.isOpen() ? Set.of() : roots);
        lockKeys(cover ? roots : Set.of());
        if (cover) {
            coveredFor = user;
            closePopups();
            coverWindows(true);
        } else if (phase.isOpen() && user != null && coveredFor != null && user.isSameAs(coveredFor) || !coverOthers) {
            uncoverAll();
        } else {
            // logged out, or open for somebody else: what was covered is still the work of the user before
            coverWindows(false);
        }
        listen(cover && !(roots.isEmpty() && covers.isEmpty()));
        if (form != null) {
            form.update();
        }
    }

    private void lockMenus(Set<JRootPane> roots) {
        Set<JMenuBar> bars = new HashSet<>();
        roots.forEach(root -> {
            if (root.getJMenuBar() != null) {
                bars.add(root.getJMenuBar());
            }
        });
        lockedMenus.removeIf(bar -> {
            boolean isFree = !bars.contains(bar);
            if (isFree) {
                MenuBarLock.release(bar);
            }
            return isFree;
        });
        bars.forEach(bar -> {
            if (lockedMenus.add(bar)) {
                MenuBarLock.acquire(bar);
            }
        });
    }

    private void lockKeys(Set<JRootPane> roots) {
        lockedKeys.entrySet().removeIf(locked -> {
            boolean isFree = !roots.contains(locked.getKey());
            if (isFree) {
                locked.getValue().unlock();
            }
            return isFree;
        });
        roots.forEach(root -> lockedKeys.computeIfAbsent(root, unlocked -> {
            WindowCover.RootKeys keys = new WindowCover.RootKeys(unlocked);
            keys.lock();
            return keys;
        }));
    }

    private void windowsChanged() {
        if (coveringNewWindows) {
            coverWindows(true);
        }
    }

    private void listen(boolean listen) {
        coveringNewWindows = listen;
        if (listen && !listening) {
            Toolkit.getDefaultToolkit().addAWTEventListener(windowListener, AWTEvent.WINDOW_EVENT_MASK);
        } else if (!listen && listening) {
            Toolkit.getDefaultToolkit().removeAWTEventListener(windowListener);
        }
        listening = listen;
    }

    private void uncoverAll() {
        removeForm();
        covers.values().forEach(WindowCover::remove);
        covers.clear();
        coveredFor = null;
    }

    /**
     * Covers windows and sees to it that one of them carries the form where no gate can be reached.
     *
     * @param newOnes whether windows are covered that are not covered yet
     */
    private void coverWindows(boolean newOnes) {
        covers.keySet().removeIf(window -> !window.isDisplayable());
        for (Window window : newOnes ? Window.getWindows() : new Window[0]) {
            if (window.isShowing() && window instanceof RootPaneContainer && !isLeftAlone(window)) {
                covers.computeIfAbsent(window, this::cover);
            }
        }
        Window withForm = windowForForm();
        if (form != null && form.window() != withForm) {
            removeForm();
        }
        covers.forEach((window, cover) -> {
            if (window == withForm) {
                showForm(cover, window);
            }
        });
    }

    private WindowCover cover(Window window) {
        WindowCover cover = new WindowCover(window, ((RootPaneContainer) window).getRootPane(), locale(window));
        cover.put();
        return cover;
    }

    /** Returns the language to speak in a window: that of the gate, because its user may have chosen it there. */
    private Locale locale(Window window) {
        return gates.get().stream().findFirst().map(Component::getLocale).orElseGet(window::getLocale);
    }

    /** Tells whether a window is left alone: it shows a gate of this model, which covers itself, or is not ours. */
    private boolean isLeftAlone(Window window) {
        if (window.getType() == Window.Type.POPUP || showsGate(window, true)) {
            return true;
        }
        for (Window owner = window; owner != null; owner = owner.getOwner()) {
            if (showsGate(owner, true)) {
                return false;
            }
            if (showsGate(owner, false)) {
                return true;
            }
        }
        return false;
    }

    private boolean showsGate(Container root, boolean ofThisModel) {
        for (Component child : root.getComponents()) {
            boolean isSuch = child instanceof AuthGate && ((AuthGate) child).getModel() == model == ofThisModel;
            if (isSuch && child.isDisplayable()
                    || !(child instanceof Window)
                            && child instanceof Container
                            && showsGate((Container) child, ofThisModel)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the covered window that has to carry the form, because no gate can be reached; null if one can. */
    private @Nullable Window windowForForm() {
        List<Window> modal = new ArrayList<>(covers.keySet());
        modal.removeIf(window -> !window.isShowing() || !(window instanceof Dialog) || !((Dialog) window).isModal());
        Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        if (active != null && modal.contains(active)) {
            return active;
        }
        // the one that has opened no other
        modal.removeIf(window -> covers.keySet().stream().anyMatch(other -> other.getOwner() == window));
        if (!modal.isEmpty()) {
            return modal.get(0);
        }
        boolean isGateThere = gates.get().stream().anyMatch(Component::isShowing);
        return isGateThere ? null : covers.keySet().stream().findFirst().orElse(null);
    }

    private void showForm(WindowCover cover, Window window) {
        if (form == null) {
            form = new CoverForm(model, window, locale(window));
            form.update();
            cover.show(form.panel());
            form.panel().requestFocusForInput();
        }
    }

    private void removeForm() {
        if (form != null) {
            form.remove();
            form = null;
        }
    }

    private static void closePopups() {
        Edt.contain(MenuSelectionManager.defaultManager()::clearSelectedPath); // tells listeners of the host
        for (Window window : Window.getWindows()) {
            closePopups(window);
        }
    }

    private static void closePopups(Container container) {
        for (Component child : container.getComponents()) {
            if (child instanceof JPopupMenu) {
                Edt.contain(() -> child.setVisible(false));
            } else if (child instanceof JComboBox && ((JComboBox<?>) child).isPopupVisible()) {
                Edt.contain(() -> ((JComboBox<?>) child).setPopupVisible(false));
            }
            if (child instanceof Container) {
                closePopups((Container) child);
            }
        }
    }
}
