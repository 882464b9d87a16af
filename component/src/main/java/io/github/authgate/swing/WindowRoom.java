package io.github.authgate.swing;

import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import org.jspecify.annotations.Nullable;

/**
 * The room that a window too small for a form is given: it grows where it stands, as far as its screen goes, and is moved
 * where it would reach beyond. Afterwards it has its size and its place back, unless the user or the host have chosen
 * another.
 *
 * <p>Use only on the event dispatch thread.
 */
final class WindowRoom {

    private @Nullable Rectangle before;
    private @Nullable Rectangle given;

    /** Makes a window at least as large as something needs. */
    void make(Window window, Dimension needed) {
        if (window.getWidth() < needed.width || window.getHeight() < needed.height) {
            before = boundsAfterwards(window.getBounds());
            Rectangle larger = enlarged(window.getBounds(), needed, usable(window.getGraphicsConfiguration()));
            Edt.contain(() -> window.setBounds(larger));
            given = window.getBounds();
        }
    }

    /** Gives a window back the bounds that it would have without us. */
    void giveBack(Window window) {
        Edt.contain(() -> window.setBounds(boundsAfterwards(window.getBounds())));
        given = null;
    }

    private Rectangle boundsAfterwards(Rectangle now) {
        if (before == null || given == null || !now.getSize().equals(given.getSize())) {
            return now; // whoever has made it another size sees it where it is
        }
        return new Rectangle(now.equals(given) ? before.getLocation() : now.getLocation(), before.getSize());
    }

    /**
     * Returns the bounds of a window that has been enlarged.
     *
     * @param window its bounds now
     * @param needed how large it has to be at least, if the screen is large enough
     * @param screen where windows may be
     */
    static Rectangle enlarged(Rectangle window, Dimension needed, Rectangle screen) {
        int width = Math.max(window.width, Math.min(needed.width, screen.width));
        int height = Math.max(window.height, Math.min(needed.height, screen.height));
        // the start last: what is larger than the screen shows from its start on
        int x = Math.max(screen.x, Math.min(window.x, screen.x + screen.width - width));
        int y = Math.max(screen.y, Math.min(window.y, screen.y + screen.height - height));
        return new Rectangle(x, y, width, height);
    }

    private static Rectangle usable(GraphicsConfiguration screen) {
        Rectangle bounds = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        return new Rectangle(
                bounds.x + taken.left,
                bounds.y + taken.top,
                bounds.width - taken.left - taken.right,
                bounds.height - taken.top - taken.bottom);
    }
}
