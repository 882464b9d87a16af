package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Benchmark 4: the longest event on the event dispatch thread in each step of a session's life. */
final class Events {

    private static final List<String> STEPS =
            List.of("login", "failure", "lock", "unlock", "logout", "look and feel", "look and feel of a bare form");
    private static final int WARM_UP = 4;

    private Events() {}

    static void run(Context context) throws Exception {
        int cycles = context.smoke ? WARM_UP + 1 : WARM_UP + 10;
        Series first = new Series();
        Series warm = new Series();
        Map<String, Longest> longest = new LinkedHashMap<>();
        try (Server server = Server.start(context.folder, 1)) {
            for (int round = 0; round < context.rounds(3); round++) {
                Map<String, Double> results = ChildJvm.start(
                                server.trustOptions(), EventProgram.class, server.address(), cycles)
                        .results();
                for (String step : STEPS) {
                    Samples cyclesOfStep = new Samples();
                    for (int cycle = WARM_UP + 1; cycle <= cycles; cycle++) {
                        double millis = results.get(step + " " + cycle) / 1e6;
                        double atWork = results.get(step + " " + cycle + " cpu") / 1e6;
                        cyclesOfStep.add(millis);
                        longest.merge(step, new Longest(millis, atWork), Longest::max);
                    }
                    first.add(step, results.get(step + " 1") / 1e6);
                    warm.add(step, cyclesOfStep.median());
                }
            }
        }
        write(context, first, warm, longest);
    }

    private static void write(Context context, Series first, Series warm, Map<String, Longest> longest)
            throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "longest event, ms",
                "the first time",
                "after " + WARM_UP + " times, median",
                "the longest of all",
                "of which its thread was at work"));
        double worst = 0;
        for (String step : STEPS) {
            rows.add(List.of(
                    step,
                    first.of(step).text(1),
                    warm.of(step).text(1),
                    String.format(Locale.ROOT, "%.1f", longest.get(step).millis),
                    String.format(Locale.ROOT, "%.1f", longest.get(step).atWork)));
            worst = step.endsWith("bare form") ? worst : Math.max(worst, longest.get(step).millis);
        }
        context.report.write(
                "events",
                Report.table(rows) + "\n" + Report.goal("longest event of ours, ms", worst, 16, worst <= 16)
                        + context.report.picture(
                                "events",
                                "The longest event of each step",
                                Chart.bars("The longest event of each step, warm, ms", "ms", warm.all())));
    }

    /** One event, and how long its thread had a processor meanwhile: what is left, it waited for one, or for the JVM. */
    private static final class Longest {

        private final double millis;
        private final double atWork;

        Longest(double millis, double atWork) {
            this.millis = millis;
            this.atWork = atWork;
        }

        static Longest max(Longest one, Longest other) {
            return one.millis >= other.millis ? one : other;
        }
    }
}
