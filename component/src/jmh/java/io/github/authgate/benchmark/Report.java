package io.github.authgate.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes each benchmark's part of {@code docs/performance.md}, between two marks, and leaves the rest as it is. */
final class Report {

    private final Path page;

    Report(Path page) {
        this.page = page;
    }

    /** Replaces the part of one benchmark. */
    void write(String name, String markdown) throws IOException {
        String begin = "<!-- " + name + ": written by the benchmark -->";
        String end = "<!-- end of " + name + " -->";
        String before = Files.exists(page) ? Files.readString(page) : "";
        String part = begin + "\n" + markdown.strip() + "\n" + end;
        int from = before.indexOf(begin);
        int to = before.indexOf(end);
        String after = from < 0 || to < from
                ? before + "\n" + part + "\n"
                : before.substring(0, from) + part + before.substring(to + end.length());
        Files.createDirectories(page.getParent());
        Files.writeString(page, after, StandardCharsets.UTF_8);
        System.out.println("\n" + markdown.strip() + "\n");
    }

    /** Writes a picture and returns the Markdown that shows it. */
    String picture(String name, String title, String svg) throws IOException {
        Path folder = page.resolveSibling("performance");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + ".svg"), svg, StandardCharsets.UTF_8);
        return "\n![" + title + "](performance/" + name + ".svg)\n";
    }

    /** Returns a table, its first row being the head. */
    static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            table.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                table.append("|---".repeat(rows.get(i).size())).append("|\n");
            }
        }
        return table.toString();
    }

    /** Says whether a goal has been met. */
    static String goal(String what, double is, double limit, boolean met) {
        return String.format(
                java.util.Locale.ROOT, "- %s: **%.2f**, goal %.2f: %s%n", what, is, limit, met ? "met" : "**missed**");
    }
}
