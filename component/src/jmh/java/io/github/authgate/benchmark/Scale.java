package io.github.authgate.benchmark;

import io.github.authgate.benchmark.Benchmarks.Context;
import io.github.authgate.swing.SiteLoad;
import io.github.authgate.swing.SiteLoad.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Benchmark 7: what up to 100,000 desktops ask of one site, on paper; deterministic. */
final class Scale {

    /**
     * Milliseconds that a small WordPress (6.1, nginx and php-fpm, two cores) took over a validation and over a login,
     * measured one after the other on loopback. A newer one with bcrypt takes up to 80 over a login.
     */
    private static final double VALIDATION_MILLIS = 11;

    private static final double CORES = 2;
    private static final long SEED = 1;

    private Scale() {}

    static void run(Context context) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "desktops",
                "client",
                "steady, requests/s",
                "peak of the morning ÷ steady",
                "peak after the outage ÷ steady",
                "of two cores, steady"));
        Map<String, double[]> lines = new LinkedHashMap<>();
        double worst = 0;
        for (int desktops : context.smoke ? new int[] {1_000} : new int[] {100, 1_000, 10_000, 100_000}) {
            // few desktops need a long window: what one of them does must not look like a peak
            Duration window = Duration.ofSeconds(desktops < 10_000 ? 60 : 10);
            for (Client client : Client.values()) {
                SiteLoad load = SiteLoad.of(client, desktops, SEED);
                double peak = load.peakAfterOutage(window) / load.steady();
                rows.add(List.of(
                        String.valueOf(desktops),
                        client == Client.OURS ? "AuthGate" : "fixed interval",
                        number(load.steady()),
                        number(load.peakOfMorning(window) / load.steady()),
                        number(peak),
                        number(load.steady() * VALIDATION_MILLIS / 10 / CORES) + " %"));
                if (client == Client.OURS) {
                    worst = Math.max(worst, peak);
                }
                if (desktops == (context.smoke ? 1_000 : 10_000)) {
                    lines.put(
                            client == Client.OURS ? "AuthGate" : "fixed interval", load.rates(Duration.ofSeconds(30)));
                }
            }
        }
        double carried = CORES * 1_000 / VALIDATION_MILLIS / 2 * 300;
        String title = "Requests per second over two hours, an outage from 60 to 70 min";
        context.report.write(
                "scale",
                Report.table(rows) + "\n"
                        + Report.goal("peak after the outage / steady", worst, 2, worst <= 2)
                        + String.format(
                                Locale.ROOT,
                                "- A validation takes %.0f ms of one core: at half load, two cores carry about **%,.0f**"
                                        + " desktops that ask every five minutes.%n",
                                VALIDATION_MILLIS,
                                carried)
                        + context.report.picture("scale", title, Chart.lines(title, "min", "requests/s", 0.5, lines)));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
