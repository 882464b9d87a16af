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

    private static final int WARM_UP_MILLIS = 15_000;

    /** With these the JDK has its answers handed over by threads that are there already, instead of new ones. */
    private static final String FOUR_PROCESSORS = "-XX:ActiveProcessorCount=4";

    private static final String OURS = "AuthGate";
    private static final String BARE = "bare HttpClient";
    private static final String OURS_OF_FOUR = "AuthGate, told of four processors";
    private static final String BARE_OF_FOUR = "bare HttpClient, told of four processors";

    /** The name of each variant, its method, and options for the JVM. */
    private static final Map<String, List<String>> VARIANTS = new LinkedHashMap<>();

    static {
        VARIANTS.put(OURS, List.of("authGate"));
        VARIANTS.put(BARE, List.of("bareHttpClient"));
        VARIANTS.put("bare HttpClient, sendAsync", List.of("bareHttpClientAsync"));
        VARIANTS.put(OURS_OF_FOUR, List.of("authGate", FOUR_PROCESSORS));
        VARIANTS.put(BARE_OF_FOUR, List.of("bareHttpClient", FOUR_PROCESSORS));
        VARIANTS.put("HttpURLConnection", List.of("httpUrlConnection"));
        VARIANTS.put("HttpURLConnection, new connection per call", List.of("httpUrlConnectionClosed"));
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
            measure(VARIANTS.get(BARE), server, context.smoke); // the first visitor of a server pays for its start
            for (int round = 0; round < context.rounds(2); round++) {
                for (Map.Entry<String, List<String>> variant : VARIANTS.entrySet()) {
                    RunResult result = measure(variant.getValue(), server, context.smoke);
                    millis.add(
                            variant.getKey(),
                            result.getPrimaryResult().getStatistics().getPercentile(50) / 1_000);
                    kilobytes.add(
                            variant.getKey(),
                            result.getSecondaryResults()
                                            .get("gc.alloc.rate.norm")
                                            .getScore()
                                    / 1_024);
                }
            }
        }
    }

    private static RunResult measure(List<String> variant, Server server, boolean smoke) throws Exception {
        List<String> options = new ArrayList<>(server.trustOptions());
        options.addAll(variant.subList(1, variant.size()));
        options.add("-Dbenchmark.instantSite=" + server.instantAddress());
        options.add("-Dbenchmark.site=" + server.address());
        return new Runner(new OptionsBuilder()
                        .include("LoginBenchmark\\." + variant.get(0) + "$")
                        .forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(smoke ? 200 : WARM_UP_MILLIS))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(smoke ? 200 : 2_000))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs(options.toArray(new String[0]))
                        .build())
                .runSingle();
    }

    private static String section(Context context, int think, Series millis, Series kilobytes) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "warm login, the server taking " + think + " ms over each answer",
                "ms",
                "× bare",
                "kB allocated",
                "× bare"));
        millis.all().forEach((name, samples) -> {
            String baseline = name.equals(OURS_OF_FOUR) || name.equals(BARE_OF_FOUR) ? BARE_OF_FOUR : BARE;
            rows.add(List.of(
                    name,
                    samples.text(2),
                    samples.dividedBy(millis.of(baseline)).text(2),
                    kilobytes.of(name).text(0),
                    kilobytes.of(name).dividedBy(kilobytes.of(baseline)).text(2)));
        });
        double ratio = millis.of(OURS).dividedBy(millis.of(BARE)).median();
        double more = millis.of(OURS).minus(millis.of(BARE)).median();
        String title = "A warm login, server " + think + " ms";
        return Report.table(rows) + "\n" + Report.goal("AuthGate / bare", ratio, 1.05, ratio <= 1.05)
                + String.format(java.util.Locale.ROOT, "- AuthGate takes %.2f ms more%n", more)
                + context.report.picture("login-" + think, title, Chart.bars(title + ", ms", "ms", millis.all()));
    }
}
