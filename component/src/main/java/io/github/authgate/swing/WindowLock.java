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
import java.awt.event.HierarchyEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the windows of the application out of reach while a model is locked: other windows get a cover, windows with a gate
 * only lose their menus, key bindings and popups, because the gate covers itself. What was covered for one user comes back for
 * that user only: neither logging out nor closing a window, be it the one with the gate, brings it back to light.
 *
 * <p>Use only on the event dispatch thread.
 */
final class WindowLock {

    private final AuthModel model;
    private final Supplier<List<Component>> gates;
    private final GateAncestry ancestry;
    private final Map<JComponent, RootLock> lockedKeys = new HashMap<>();
    private final Map<JRootPane, RootLock> lockedMenus = new HashMap<>();
    private final Map<JRootPane, RootPopups> lockedPopups = new HashMap<>();
    private final AWTEventListener windowListener = this::windowChanged;
    private @Nullable CoverForm form;
    private @Nullable AuthUser formUser;
    private @Nullable AuthUser coveredFor;
    private @Nullable AuthUser shownTo;
    private boolean covering;
    private boolean listening;

    /**
     * @param gates the components that show the model at the moment
     */
    WindowLock(AuthModel model, Supplier<List<Component>> gates) {
        this.model = model;
        this.gates = gates;
        this.ancestry = new GateAncestry(gates);
    }

    /**
     * Does what the state of the model demands. Listeners of the host hear of it on the way and may let the next thing
     * happen, which then has been seen to when they return: so the state is asked time and again, and never kept.
     *
     * @param coverOthers whether windows other than those with gates have to be covered while content is
     */
    void update(boolean coverOthers) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        boolean coveringBefore = covering;
        covering = state().phase().isCovered() && coverOthers;
        // out of sight first: whatever a listener of the host throws or shows later on, it does so behind the covers
        if (covering) {
            coveredFor = state().user();
            listen(isAnythingThere()); // to the windows that listeners of the host show on the way, too
            coverAll();
        } else if (!coverOthers) {
            uncover(cover -> true);
        } else if (state().phase().isOpen()) {
            AuthUser user = Objects.requireNonNull(state().user());
            uncover(cover -> cover.isHeldFor(this, user));
        }
        // else logged out, or open for somebody else: what was covered is still the work of the user before
        adjust(lockedKeys, this::keysToLock, ComponentKeys::new);
        adjust(lockedMenus, this::rootsToShut, RootMenus::new);
        AuthUser shownBefore = shownTo;
        shownTo = state().phase().isOpen() ? state().user() : null;
        if (coverOthers) {
            boolean isOver = shownBefore != null && !isSameUser(shownBefore, shownTo);
            closePopups(isOver || covering && !coveringBefore);
        }
        adjust(lockedPopups, this::rootsToLock, RootPopups::new); // what did not close when it was asked
        listen(isAnythingThere());
        moveForm();
    }

    /** Closes what a user has opened, or was about to get back, before anybody else sees it. */
    private void closePopups(boolean all) {
        if (all) {
            Popups.closeAll(this::isOurs);
        }
        if (!covering && !isSameUser(coveredFor, shownTo)) {
            lockedPopups.values().forEach(RootPopups::forget);
        }
    }

    private void moveForm() {
        if (form != null && formUser != state().user()) {
            removeForm(); // what somebody has typed is not for whoever comes next
        }
        formUser = state().user();
        placeForm();
        if (form != null) {
            form.update();
        }
    }

    private SessionState state() {
        return model.life().state();
    }

    private static boolean isSameUser(@Nullable AuthUser one, @Nullable AuthUser other) {
        return one != null && other != null && one.isSameAs(other);
    }

    /** Tells whether a modal dialog that is covered for somebody else would keep a user from everything else. */
    boolean isInTheWayOf(AuthUser newcomer) {
        return covers().stream().anyMatch(cover -> !cover.isHeldFor(this, newcomer) && isShowingModal(window(cover)));
    }

    /** Locks what has to be, and nothing else, also when a listener of the host changes which these are. */
    private static <C, L extends RootLock> void adjust(
            Map<C, L> locked, Supplier<Set<C>> wanted, Function<? super C, ? extends L> make) {
        for (C part : List.copyOf(locked.keySet())) {
            L lock = wanted.get().contains(part) ? null : locked.remove(part);
            if (lock != null) {
                Edt.contain(lock::unlock);
            }
        }
        for (C part : wanted.get()) {
            if (!locked.containsKey(part) && wanted.get().contains(part)) {
                L lock = make.apply(part);
                locked.put(part, lock);
                Edt.contain(lock::lock);
            }
        }
    }

    private Set<JComponent> keysToLock() {
        return covering ? ancestry.components() : Set.of();
    }

    private Set<JRootPane> rootsToLock() {
        return covering ? ancestry.roots() : Set.of();
    }

    private Set<JRootPane> rootsToShut() {
        return state().phase().isOpen() ? Set.of() : ancestry.roots();
    }

    private void listen(boolean listen) {
        if (listen && !listening) {
            Toolkit.getDefaultToolkit()
                    .addAWTEventListener(windowListener, AWTEvent.WINDOW_EVENT_MASK | AWTEvent.HIERARCHY_EVENT_MASK);
        } else if (!listen && listening) {
            Toolkit.getDefaultToolkit().removeAWTEventListener(windowListener);
        }
        listening = listen;
    }

    private void windowChanged(AWTEvent event) {
        if (!(event.getSource() instanceof Window)) {
            return;
        }
        Window window = (Window) event.getSource();
        if (event.getID() == HierarchyEvent.HIERARCHY_CHANGED && window.isShowing() && EventQueue.isDispatchThread()) {
            // AWT tells of this before the window is painted for the first time, and of nothing else
            Edt.contain(() -> cover(window));
            Edt.contain(() -> closePopup(window));
        }
        EventQueue.invokeLater(() -> {
            if (listening) {
                coverAll();
                placeForm();
                listen(isAnythingThere());
            }
        });
    }

    /**
     * Tells whether windows that open or close make a difference: while it is locked until all are closed, and after a logout
     * for as long as a covered one may stand between the next user and the form.
     */
    private boolean isAnythingThere() {
        return covering && !ancestry.roots().isEmpty()
                || covers().stream().anyMatch(cover -> window(cover).isDisplayable());
    }

    private void coverAll() {
        for (Window window : Window.getWindows()) {
            Edt.contain(() -> cover(window));
        }
        // then only: whoever is told that a popup closes finds everything else out of sight
        for (Window window : Window.getWindows()) {
            Edt.contain(() -> closePopup(window));
        }
    }

    /** Closes a popup that nothing of what may be seen has opened. */
    private void closePopup(Window window) {
        boolean isPopup = covering && window.isShowing() && Popups.isPopup(window);
        if (isPopup && !Popups.isOfWhatShows(window) && isOurs(window)) {
            Popups.closeWindow(window);
        }
    }

    /** Covers a window that has to be, and is not yet. */
    private void cover(Window window) {
        if (!covering || !window.isShowing() || !(window instanceof RootPaneContainer)) {
            return;
        }
        JRootPane root = ((RootPaneContainer) window).getRootPane();
        WindowCover present = WindowCover.of(root);
        if (present == null || !present.isHeldBy(this)) {
            if (!isLeftAlone(window)) {
                WindowCover.hold(root, this, coveredFor, locale(window));
            }
        }
    }

    private void uncover(Predicate<WindowCover> which) {
        List<WindowCover> back = covers();
        back.removeIf(which.negate());
        if (!back.isEmpty()) {
            removeForm();
            for (WindowCover cover : back) {
                if (!covering) { // a listener of the host may lock again when the first window comes back
                    Edt.contain(() -> cover.release(this));
                }
            }
        }
    }

    /** Returns the covers that are here for this model, also those in windows that are closed at the moment. */
    private List<WindowCover> covers() {
        List<WindowCover> covers = new ArrayList<>();
        for (Window window : Window.getWindows()) {
            if (window instanceof RootPaneContainer) {
                WindowCover cover = WindowCover.of(((RootPaneContainer) window).getRootPane());
                if (cover != null && cover.isHeldBy(this)) {
                    covers.add(cover);
                }
            }
        }
        return covers;
    }

    private static Window window(WindowCover cover) {
        return (Window) cover.root().getParent();
    }

    /** Returns the language to speak in a window: that of the gate, because its user may have chosen it there. */
    private Locale locale(Window window) {
        return gates.get().stream().findFirst().map(Component::getLocale).orElseGet(window::getLocale);
    }

    /** Tells whether a window is left alone: it shows a gate of this model, which covers itself, or is not ours. */
    private boolean isLeftAlone(Window window) {
        return Popups.isPopup(window) || showsGate(window, true) || !isOurs(window);
    }

    /** Tells whether a window belongs to this model rather than to another one, or to nobody in particular. */
    private boolean isOurs(Window window) {
        for (Window owner = window; owner != null; owner = owner.getOwner()) {
            if (showsGate(owner, true)) {
                return true;
            }
            if (showsGate(owner, false)) {
                return false;
            }
        }
        return true;
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

    /** Sees to it that one of the covered windows carries the form where no gate can be reached. */
    private void placeForm() {
        WindowCover place = coverForForm();
        if (form != null && !form.isOn(place)) {
            removeForm();
        }
        if (form == null && place != null) {
            form = new CoverForm(model, place, locale(window(place)));
            form.show();
        }
    }

    /** Returns the cover that has to carry the form, because no gate can be reached; null if one can. */
    private @Nullable WindowCover coverForForm() {
        List<WindowCover> covers = covers();
        List<WindowCover> modal = new ArrayList<>(covers);
        modal.removeIf(cover -> !isShowingModal(window(cover)));
        Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        for (WindowCover cover : modal) {
            if (window(cover) == active) {
                return cover;
            }
        }
        // the one that has opened no other
        List<WindowCover> candidates = List.copyOf(modal);
        modal.removeIf(
                cover -> candidates.stream().anyMatch(other -> window(other).getOwner() == window(cover)));
        if (!modal.isEmpty()) {
            return modal.get(0);
        }
        boolean isGateThere = gates.get().stream().anyMatch(Component::isShowing);
        covers.removeIf(cover -> !window(cover).isShowing());
        return isGateThere || covers.isEmpty() ? null : covers.get(0);
    }

    private static boolean isShowingModal(Window window) {
        return window instanceof Dialog && window.isShowing() && ((Dialog) window).isModal();
    }

    private void removeForm() {
        if (form != null) {
            form.remove();
            form = null;
        }
    }
}
