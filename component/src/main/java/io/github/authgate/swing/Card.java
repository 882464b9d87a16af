package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * What our forms stand on. It shows only what is behind it, unless the host has given cards a background or a border.
 *
 * <p>Use only on the event dispatch thread.
 */
class Card extends JPanel {

    private static final long serialVersionUID = 1L;

    Card(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (Look.cardBorder() == null && Look.cardBackground() == null) {
            return;
        }
        double line = Look.units(1);
        double arc = Look.units("AuthGate.cardArc", 12);
        Graphics2D smooth = (Graphics2D) graphics.create();
        try {
            smooth.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            fill(smooth, 0, arc, Look.cardBorder());
            fill(smooth, Look.cardBorder() == null ? 0 : line, arc, Look.background());
        } finally {
            smooth.dispose();
        }
    }

    private void fill(Graphics2D graphics, double inset, double arc, @Nullable Color color) {
        if (color != null) {
            graphics.setColor(color);
            double roundness = Math.max(0, arc - 2 * inset);
            graphics.fill(new RoundRectangle2D.Double(
                    inset, inset, getWidth() - 2 * inset, getHeight() - 2 * inset, roundness, roundness));
        }
    }
}
