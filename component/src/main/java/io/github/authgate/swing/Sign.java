package io.github.authgate.swing;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import javax.swing.Icon;

/** A ringed exclamation mark or letter i, for look and feels that have no icons, as GTK's where no icon theme is there. */
final class Sign implements Icon {

    private static final int SIZE = 32;

    private final boolean upsideDown;

    /**
     * @param upsideDown whether the mark stands on its head, which makes it an i
     */
    Sign(boolean upsideDown) {
        this.upsideDown = upsideDown;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D ink = (Graphics2D) graphics.create();
        try {
            ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            ink.setColor(Look.foreground());
            ink.translate(x, y);
            if (upsideDown) {
                ink.rotate(Math.PI, SIZE / 2.0, SIZE / 2.0);
            }
            ink.setStroke(new BasicStroke(3));
            ink.draw(new Ellipse2D.Double(2.5, 2.5, SIZE - 5, SIZE - 5));
            ink.setStroke(new BasicStroke(4));
            ink.draw(new Line2D.Double(SIZE / 2.0, 9, SIZE / 2.0, 17));
            ink.fill(new Ellipse2D.Double(SIZE / 2.0 - 2.5, 20.5, 5, 5));
        } finally {
            ink.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return SIZE;
    }

    @Override
    public int getIconHeight() {
        return SIZE;
    }
}
