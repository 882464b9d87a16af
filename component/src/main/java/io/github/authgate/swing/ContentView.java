package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
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

    private final Banner banner = new Banner();

    ContentView() {
        super(new BorderLayout());
        add(banner, BorderLayout.PAGE_START);
    }

    Banner banner() {
        return banner;
    }

    /** Shows a component in the place of any other. */
    void put(JComponent component) {
        Component before = shown();
        if (before != component) {
            clear();
            add(component);
            revalidate();
            repaint();
        }
    }

    /** Lets the component go: it is out of the tree, not hidden. */
    void clear() {
        Component before = shown();
        if (before != null) {
            remove(before);
        }
    }

    private @Nullable Component shown() {
        return ((BorderLayout) getLayout()).getLayoutComponent(BorderLayout.CENTER);
    }
}
