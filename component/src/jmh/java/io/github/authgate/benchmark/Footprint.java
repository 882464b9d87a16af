package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Benchmark 6: what there is to download, and what a gate holds. */
final class Footprint {

    private static final double LARGEST_JARS = 150;

    private Footprint() {}

    static void run(Context context) throws Exception {
        context.report.write("footprint", jars() + "\n" + gates(context));
    }

    private static String jars() throws IOException {
        List<Path> own = new ArrayList<>(builtJars(Path.of("target")));
        own.addAll(builtJars(Path.of("../keyring/target")));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("jar", "kB"));
        double ours = 0;
        for (Path jar : own) {
            ours += kilobytes(jar);
            rows.add(List.of(jar.getFileName().toString(), number(kilobytes(jar))));
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (new File(entry).getName().matches("(jackson-(core|databind|annotations)|miglayout-.*)-.*\\.jar")) {
                rows.add(List.of(new File(entry).getName() + ", needed", number(kilobytes(Path.of(entry)))));
            }
        }
        boolean isComplete = own.size() == 2;
        return Report.table(rows) + "\n"
                + (isComplete
                        ? Report.goal("our jars, kB", ours, LARGEST_JARS, ours <= LARGEST_JARS)
                        : "- Not all of our jars have been built: `mvn -q -B -DskipTests package` builds them.\n");
    }

    private static List<Path> builtJars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("authgate-(swing|keyring)-[^-]+(-SNAPSHOT)?\\.jar"))
                    .collect(Collectors.toList());
        }
    }

    private static double kilobytes(Path file) throws IOException {
        return Files.size(file) / 1_024.0;
    }

    private static String gates(Context context) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "gates on one model, all shown",
                "heap kB each",
                "a form by hand, kB each",
                "×",
                "own threads, of them daemons",
                "open files more than by hand"));
        try (Server server = Server.start(context.folder, 1)) {
            for (int count : context.smoke ? new int[] {10} : new int[] {1, 10, 100}) {
                Series heap = new Series();
                Series files = new Series();
                String threads = "";
                for (int round = 0; round < context.rounds(3); round++) {
                    for (String variant : List.of("AuthGate", "by hand")) {
                        Map<String, Double> results = ChildJvm.start(
                                        server.trustOptions(), FootprintProgram.class, variant, server.address(), count)
                                .results();
                        heap.add(variant, results.get("heap") / 1_024 / count);
                        files.add(variant, results.get("files"));
                        if (variant.equals("AuthGate")) {
                            threads = number(results.get("threads")) + ", " + number(results.get("daemons"));
                        }
                    }
                }
                rows.add(List.of(
                        String.valueOf(count),
                        heap.of("AuthGate").text(0),
                        heap.of("by hand").text(0),
                        heap.of("AuthGate").dividedBy(heap.of("by hand")).text(2),
                        threads,
                        number(files.of("AuthGate").minus(files.of("by hand")).median())));
            }
        }
        return Report.table(rows);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
