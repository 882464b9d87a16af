package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ContainerAdapter;
import java.awt.event.ContainerEvent;
import java.awt.event.ContainerListener;
import java.util.stream.Stream;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;

/**
 * Keeps what a host shows above everything else in a root pane from being seen: popups, messages that pass. They are out
 * of the tree, in a pane from which the host takes away what it does not want any more; what is left comes back. Menus and
 * tool tips of what can be seen show meanwhile.
 *
 * <p>Use only on the event dispatch thread.
 */
final class RootPopups implements RootLock {

    private final JLayeredPane layers;
    private final JLayeredPane hidden = new JLayeredPane();
    private final ContainerListener arrivals = new Arrivals();

    RootPopups(JRootPane root) {
        layers = root.getLayeredPane();
    }

    @Override
    public void lock() {
        for (Component popup : layers.getComponentsInLayer(JLayeredPane.POPUP_LAYER)) {
            if (!holdsGate(popup)) {
                hide(popup);
            }
        }
        layers.addContainerListener(arrivals);
    }

    @Override
    public void unlock() {
        layers.removeContainerListener(arrivals);
        for (Component popup : hidden.getComponents()) {
            Edt.contain(() -> layers.add(popup, JLayeredPane.POPUP_LAYER));
        }
        layers.repaint();
    }

    /** Gives up what is hidden: its user does not come back, and it is for nobody else. */
    void forget() {
        hidden.removeAll();
    }

    /** Tells whether a part covers itself, and shows the form there. */
    private static boolean holdsGate(Component part) {
        return part instanceof AuthGate
                || part instanceof Container
                        && Stream.of(((Container) part).getComponents()).anyMatch(RootPopups::holdsGate);
    }

    private void hide(Component popup) {
        Tray.carryOut(popup);
        hidden.add(popup, JLayeredPane.POPUP_LAYER);
        layers.repaint();
    }

    private final class Arrivals extends ContainerAdapter {

        @Override
        public void componentAdded(ContainerEvent event) {
            Component added = event.getChild();
            boolean isPopup = layers.getLayer(added) == JLayeredPane.POPUP_LAYER;
            if (isPopup && !holdsGate(added) && !Popups.isOfWhatShows(added)) {
                hide(added);
            }
        }
    }
}
