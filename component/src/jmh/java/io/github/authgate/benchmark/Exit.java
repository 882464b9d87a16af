package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import io.github.authgate.benchmark.ExitProgram.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Benchmark 8: how soon it ends: an attempt that is cancelled, a session that is left, the JVM after its last window. */
final class Exit {

    private static final List<String> STEPS =
            List.of("cancel to a usable form", "cancel to the end of the connection", "logout to the form");
    private static final List<Integer> GOALS = List.of(100, 1_000, 100);
    private static final int EXIT_GOAL = 2_000;

    private Exit() {}

    static void run(Context context) throws Exception {
        Series steps = new Series();
        Series exits = new Series();
        int cycles = context.smoke ? 2 : 20;
        for (int round = 0; round < context.rounds(3); round++) {
            Map<String, Double> results = ChildJvm.start(List.of(), ExitProgram.class, "TIMES", cycles)
                    .results();
            for (String step : STEPS) {
                for (int cycle = 1; cycle <= cycles; cycle++) {
                    steps.add(step, results.get(step + " " + cycle));
                }
            }
        }
        for (int round = 0; round < context.rounds(7); round++) {
            for (Moment moment : Moment.values()) {
                ChildJvm child = ChildJvm.start(List.of(), ExitProgram.class, moment);
                long closedAt = Long.parseLong(child.line().split("=")[1]);
                exits.add(moment.name(), (child.awaitEnd() - closedAt) / 1e6);
            }
        }
        context.report.write(
                "exit",
                table("the server says nothing", steps) + goals(steps) + "\n"
                        + table("the last window closes, the JVM ends", exits) + goal(exits));
    }

    private static String table(String what, Series series) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(what + ", ms", "median", "the longest of all"));
        series.all()
                .forEach((name, samples) -> rows.add(List.of(
                        name.toLowerCase(Locale.ROOT).replace('_', ' '),
                        samples.text(1),
                        String.format(Locale.ROOT, "%.1f", samples.largest()))));
        return Report.table(rows) + "\n";
    }

    private static String goals(Series steps) {
        StringBuilder goals = new StringBuilder();
        for (int i = 0; i < STEPS.size(); i++) {
            double longest = steps.of(STEPS.get(i)).largest();
            goals.append(Report.goal(STEPS.get(i) + ", ms", longest, GOALS.get(i), longest <= GOALS.get(i)));
        }
        return goals.toString();
    }

    private static String goal(Series exits) {
        double longest = exits.all().values().stream()
                .mapToDouble(Samples::largest)
                .max()
                .orElseThrow();
        return Report.goal("last window to the end of the JVM, ms", longest, EXIT_GOAL, longest <= EXIT_GOAL);
    }
}
