package io.github.authgate.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a site at the moment.
 *
 * <p>Thread-safe; {@link #await} blocks.
 */
final class Faults {

    private static final String EVERYTHING = "";

    private final Set<String> held = new HashSet<>();
    private Duration latency = Duration.ZERO;
    private @Nullable Duration retryAfter;
    private boolean down;
    private boolean closed;

    synchronized void setLatency(Duration latency) {
        this.latency = latency;
    }

    synchronized void setDown(boolean down) {
        this.down = down;
    }

    synchronized boolean isDown() {
        return down || closed;
    }

    synchronized void setRetryAfter(@Nullable Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    synchronized Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    synchronized void hold() {
        held.add(EVERYTHING);
    }

    synchronized void hold(String route) {
        held.add(route);
    }

    synchronized void release() {
        held.clear();
        notifyAll();
    }

    /** Lets everybody go who waits, for good. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Waits for as long as answers of this route take. */
    synchronized void await(String route) throws InterruptedException {
        long end = System.nanoTime() + latency.toNanos();
        for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        while (!closed && (held.contains(EVERYTHING) || held.contains(route))) {
            wait();
        }
    }
}
