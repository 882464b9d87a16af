package io.github.authgate.swing;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before asking again: twice as long each time, up to a limit, and never all clients at once.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Backoff {

    private final Duration shortest;
    private final DoubleSupplier random;
    private int failures;

    /**
     * @param random between 0 and 1, evenly spread
     */
    Backoff(Duration shortest, DoubleSupplier random) {
        this.shortest = shortest;
        this.random = random;
    }

    /** Begins anew after something went well. */
    void reset() {
        failures = 0;
    }

    /** Returns the wait after one more failure. */
    Duration next(Duration longest) {
        Duration wait = shortest;
        for (int i = 0; i < failures && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        failures++;
        return jittered(wait.compareTo(longest) < 0 ? wait : longest);
    }

    /** Returns a time of about this length: up to a fifth shorter or longer. */
    Duration jittered(Duration about) {
        return Duration.ofNanos((long) (Horizon.nanos(about) * (0.8 + 0.4 * random.getAsDouble())));
    }
}
