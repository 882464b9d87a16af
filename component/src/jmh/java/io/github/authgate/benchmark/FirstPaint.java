package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Benchmark 3: from the start of the JVM to a form on the screen, and what the JVM holds by then. */
final class FirstPaint {

    private static final List<String> VARIANTS = List.of("AuthGate", "bare form", "JXLoginPane", "empty frame");

    private FirstPaint() {}

    static void run(Context context) throws Exception {
        StringBuilder text = new StringBuilder();
        for (String lookAndFeel : List.of("FlatLaf", "Metal")) {
            text.append(section(context, lookAndFeel)).append('\n');
        }
        context.report.write("first-paint", text.toString());
    }

    private static String section(Context context, String lookAndFeel) throws Exception {
        Series millis = new Series();
        Series resident = new Series();
        Series heap = new Series();
        Series classes = new Series();
        Series threads = new Series();
        for (int round = 0; round < context.rounds(11); round++) {
            for (String variant : VARIANTS) {
                ChildJvm child = ChildJvm.start(List.of(), FirstPaintProgram.class, variant, lookAndFeel);
                Map<String, Double> results = child.results();
                millis.add(variant, (results.get("paintedAt") - child.startedAt()) / 1e6);
                resident.add(variant, results.get("resident") / 1e6);
                heap.add(variant, results.get("heap") / 1e6);
                classes.add(variant, results.get("classes"));
                threads.add(variant, results.get("threads"));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                lookAndFeel + ", first paint",
                "ms",
                "× bare form",
                "live heap MB",
                "resident MB",
                "classes",
                "threads"));
        for (String variant : VARIANTS) {
            rows.add(List.of(
                    variant,
                    millis.of(variant).text(0),
                    millis.of(variant).dividedBy(millis.of("bare form")).text(2),
                    heap.of(variant).text(2),
                    resident.of(variant).text(0),
                    classes.of(variant).text(0),
                    threads.of(variant).text(0)));
        }
        Samples ours = millis.of("AuthGate");
        double ofBare = ours.dividedBy(millis.of("bare form")).median();
        double ofPeer = ours.dividedBy(millis.of("JXLoginPane")).median();
        double more = heap.of("AuthGate").minus(heap.of("bare form")).median();
        String title = "First paint, " + lookAndFeel;
        return Report.table(rows) + "\n"
                + Report.goal("AuthGate / bare form", ofBare, 1.10, ofBare <= 1.10)
                + Report.goal("AuthGate / JXLoginPane", ofPeer, 0.6, ofPeer <= 0.6)
                + Report.goal("live heap over the bare form, MB", more, 1, more <= 1)
                + context.report.picture(
                        "first-paint-" + lookAndFeel.toLowerCase(java.util.Locale.ROOT),
                        title,
                        Chart.bars(title + ", ms from the start of the JVM", "ms", millis.all()));
    }
}
