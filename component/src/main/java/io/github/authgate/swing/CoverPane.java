package io.github.authgate.swing;

import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;

/**
 * Stands in a root pane for the layered pane of the host, and shows nothing but a cover and what frames the window: its
 * title bar, where that is the look and feel's, and its menu bar. The host's own layered pane is out of the tree, whole
 * and untouched, and gets whatever the host adds meanwhile.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverPane extends JLayeredPane {

    private static final long serialVersionUID = 1L;

    private final transient JRootPane root;
    private final CoverView cover;
    private transient JLayeredPane hidden;
    private transient Container content;

    /** Creates a stand-in for the layered pane that a root pane has now. */
    CoverPane(JRootPane root, CoverView cover) {
        this.root = root;
        this.cover = cover;
        hidden = root.getLayeredPane();
        content = root.getContentPane();
        add(cover, FRAME_CONTENT_LAYER);
    }

    /** Returns the layered pane of the host. */
    JLayeredPane hidden() {
        return hidden;
    }

    /** Stands in for another layered pane, which the host has set meanwhile. */
    void setHidden(JLayeredPane next) {
        hidden = next;
    }

    /** Takes what frames the window from the host's layered pane. */
    void takeFrame() {
        moveFrame(hidden, this);
    }

    /** Gives the host's layered pane back what frames the window. */
    void giveFrameBack() {
        moveFrame(this, hidden);
    }

    private void moveFrame(JLayeredPane from, JLayeredPane to) {
        for (Component part : from.getComponents()) {
            if (part != cover && isFrame(part)) {
                int layer = from.getLayer(part);
                Edt.contain(() -> to.add(part, Integer.valueOf(layer)));
            }
        }
    }

    private boolean isFrame(Component part) {
        return part == root.getJMenuBar() || part != root.getContentPane() && isOfLookAndFeel(part);
    }

    /** Title bars come from where the UI delegate of the root pane comes from; empty panels catch the mouse for them. */
    private boolean isOfLookAndFeel(Component part) {
        Package origin = part.getClass().getPackage();
        for (Class<?> type = root.getUI().getClass(); type != null; type = type.getSuperclass()) {
            if (type.getPackage() == origin) {
                return true;
            }
        }
        return part.getClass() == JPanel.class && ((JPanel) part).getComponentCount() == 0;
    }

    @Override
    protected void addImpl(Component part, Object constraints, int index) {
        if (part == cover || isFrame(part) || isPopupOfCover(part)) {
            super.addImpl(part, constraints, index);
            return;
        }
        if (part == root.getContentPane()) {
            hidden.remove(content); // the one before, or the same again: Swing has looked for it here, and not found it
            content = (Container) part;
        }
        hidden.add(part, constraints, index);
    }

    /** Tells whether a lightweight popup belongs to something that can be seen here: the form, a menu. */
    private boolean isPopupOfCover(Component popup) {
        Component invoker = Popups.invoker(popup);
        return invoker != null && SwingUtilities.isDescendingFrom(invoker, this);
    }

    @Override
    public void remove(Component part) {
        if (part.getParent() == hidden) {
            hidden.remove(part);
        } else {
            super.remove(part);
        }
    }

    @Override
    public void doLayout() {
        // the root pane lays its content pane out wherever that is
        cover.setBounds(root.getContentPane().getBounds());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        SwingUtilities.updateComponentTreeUI(hidden);
        if (!isGlassPaneInTree()) {
            SwingUtilities.updateComponentTreeUI(root.getGlassPane());
        }
    }

    @Override
    public void applyComponentOrientation(ComponentOrientation orientation) {
        super.applyComponentOrientation(orientation);
        hidden.applyComponentOrientation(orientation);
    }

    private boolean isGlassPaneInTree() {
        return root.getGlassPane().getParent() == root;
    }
}
