package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.function.Supplier;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * Paints an icon in a square of another size than its own. The icon is asked for when it is first painted: most of ours are
 * for what goes wrong, and some look and feels decode a picture for each.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ScaledIcon implements Icon {

    private final Supplier<Icon> source;
    private final int size;
    private @Nullable Icon icon;

    /**
     * @param source gives an icon that is not empty
     * @param size the length of the square's sides
     */
    ScaledIcon(Supplier<Icon> source, int size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Icon painted = icon != null ? icon : source.get();
        icon = painted;
        double scale = size / (double) Math.max(painted.getIconWidth(), painted.getIconHeight());
        Graphics2D scaled = (Graphics2D) graphics.create();
        try {
            scaled.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            scaled.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            scaled.translate(
                    x + (size - painted.getIconWidth() * scale) / 2, y + (size - painted.getIconHeight() * scale) / 2);
            scaled.scale(scale, scale);
            painted.paintIcon(component, scaled, 0, 0);
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
