package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Benchmark 2: the first login of a process, the form having been on the screen for a while. */
final class FirstLogin {

    /** What a small WordPress takes over each answer. */
    private static final int THINK_MILLIS = 10;

    private static final int LOGINS = 12;

    private FirstLogin() {}

    static void run(Context context) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int think : context.smoke ? new int[] {THINK_MILLIS} : new int[] {THINK_MILLIS, 0}) {
            Series millis = measure(context, think);
            text.append(section(context, think, millis));
        }
        context.report.write("first-login", text.toString());
    }

    private static Series measure(Context context, int think) throws Exception {
        Series millis = new Series();
        try (Server server = Server.start(context.folder, think)) {
            login(server, "bare form", 0, 1); // the first visitor of a server pays for the server's own start
            for (int round = 0; round < context.rounds(3); round++) {
                for (int seconds : context.smoke ? new int[] {2} : new int[] {0, 1, 2}) {
                    Map<String, Double> ours = login(server, "AuthGate", seconds, LOGINS);
                    millis.add("AuthGate, after " + seconds + " s", ours.get("login1") / 1e6);
                    if (seconds == 2) {
                        millis.add("AuthGate, warm", warm(ours));
                    }
                }
                Map<String, Double> bare = login(server, "bare form", 2, LOGINS);
                millis.add("by hand, after 2 s", bare.get("login1") / 1e6);
                millis.add("by hand, warm", warm(bare));
            }
        }
        return millis;
    }

    private static Map<String, Double> login(Server server, String variant, int seconds, int logins) throws Exception {
        return ChildJvm.start(
                        server.trustOptions(), LoginProgram.class, variant, server.address(), seconds * 1_000, logins)
                .results();
    }

    /** Returns the median of the logins around the tenth. */
    private static double warm(Map<String, Double> logins) {
        Samples late = new Samples();
        for (int i = LOGINS - 4; i <= LOGINS; i++) {
            late.add(logins.get("login" + i) / 1e6);
        }
        return late.median();
    }

    private static String section(Context context, int think, Series millis) throws Exception {
        Samples warm = millis.of("by hand, warm");
        Samples cold = millis.of("by hand, after 2 s");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "click to content, the server taking " + think + " ms over each answer",
                "ms",
                "× by hand, warm",
                "by hand, cold ÷ this"));
        millis.all()
                .forEach((name, samples) -> rows.add(List.of(
                        name,
                        samples.text(1),
                        samples.dividedBy(warm).text(2),
                        cold.dividedBy(samples).text(1))));
        Samples ours = millis.of("AuthGate, after 2 s");
        double ofWarm = ours.dividedBy(warm).median();
        double ofTenth = ours.dividedBy(millis.of("AuthGate, warm")).median();
        double faster = cold.dividedBy(ours).median();
        String name = "first-login-" + think;
        String title = "The first login of a process, server " + think + " ms";
        return Report.table(rows) + "\n"
                + Report.goal("first after 2 s / warm by hand", ofWarm, 1.5, ofWarm <= 1.5)
                + Report.goal("first after 2 s / our tenth", ofTenth, 1.5, ofTenth <= 1.5)
                + Report.goal("cold by hand / first after 2 s", faster, 5, faster >= 5)
                + context.report.picture(name, title, Chart.bars(title + ", ms", "ms", millis.all())) + "\n";
    }
}
