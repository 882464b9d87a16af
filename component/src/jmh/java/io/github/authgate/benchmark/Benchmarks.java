package io.github.authgate.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs benchmarks and writes what they say into {@code docs/performance.md}. */
public final class Benchmarks {

    /** What a benchmark gets to work with. */
    static final class Context {

        final boolean smoke = Boolean.getBoolean("benchmark.smoke");
        final Path folder;
        final Report report;

        Context(Path folder) {
            this.folder = folder;
            this.report = new Report(Path.of(smoke ? "target/performance.md" : "../docs/performance.md"));
        }

        /** Returns how many rounds to go: few, if it is only to see that the benchmark still works. */
        int rounds(int usually) {
            return smoke ? 1 : usually;
        }
    }

    /** One benchmark. */
    @FunctionalInterface
    interface Run {
        void run(Context context) throws Exception;
    }

    private static final Map<String, Run> ALL = new LinkedHashMap<>();

    static {
        ALL.put("login", WarmLogin::run);
        ALL.put("first-login", FirstLogin::run);
        ALL.put("first-paint", FirstPaint::run);
        ALL.put("events", Events::run);
        ALL.put("restore", Restore::run);
        ALL.put("footprint", Footprint::run);
        ALL.put("scale", Scale::run);
        ALL.put("exit", Exit::run);
    }

    private Benchmarks() {}

    /** Takes the names of benchmarks, separated by commas; {@code all} for all of them. */
    public static void main(String[] args) throws Exception {
        Context context = new Context(Files.createTempDirectory("authgate-benchmark"));
        List<String> names = args[0].equals("all") ? List.copyOf(ALL.keySet()) : List.of(args[0].split(","));
        for (String name : names) {
            Run benchmark = ALL.get(name);
            if (benchmark == null) {
                throw new IllegalArgumentException(name + " is none of " + ALL.keySet());
            }
            long begin = System.nanoTime();
            benchmark.run(context);
            System.out.printf("%s took %d s%n", name, (System.nanoTime() - begin) / 1_000_000_000);
        }
        System.exit(0); // JMH and the HTTP client leave threads behind
    }
}
