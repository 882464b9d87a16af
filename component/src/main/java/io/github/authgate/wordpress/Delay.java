package io.github.authgate.wordpress;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits without a thread of its own. Tests put a hand-wound clock in its place. */
@FunctionalInterface
interface Delay {

    /**
     * Starts to wait.
     *
     * @return a future that completes after the time; cancelling it takes the wait off the JDK's list at once, so that
     *     nothing it refers to lives longer than needed
     */
    CompletableFuture<Void> of(Duration duration);

    /** Waits on the JDK's shared timer. */
    static Delay system() {
        return duration ->
                new CompletableFuture<Void>().completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
