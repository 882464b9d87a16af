package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import javax.swing.Icon;
import javax.swing.UIManager;
import javax.swing.plaf.ColorUIResource;
import javax.swing.plaf.FontUIResource;
import org.jspecify.annotations.Nullable;

/**
 * Sizes, colours, fonts and icons, all of them from the look and feel in force, or from the host, whose {@code AuthGate.*}
 * keys in the {@link UIManager} go first (docs/theming.md lists them). Nothing is kept: whoever asks, asks again in
 * {@code updateUI()}.
 */
final class Look {

    private static final float REFERENCE_FONT_SIZE = 12f;
    private static final int USUAL_SPACING = 4;

    private Look() {}

    /** Returns a length that is this many units at 100 %, where a unit grows with the look and feel's font. */
    static int units(int units) {
        Font font = UIManager.getFont("Label.font");
        float scale = font == null ? 1f : Math.max(1f, font.getSize2D() / REFERENCE_FONT_SIZE);
        return Math.round(units * scale);
    }

    /** Returns the length of a gap that is this many units wide unless the host wants it tighter or wider. */
    static int gap(int units) {
        return units(Math.round(units * number("AuthGate.spacing", USUAL_SPACING) / (float) USUAL_SPACING));
    }

    /**
     * Returns a length for a constraint of MigLayout, in pixels: its usual unit grows with the font as well, and twice is
     * too much.
     */
    static String px(int units) {
        return units(units) + "px";
    }

    /** Returns a {@linkplain #gap gap} for a constraint of MigLayout. */
    static String gapPx(int units) {
        return gap(units) + "px";
    }

    /** Returns the room between a card's edge and what is on it, for a constraint of MigLayout. */
    static String cardInsets() {
        return "insets " + cardPadding() + "px";
    }

    /** Returns the room between a card's edge and what is on it. */
    static int cardPadding() {
        return units("AuthGate.cardPadding", 24);
    }

    /** Returns a length that a host can set. */
    static int units(String key, int usual) {
        return units(number(key, usual));
    }

    private static int number(String key, int usual) {
        Object value = UIManager.get(key);
        return value instanceof Number ? Math.max(0, ((Number) value).intValue()) : usual;
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

    /**
     * Returns the font of headings.
     *
     * @return {@code null} for that of FlatLaf's typography
     */
    static @Nullable Font titleFont(boolean isFlat) {
        Font own = UIManager.getFont("AuthGate.titleFont");
        if (own != null || isFlat) {
            return own == null ? null : new FontUIResource(own);
        }
        Font font = labelFont();
        return new FontUIResource(font.deriveFont(Font.BOLD, font.getSize2D() * 1.4f));
    }

    static FontUIResource boldFont() {
        return new FontUIResource(labelFont().deriveFont(Font.BOLD));
    }

    /** Returns the font of sentences: that of labels, which Metal has bold. */
    static FontUIResource plainFont() {
        return new FontUIResource(labelFont().deriveFont(Font.PLAIN));
    }

    private static Font labelFont() {
        Font font = UIManager.getFont("Label.font");
        return font != null ? font : new Font(Font.DIALOG, Font.PLAIN, Math.round(REFERENCE_FONT_SIZE));
    }

    static Color foreground() {
        return color("AuthGate.foreground", "Label.foreground", "text");
    }

    /** Returns the colour of the words of a check box, which a look and feel may have in its own. */
    static Color choice() {
        return color("AuthGate.foreground", "CheckBox.foreground", "Label.foreground", "text");
    }

    /** Returns what is behind our texts. */
    static Color background() {
        Color card = cardBackground();
        return card != null ? card : surroundings();
    }

    /** Returns what is around a card. */
    static Color surroundings() {
        return color("AuthGate.background", "Panel.background", "control");
    }

    static @Nullable Color cardBackground() {
        return UIManager.getColor("AuthGate.cardBackground");
    }

    static @Nullable Color cardBorder() {
        return UIManager.getColor("AuthGate.cardBorderColor");
    }

    private static Color color(String... keys) {
        for (String key : keys) {
            Color color = UIManager.getColor(key);
            if (color != null) {
                return color;
            }
        }
        return Color.GRAY;
    }

    static Color title() {
        Color own = UIManager.getColor("AuthGate.titleForeground");
        return own != null ? own : foreground();
    }

    /** Returns the colour of text that matters less: between text and background, and still easy to read. */
    static Color muted() {
        Color own = UIManager.getColor("AuthGate.mutedForeground");
        if (own != null) {
            return own;
        }
        Color text = foreground();
        return new ColorUIResource(isHighContrast(text) ? text : Contrast.muted(text, background()));
    }

    private static boolean isHighContrast(Color text) {
        return Contrast.between(text, background()) > 20.9
                || !GraphicsEnvironment.isHeadless()
                        && Boolean.TRUE.equals(Toolkit.getDefaultToolkit().getDesktopProperty("win.highContrast.on"));
    }

    /** Returns the colour of links; that of text, if the look and feel has none that can be read. */
    static Color link() {
        Color color = linkColor();
        return color != null ? color : new ColorUIResource(foreground());
    }

    /** Tells whether a colour says that links are links; where none does, they need a line below them. */
    static boolean isLinkColored() {
        return linkColor() != null;
    }

    private static @Nullable Color linkColor() {
        Color own = UIManager.getColor("AuthGate.linkForeground");
        Color color = UIManager.getColor("Component.linkColor");
        return own != null ? own : color != null && Contrast.isEnough(color, background()) ? color : null;
    }

    /** Returns the colour of a progress: the look and feel's own, if it stands out at all. */
    static Color progress() {
        Color color = color("AuthGate.progressColor", "nimbusBase", "ProgressBar.foreground", "Label.foreground");
        return Contrast.between(color, background()) >= 3 ? color : muted(); // WCAG 2.1, 1.4.11
    }

    /**
     * Returns an icon at the size of text.
     *
     * @param name {@code error}, {@code warning} or {@code information}
     */
    static Icon smallIcon(String name) {
        return smallIcon(name, 20);
    }

    static Icon smallIcon(String name, int units) {
        return new ScaledIcon(() -> icon(name), units(units));
    }

    private static Icon icon(String name) {
        Icon icon = UIManager.getIcon("AuthGate." + name + "Icon");
        if (icon == null) {
            icon = UIManager.getIcon("OptionPane." + name + "Icon");
        }
        boolean isThere = icon != null && icon.getIconWidth() > 0;
        return isThere ? icon : new Sign(name.equals("information"));
    }

    /** Returns the length of the sides of a site's icon. */
    static int siteIconSize() {
        return units("AuthGate.siteIconSize", 24);
    }
}
