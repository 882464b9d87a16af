package io.github.authgate.swing;

import java.time.Duration;

/**
 * How far ahead anybody plans: ten years. A host that says "for ever" with the longest duration there is, or a server that
 * says it with a date, means no more than that; counted in nanoseconds it would not fit into a {@code long}.
 *
 * <p>Immutable and thread-safe.
 */
final class Horizon {

    private static final Duration FURTHEST = Duration.ofDays(3_650);

    private Horizon() {}

    /** Returns a duration, or the longest that is still a plan, ahead or back. */
    static Duration limit(Duration duration) {
        if (duration.compareTo(FURTHEST) > 0) {
            return FURTHEST;
        }
        return duration.compareTo(FURTHEST.negated()) < 0 ? FURTHEST.negated() : duration;
    }

    /** Returns the nanoseconds of a duration, as far as it is a plan. */
    static long nanos(Duration duration) {
        return limit(duration).toNanos();
    }
}
