package io.github.authgate.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws charts as SVG: bars with their spread, and lines over time. Readable on light and dark pages alike. */
final class Chart {

    private static final int WIDTH = 720;
    private static final int LEFT = 250;
    private static final int ROW = 26;
    private static final List<String> COLOURS = List.of("#2f6fd0", "#d08a2f", "#3f9a5a", "#a04fb0");

    private Chart() {}

    /** Draws one bar for each variant; the first is the one that the chart is about. */
    static String bars(String title, String unit, Map<String, Samples> samples) {
        double largest =
                samples.values().stream().mapToDouble(Samples::high).max().orElse(1);
        double scale = (WIDTH - LEFT - 90) / largest;
        StringBuilder svg = open(title, 50 + ROW * samples.size());
        int y = 40;
        for (Map.Entry<String, Samples> bar : samples.entrySet()) {
            Samples value = bar.getValue();
            int middle = y + ROW / 2;
            svg.append(text(LEFT - 8, middle + 4, "end", bar.getKey()))
                    .append(format(
                            "<rect x='%d' y='%d' width='%.1f' height='%d' fill='%s'/>%n",
                            LEFT, y + 4, value.median() * scale, ROW - 8, COLOURS.get(y == 40 ? 0 : 1)))
                    .append(format(
                            "<path d='M%.1f %d H%.1f' stroke='#888' stroke-width='2'/>%n",
                            LEFT + value.low() * scale, middle, LEFT + value.high() * scale))
                    .append(text(
                            (int) (LEFT + value.high() * scale + 8),
                            middle + 4,
                            "start",
                            number(value.median(), unit)));
            y += ROW;
        }
        return svg.append("</svg>\n").toString();
    }

    /** Draws one line for each series over the same time. */
    static String lines(String title, String xUnit, String yUnit, double step, Map<String, double[]> series) {
        double largest = series.values().stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .max()
                .orElse(1);
        int points = series.values().iterator().next().length;
        int left = 60;
        int bottom = 280;
        double xScale = (WIDTH - left - 20.0) / points;
        double yScale = (bottom - 70) / largest;
        StringBuilder svg = open(title, 330);
        svg.append(format("<path d='M%d 60 V%d H%d' fill='none' stroke='#888'/>%n", left, bottom, WIDTH - 20));
        svg.append(text(left - 6, 74, "end", number(largest, "")))
                .append(text(left - 6, bottom, "end", "0"))
                .append(text(left, 54, "start", yUnit))
                .append(text(WIDTH - 20, bottom + 18, "end", number(points * step, xUnit)));
        int number = 0;
        for (Map.Entry<String, double[]> line : series.entrySet()) {
            String colour = COLOURS.get(number % COLOURS.size());
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < points; i++) {
                path.append(format(
                        "%s%.1f %.1f", i == 0 ? "M" : " L", left + i * xScale, bottom - line.getValue()[i] * yScale));
            }
            svg.append(format("<path d='%s' fill='none' stroke='%s' stroke-width='1.5'/>%n", path, colour))
                    .append(format(
                            "<text x='%d' y='%d' fill='%s'>%s</text>%n",
                            left + 220 * number, bottom + 40, colour, escape(line.getKey())));
            number++;
        }
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder open(String title, int height) {
        return new StringBuilder(format(
                        "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
                                + " font-family='sans-serif' font-size='13'>%n",
                        WIDTH, height, WIDTH, height))
                .append("<rect width='100%' height='100%' fill='#fff'/>\n")
                .append(format("<text x='12' y='24' font-weight='bold' fill='#222'>%s</text>%n", escape(title)));
    }

    private static String text(int x, int y, String anchor, String text) {
        return format("<text x='%d' y='%d' text-anchor='%s' fill='#222'>%s</text>%n", x, y, anchor, escape(text));
    }

    private static String number(double value, String unit) {
        return format(value < 10 ? "%.2f %s" : "%.0f %s", value, unit).strip();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
