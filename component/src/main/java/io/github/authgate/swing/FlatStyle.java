package io.github.authgate.swing;

import java.awt.Color;
import javax.swing.JButton;
import javax.swing.JTextField;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * What FlatLaf's themes paint too faint to be read easily, in words that FlatLaf understands: placeholders, and in some
 * themes the default button. Other look and feels ignore it.
 */
final class FlatStyle {

    private static final String STYLE = "FlatLaf.style";

    private FlatStyle() {}

    /** Makes the placeholder of a field readable. */
    static void placeholder(JTextField field) {
        Color faint = UIManager.getColor("TextField.placeholderForeground");
        Color text = UIManager.getColor("TextField.foreground");
        Color background = UIManager.getColor("TextField.background");
        boolean isKnown = isFlat() && faint != null && text != null && background != null;
        field.putClientProperty(
                STYLE,
                isKnown && !Contrast.isAmple(faint, background)
                        ? "placeholderForeground: " + hex(Contrast.muted(text, background))
                        : null);
    }

    /** Makes the words on a default button readable, by what is behind them: that is the theme's own colour, only deeper. */
    static void defaultButton(JButton button) {
        button.putClientProperty(STYLE, isFlat() ? defaultButton() : null);
    }

    private static @Nullable String defaultButton() {
        Color text = UIManager.getColor("Button.default.foreground");
        Color background = UIManager.getColor("Button.default.background");
        Color start = UIManager.getColor("Button.default.startBackground");
        Color behind = background != null ? background : start;
        if (text == null || behind == null || Contrast.isAmple(text, behind)) {
            return null;
        }
        String deeper = hex(Contrast.apart(behind, text)) + "; ";
        // FlatLaf logs an error where it is given an end and has no gradient
        String end =
                UIManager.getColor("Button.default.endBackground") == null ? "" : "default.endBackground: " + deeper;
        return "default.background: " + deeper + end + "default.focusedBackground: " + deeper
                + "default.hoverBackground: " + deeper;
    }

    private static boolean isFlat() {
        return UIManager.getLookAndFeel() != null && Look.isFlat(UIManager.getLookAndFeel());
    }

    private static String hex(Color color) {
        return "#" + Integer.toHexString(color.getRGB() | 0xFF000000).substring(2);
    }
}
