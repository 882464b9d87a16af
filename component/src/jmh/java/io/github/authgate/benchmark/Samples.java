package io.github.authgate.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured in several rounds: its median, and the middle half as the spread. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    double median() {
        return quantile(0.5);
    }

    double low() {
        return quantile(0.25);
    }

    double high() {
        return quantile(0.75);
    }

    double largest() {
        return quantile(1);
    }

    private double quantile(double share) {
        List<Double> sorted = values.stream().sorted().collect(Collectors.toList());
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Divides round by round: what disturbs a round disturbs both of its halves. */
    Samples dividedBy(Samples baseline) {
        Samples ratios = new Samples();
        for (int i = 0; i < Math.min(size(), baseline.size()); i++) {
            ratios.add(values.get(i) / baseline.values.get(i));
        }
        return ratios;
    }

    Samples minus(Samples baseline) {
        Samples differences = new Samples();
        for (int i = 0; i < Math.min(size(), baseline.size()); i++) {
            differences.add(values.get(i) - baseline.values.get(i));
        }
        return differences;
    }

    double smallest() {
        return Collections.min(values);
    }

    /** Writes the median and the spread with as many digits behind the point. */
    String text(int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median(), low(), high());
    }
}
