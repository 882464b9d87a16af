package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * The host's content, and above it a banner when there is something to say.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ContentView extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Banner> newBanner;
    private @Nullable Banner banner;
    private @Nullable Holder holder;

    /**
     * @param newBanner makes a banner that is up to date
     */
    ContentView(Supplier<Banner> newBanner) {
        super(new BorderLayout());
        this.newBanner = newBanner;
    }

    /** Returns the banner; {@code null} if it has not been made yet. */
    @Nullable
    Banner banner() {
        return banner;
    }

    /**
     * Brings the banner up to date. One that has nothing to say is made by a later event: whoever waits for the content
     * does not wait for it.
     *
     * @param due whether there is something to say
     */
    void updateBanner(boolean due) {
        if (banner != null) {
            banner.update();
        } else if (due) {
            addBanner();
        } else {
            EventQueue.invokeLater(this::addBanner);
        }
    }

    private void addBanner() {
        if (banner == null) {
            Banner made = newBanner.get();
            add(made, BorderLayout.PAGE_START, 0);
            banner = made;
            revalidate();
        }
    }

    /**
     * Shows a component in the place of any other.
     *
     * @return whether it is another one than before
     */
    boolean put(JComponent component) {
        if (holder != null && component.getParent() == holder) {
            return false;
        }
        clear();
        Container parent = component.getParent();
        boolean isStuck = parent instanceof Holder && parent.getParent() == null;
        Holder next = isStuck ? (Holder) parent : new Holder(component);
        holder = next;
        next.setVisible(true);
        add(next);
        revalidate();
        repaint();
        return true;
    }

    /** Lets the component go: it is out of the tree, not hidden, and whatever it throws on its way out is no obstacle. */
    void clear() {
        Holder before = holder;
        holder = null;
        if (before != null) {
            // first: a listener of the host, told that it goes, may show a dialog and keep it waiting
            Edt.contain(() -> before.setVisible(false));
            Edt.contain(() -> HeldButtons.letGo(before));
            Edt.contain(() -> remove(before));
            for (Component content : before.getComponents()) { // or none: the host may have taken it already
                Edt.contain(() -> before.remove(content));
            }
        }
    }

    /**
     * Stands between a host's component and our tree. Swing calls a component's {@code removeNotify} before it takes it
     * out: one that throws there would stay where it is, in full view.
     */
    private static final class Holder extends JPanel {

        private static final long serialVersionUID = 1L;

        Holder(JComponent component) {
            super(new BorderLayout());
            setOpaque(false);
            add(component);
        }

        @Override
        public void removeNotify() {
            Edt.contain(super::removeNotify);
        }
    }
}
