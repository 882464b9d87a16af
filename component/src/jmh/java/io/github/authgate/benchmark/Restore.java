package io.github.authgate.benchmark;

import io.github.authgate.FileTokenStore;
import io.github.authgate.benchmark.Benchmarks.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Benchmark 5: from the start of the JVM to the content of a user who is remembered. */
final class Restore {

    private static final int THINK_MILLIS = 10;

    private Restore() {}

    static void run(Context context) throws Exception {
        Series millis = new Series();
        Path plain = context.folder.resolve("token");
        Files.writeString(plain, SiteProgram.token());
        try (Server server = Server.start(context.folder, THINK_MILLIS)) {
            Path stored = context.folder.resolve("stored-tokens");
            new FileTokenStore(stored).save(server.address(), SiteProgram.token());
            for (int round = -1; round < context.rounds(11); round++) {
                for (String variant : List.of("AuthGate", "by hand")) {
                    ChildJvm child = ChildJvm.start(
                            server.trustOptions(),
                            RestoreProgram.class,
                            variant,
                            server.address(),
                            variant.equals("AuthGate") ? stored : plain);
                    double took = (child.results().get("paintedAt") - child.startedAt()) / 1e6;
                    if (round >= 0) { // the first visitor of a server pays for the server's own start
                        millis.add(variant, took);
                    }
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("start of the JVM to content, a session being restored", "ms", "× by hand"));
        millis.all()
                .forEach((name, samples) -> rows.add(List.of(
                        name,
                        samples.text(0),
                        samples.dividedBy(millis.of("by hand")).text(2))));
        String title = "A session restored at start";
        context.report.write(
                "restore",
                Report.table(rows)
                        + context.report.picture("restore", title, Chart.bars(title + ", ms", "ms", millis.all())));
    }
}
