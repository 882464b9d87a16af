package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.ComponentInputMap;
import javax.swing.InputMap;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * A window of the host whose content is out of sight and out of reach. The window itself stays where it is: hiding a modal
 * dialog would make the host's {@code setVisible(true)} return.
 *
 * <p>Use only on the event dispatch thread.
 */
final class WindowCover {

    private final Window window;
    private final JRootPane root;
    private final Container content;
    private final JPanel cover;
    private final List<Component> hidden = new ArrayList<>();
    private final @Nullable JMenuBar menuBar;
    private final @Nullable JButton defaultButton;
    private final @Nullable Component focusOwner;
    private final RootKeys keys;
    private @Nullable Rectangle boundsBefore;

    WindowCover(Window window, JRootPane root, Locale locale) {
        this.window = window;
        this.root = root;
        this.cover = new CoverView(locale);
        this.content = root.getContentPane();
        this.menuBar = root.getJMenuBar();
        this.defaultButton = root.getDefaultButton();
        this.focusOwner = window.getMostRecentFocusOwner();
        this.keys = new RootKeys(root);
    }

    /** Takes the content out of the window, whatever the host's parts throw on the way. */
    void put() {
        hideLayers();
        keys.lock();
        try {
            root.setContentPane(cover);
        } catch (RuntimeException | Error e) {
            // Swing calls removeNotify before it takes the content out: if that throws, out of sight has to do
            Edt.report(e);
            if (content.isVisible()) {
                content.setVisible(false);
                hidden.add(content);
            }
            root.setDefaultButton(null);
        }
        if (menuBar != null) {
            MenuBarLock.acquire(menuBar);
        }
        refresh();
    }

    /** Hides what the host has put above its content: a glass pane, palettes. */
    private void hideLayers() {
        List<Component> layers = new ArrayList<>(List.of(root.getLayeredPane().getComponents()));
        layers.add(root.getGlassPane());
        for (Component layer : layers) {
            if (layer.isVisible() && layer != content && layer != menuBar) {
                hidden.add(layer);
                Edt.contain(() -> layer.setVisible(false));
            }
        }
    }

    /** Shows something on the cover, in a window that is large enough for it. */
    void show(JComponent shown) {
        if (shown.getParent() == cover) {
            return;
        }
        cover.removeAll();
        cover.add(shown);
        Dimension needed = shown.getPreferredSize();
        if (shown instanceof LoginPanel && (cover.getWidth() < needed.width || cover.getHeight() < needed.height)) {
            boundsBefore = window.getBounds();
            int width = Math.max(window.getWidth(), window.getWidth() - cover.getWidth() + needed.width);
            int height = Math.max(window.getHeight(), window.getHeight() - cover.getHeight() + needed.height);
            Edt.contain(() -> window.setSize(width, height));
        }
        refresh();
    }

    boolean isCovering() {
        return root.getContentPane() == cover;
    }

    /** Puts everything back as it was. What the host has put in the place of the cover meanwhile stays. */
    void remove() {
        cover.removeAll();
        keys.unlock();
        if (menuBar != null) {
            MenuBarLock.release(menuBar);
        }
        hidden.forEach(layer -> Edt.contain(() -> layer.setVisible(true)));
        if (isCovering()) {
            Edt.contain(() -> root.setContentPane(content));
        } else if (root.isDisplayable() && root.getContentPane() == content && !content.isDisplayable()) {
            // it has stayed in the tree because it threw on its way out, but has lost its peer
            Edt.contain(content::addNotify);
        }
        if (boundsBefore != null) {
            Edt.contain(() -> window.setBounds(boundsBefore));
        }
        refresh();
        if (defaultButton != null && SwingUtilities.isDescendingFrom(defaultButton, root)) {
            root.setDefaultButton(defaultButton);
        }
        if (focusOwner != null) {
            focusOwner.requestFocusInWindow();
        }
    }

    private void refresh() {
        root.revalidate();
        Edt.contain(window::validate);
        root.repaint();
    }

    /** Keeps the key bindings that a host has put on a root pane itself from being triggered. */
    static final class RootKeys {

        private static final int[] CONDITIONS = {
            JComponent.WHEN_IN_FOCUSED_WINDOW, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, JComponent.WHEN_FOCUSED
        };

        private final JRootPane root;
        private final InputMap[] maps = new InputMap[CONDITIONS.length];

        RootKeys(JRootPane root) {
            this.root = root;
        }

        void lock() {
            for (int i = 0; i < CONDITIONS.length; i++) {
                maps[i] = root.getInputMap(CONDITIONS[i]);
                InputMap own = CONDITIONS[i] == JComponent.WHEN_IN_FOCUSED_WINDOW
                        ? new ComponentInputMap(root)
                        : new InputMap();
                // the look and feel's bindings stay: Enter for the default button is one of them
                own.setParent(SwingUtilities.getUIInputMap(root, CONDITIONS[i]));
                root.setInputMap(CONDITIONS[i], own);
            }
        }

        void unlock() {
            for (int i = 0; i < CONDITIONS.length; i++) {
                root.setInputMap(CONDITIONS[i], maps[i]);
            }
        }
    }
}
