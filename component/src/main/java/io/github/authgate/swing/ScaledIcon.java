package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * Paints an icon in a square of another size than its own.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ScaledIcon implements Icon {

    private final @Nullable Icon icon;
    private final int size;

    /**
     * @param icon {@code null} for nothing, of no size
     * @param size the length of its sides
     */
    ScaledIcon(@Nullable Icon icon, int size) {
        this.icon = icon;
        this.size = icon == null ? 0 : size;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        int longest = icon == null ? 0 : Math.max(icon.getIconWidth(), icon.getIconHeight());
        if (icon == null || longest <= 0) {
            return;
        }
        double scale = size / (double) longest;
        Graphics2D scaled = (Graphics2D) graphics.create();
        try {
            scaled.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            scaled.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            scaled.translate(
                    x + (size - icon.getIconWidth() * scale) / 2, y + (size - icon.getIconHeight() * scale) / 2);
            scaled.scale(scale, scale);
            icon.paintIcon(component, scaled, 0, 0);
        } finally {
            scaled.dispose();
        }
    }

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }
}
