package io.github.authgate.swing;

import java.awt.Color;

/** How well one colour can be told from another. */
final class Contrast {

    /** WCAG 2.1, success criterion 1.4.3, for text of ordinary size. */
    static final double LEAST = 4.5;

    /** Edges of letters are smoothed, so that colours that are just enough apart look too near. */
    private static final double AMPLE = 4.8;

    private Contrast() {}

    /** Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.1, "contrast ratio"). */
    static double between(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    static boolean isEnough(Color text, Color background) {
        return between(text, background) >= LEAST;
    }

    static boolean isAmple(Color text, Color background) {
        return between(text, background) >= AMPLE;
    }

    /** Returns a colour as near to a given one as can be, and far enough from that of the text on it. */
    static Color apart(Color behind, Color text) {
        Color end = luminance(text) > luminance(behind) ? Color.BLACK : Color.WHITE;
        for (int percent = 5; percent < 100; percent += 5) {
            Color mixed = mix(behind, end, percent / 100.0);
            if (isAmple(text, mixed)) {
                return mixed;
            }
        }
        return end;
    }

    /** Returns a colour between text and background, as near to the background as can still be read easily. */
    static Color muted(Color text, Color background) {
        for (int percent = 45; percent > 0; percent -= 5) {
            Color mixed = mix(text, background, percent / 100.0);
            if (isAmple(mixed, background)) {
                return mixed;
            }
        }
        return text;
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() * (1 - share) + b.getRed() * share),
                (int) Math.round(a.getGreen() * (1 - share) + b.getGreen() * share),
                (int) Math.round(a.getBlue() * (1 - share) + b.getBlue() * share));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
