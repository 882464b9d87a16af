package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmark 1: a login of a client at work, and what it allocates. */
final class WarmLogin {

    /** What a small WordPress takes over each answer. */
    private static final int THINK_MILLIS = 10;

    private static final Map<String, String> VARIANTS = new LinkedHashMap<>();

    static {
        VARIANTS.put("authGate", "AuthGate");
        VARIANTS.put("bareHttpClient", "bare HttpClient");
        VARIANTS.put("bareHttpClientAsync", "bare HttpClient, sendAsync");
        VARIANTS.put("httpUrlConnection", "HttpURLConnection");
        VARIANTS.put("httpUrlConnectionClosed", "HttpURLConnection, new connection per call");
    }

    private WarmLogin() {}

    static void run(Context context) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int think : new int[] {THINK_MILLIS, 0}) {
            Series millis = new Series();
            Series kilobytes = new Series();
            measure(context, think, millis, kilobytes);
            text.append(section(context, think, millis, kilobytes)).append('\n');
        }
        context.report.write("login", text.toString());
    }

    private static void measure(Context context, int think, Series millis, Series kilobytes) throws Exception {
        try (Server server = Server.start(context.folder, think)) {
            for (int round = 0; round < context.rounds(2); round++) {
                for (Map.Entry<String, String> variant : VARIANTS.entrySet()) {
                    RunResult result = measure(variant.getKey(), server, context.smoke);
                    millis.add(
                            variant.getValue(),
                            result.getPrimaryResult().getStatistics().getPercentile(50) / 1_000);
                    kilobytes.add(
                            variant.getValue(),
                            result.getSecondaryResults()
                                            .get("gc.alloc.rate.norm")
                                            .getScore()
                                    / 1_024);
                }
            }
        }
    }

    private static RunResult measure(String method, Server server, boolean smoke) throws Exception {
        List<String> options = new ArrayList<>(server.trustOptions());
        options.add("-Dbenchmark.site=" + server.address());
        return new Runner(new OptionsBuilder()
                        .include("LoginBenchmark\\." + method + "$")
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(smoke ? 200 : 3_000))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(smoke ? 200 : 2_000))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs(options.toArray(new String[0]))
                        .build())
                .runSingle();
    }

    private static String section(Context context, int think, Series millis, Series kilobytes) throws Exception {
        String baseline = "bare HttpClient";
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "warm login, the server taking " + think + " ms over each answer",
                "ms",
                "× bare",
                "kB allocated",
                "× bare"));
        millis.all()
                .forEach((name, samples) -> rows.add(List.of(
                        name,
                        samples.text(2),
                        samples.dividedBy(millis.of(baseline)).text(2),
                        kilobytes.of(name).text(0),
                        kilobytes.of(name).dividedBy(kilobytes.of(baseline)).text(2))));
        double ratio = millis.of("AuthGate").dividedBy(millis.of(baseline)).median();
        double more = millis.of("AuthGate").minus(millis.of(baseline)).median();
        String title = "A warm login, server " + think + " ms";
        return Report.table(rows) + "\n" + Report.goal("AuthGate / bare", ratio, 1.05, ratio <= 1.05)
                + String.format(java.util.Locale.ROOT, "- AuthGate takes %.2f ms more%n", more)
                + context.report.picture("login-" + think, title, Chart.bars(title + ", ms", "ms", millis.all()));
    }
}
