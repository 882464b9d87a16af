package io.github.authgate.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** The samples of several variants, by name and in the order in which they first came. */
final class Series {

    private final Map<String, Samples> samples = new LinkedHashMap<>();

    void add(String variant, double value) {
        samples.computeIfAbsent(variant, unseen -> new Samples()).add(value);
    }

    Samples of(String variant) {
        Samples found = samples.get(variant);
        if (found == null) {
            throw new IllegalArgumentException(variant + " was not measured, only " + samples.keySet());
        }
        return found;
    }

    Map<String, Samples> all() {
        return samples;
    }
}
