package io.github.authgate.swing;

import io.github.authgate.AuthUser;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.awt.event.ContainerListener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * The cover of a window. While it is there, it is the only child of the root pane: content, palettes and glass pane are
 * out of the tree, not hidden, so nothing of them has to be remembered, and whatever the host does to them meanwhile
 * holds when they come back. The window itself stays where it is: hiding a modal dialog would make the host's
 * {@code setVisible(true)} return.
 *
 * <p>The cover hangs on the root pane alone. It survives the closing of its window and goes with it.
 *
 * <p>Use only on the event dispatch thread.
 */
final class WindowCover {

    private final JRootPane root;
    private final CoverView view;
    private final CoverPane pane;
    private final Map<Object, @Nullable AuthUser> holders = new HashMap<>();
    private final List<RootLock> locks;
    private final WindowRoom room = new WindowRoom();
    private final ContainerListener intruders = new Intruders();
    private final @Nullable JButton defaultButton;
    private final @Nullable Component focusOwner;
    private boolean beingPut;

    private WindowCover(JRootPane root, Locale locale) {
        this.root = root;
        defaultButton = root.getDefaultButton();
        Window window = SwingUtilities.getWindowAncestor(root);
        focusOwner = window == null ? null : window.getMostRecentFocusOwner();
        view = new CoverView(locale);
        pane = new CoverPane(root, view);
        pane.putClientProperty(WindowCover.class, this);
        locks = List.of(new ComponentKeys(root), new RootMenus(root, pane));
    }

    /** Returns the cover of a root pane; null if there is none. */
    static @Nullable WindowCover of(JRootPane root) {
        return (WindowCover) root.getLayeredPane().getClientProperty(WindowCover.class);
    }

    /**
     * Covers a root pane, or joins those who do.
     *
     * @param holder who wants the cover to be there until it says otherwise
     * @param user whose work it hides
     */
    static WindowCover hold(JRootPane root, Object holder, @Nullable AuthUser user, Locale locale) {
        WindowCover cover = of(root);
        if (cover == null) {
            WindowCover made = new WindowCover(root, locale);
            made.holders.put(holder, user);
            made.put();
            return made;
        }
        cover.holders.put(holder, user);
        return cover;
    }

    boolean isHeldBy(Object holder) {
        return holders.containsKey(holder);
    }

    /** Tells whether it is there for a holder, and hides what a user was doing. */
    boolean isHeldFor(Object holder, AuthUser user) {
        AuthUser whose = holders.get(holder);
        return whose != null && whose.isSameAs(user);
    }

    JRootPane root() {
        return root;
    }

    /** Lets the cover go. It stays as long as somebody else holds it. */
    void release(Object holder) {
        if (holders.containsKey(holder)) {
            holders.remove(holder);
            if (holders.isEmpty() && !beingPut) {
                remove();
            }
        }
    }

    private void put() {
        beingPut = true;
        Tray layers = Tray.take(root.getLayeredPane());
        Edt.contain(() -> root.setLayeredPane(pane));
        Tray glassPane = Tray.take(root.getGlassPane());
        root.addContainerListener(intruders);
        pane.takeFrame();
        locks.forEach(lock -> Edt.contain(lock::lock));
        refresh();
        // then only: what is told to the host may take until somebody has answered a dialog
        Edt.contain(() -> HeldButtons.letGo(layers));
        layers.carryOut();
        glassPane.carryOut();
        beingPut = false;
        if (holders.isEmpty()) {
            remove();
        }
    }

    private void remove() {
        JButton wanted = root.getDefaultButton();
        boolean isHosts = wanted != null && !SwingUtilities.isDescendingFrom(wanted, pane);
        root.removeContainerListener(intruders);
        locks.forEach(lock -> Edt.contain(lock::unlock));
        JLayeredPane layers = pane.hidden();
        Edt.contain(() -> root.setLayeredPane(layers));
        Edt.contain(pane::giveFrameBack);
        Edt.contain(() -> root.add(root.getGlassPane(), 0));
        giveRoomBack();
        refresh();
        JButton button = isHosts ? wanted : defaultButton;
        if (button != null && SwingUtilities.isDescendingFrom(button, root)) {
            Edt.contain(() -> root.setDefaultButton(button));
        }
        if (focusOwner != null) {
            focusOwner.requestFocusInWindow();
        }
    }

    /** Shows a form on the cover, when all those that came before it have gone. */
    void show(LoginPanel form) {
        LoginPanel before = view.form();
        view.show(form);
        formChanged(before);
    }

    /** Lets a form go, and those behind it take its place. */
    void hide(LoginPanel form) {
        LoginPanel before = view.form();
        view.hide(form);
        formChanged(before);
    }

    private void formChanged(@Nullable LoginPanel before) {
        LoginPanel form = view.form();
        if (form == before) {
            return;
        }
        if (form != null) {
            makeRoomFor(form);
        }
        refresh();
        if (form != null) {
            form.requestFocusForInput();
        }
    }

    /** Makes the window large enough for a form. */
    private void makeRoomFor(LoginPanel form) {
        Dimension needed = form.getPreferredSize();
        Window window = SwingUtilities.getWindowAncestor(root);
        if (window != null) {
            int aroundWidth = window.getWidth() - view.getWidth();
            int aroundHeight = window.getHeight() - view.getHeight();
            room.make(window, new Dimension(aroundWidth + needed.width, aroundHeight + needed.height));
        }
    }

    private void giveRoomBack() {
        Window window = SwingUtilities.getWindowAncestor(root);
        if (window != null) {
            room.giveBack(window);
        }
    }

    private void refresh() {
        root.revalidate();
        Window window = SwingUtilities.getWindowAncestor(root);
        if (window != null) {
            Edt.contain(window::validate);
        }
        root.repaint();
    }

    /** What the host puts into the root pane meanwhile: another glass pane, another layered pane. */
    private final class Intruders extends ContainerAdapter {

        @Override
        public void componentAdded(ContainerEvent event) {
            Component added = event.getChild();
            if (added == root.getGlassPane()) {
                Tray.carryOut(added);
            } else if (added == root.getLayeredPane() && added != pane) {
                pane.setHidden((JLayeredPane) added);
                Tray.carryOut(added);
                root.setLayeredPane(pane);
            }
        }
    }
}
