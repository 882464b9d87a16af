package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.util.Map;
import javax.swing.Icon;
import javax.swing.UIManager;
import javax.swing.plaf.ColorUIResource;
import javax.swing.plaf.FontUIResource;

/**
 * Sizes, colours, fonts and icons, all of them from the look and feel in force. Nothing is kept: whoever asks, asks again
 * in {@code updateUI()}.
 */
final class Look {

    private static final float REFERENCE_FONT_SIZE = 12f;

    /** WCAG 2.1, success criterion 1.4.3, for text of ordinary size. */
    private static final double LEAST_CONTRAST = 4.5;

    private Look() {}

    /** Returns a length that is this many units at 100 %, where a unit grows with the look and feel's font. */
    static int units(int units) {
        Font font = UIManager.getFont("Label.font");
        float scale = font == null ? 1f : Math.max(1f, font.getSize2D() / REFERENCE_FONT_SIZE);
        return Math.round(units * scale);
    }

    /** Tells whether a component is painted by FlatLaf, which understands client properties that others do not. */
    static boolean isFlat(Object ui) {
        for (Class<?> type = ui.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("com.formdev.flatlaf.")) {
                return true;
            }
        }
        return false;
    }

    /** Returns the font of labels, a size up and bold, for look and feels without a typography of their own. */
    static FontUIResource titleFont() {
        Font font = labelFont();
        return new FontUIResource(font.deriveFont(Font.BOLD, font.getSize2D() * 1.4f));
    }

    static FontUIResource boldFont() {
        return new FontUIResource(labelFont().deriveFont(Font.BOLD));
    }

    static FontUIResource plainFont() {
        return new FontUIResource(labelFont());
    }

    private static Font labelFont() {
        Font font = UIManager.getFont("Label.font");
        return font != null ? font : new Font(Font.DIALOG, Font.PLAIN, Math.round(REFERENCE_FONT_SIZE));
    }

    static Color foreground() {
        Color color = UIManager.getColor("Label.foreground");
        return color != null ? color : new ColorUIResource(UIManager.getColor("text"));
    }

    static Color background() {
        Color color = UIManager.getColor("Panel.background");
        return color != null ? color : new ColorUIResource(UIManager.getColor("control"));
    }

    /** Returns the colour of text that matters less: between text and background, and still easy to read. */
    static ColorUIResource muted() {
        Color text = foreground();
        Color back = background();
        for (double share = 0.45; share > 0; share -= 0.05) {
            Color mixed = mix(text, back, share);
            if (contrast(mixed, back) >= LEAST_CONTRAST) {
                return new ColorUIResource(mixed);
            }
        }
        return new ColorUIResource(text);
    }

    /** Returns the colour of links; that of text, if the look and feel has none that can be read. */
    static ColorUIResource link() {
        return new ColorUIResource(hasLinkColor() ? UIManager.getColor("Component.linkColor") : foreground());
    }

    /** Returns the font of links: underlined where no colour says that they are links. */
    static FontUIResource linkFont() {
        Map<TextAttribute, Object> underlined = Map.of(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON);
        return hasLinkColor() ? plainFont() : new FontUIResource(labelFont().deriveFont(underlined));
    }

    private static boolean hasLinkColor() {
        Color color = UIManager.getColor("Component.linkColor");
        return color != null && contrast(color, background()) >= LEAST_CONTRAST;
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() * (1 - share) + b.getRed() * share),
                (int) Math.round(a.getGreen() * (1 - share) + b.getGreen() * share),
                (int) Math.round(a.getBlue() * (1 - share) + b.getBlue() * share));
    }

    /** Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.1, "contrast ratio"). */
    static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** Returns an icon of the look and feel at the size of text, such as {@code OptionPane.errorIcon}. */
    static Icon smallIcon(String key) {
        Icon icon = UIManager.getIcon(key);
        return icon == null ? new ScaledIcon(new NoIcon(), 0) : new ScaledIcon(icon, units(20));
    }

    /** Paints an icon at another size than its own. */
    private static final class ScaledIcon implements Icon {

        private final Icon icon;
        private final int size;

        private ScaledIcon(Icon icon, int size) {
            this.icon = icon;
            this.size = size;
        }

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            int longest = Math.max(icon.getIconWidth(), icon.getIconHeight());
            if (longest <= 0) {
                return;
            }
            Graphics2D scaled = (Graphics2D) graphics.create();
            try {
                scaled.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
                scaled.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                scaled.translate(x, y);
                scaled.scale(size / (double) longest, size / (double) longest);
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

    private static final class NoIcon implements Icon {

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {}

        @Override
        public int getIconWidth() {
            return 0;
        }

        @Override
        public int getIconHeight() {
            return 0;
        }
    }
}
