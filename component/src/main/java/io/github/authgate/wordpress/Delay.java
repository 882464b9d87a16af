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
     * @return a future that completes after the time, where what depends on it may take its time: on no thread that
     *     anybody else waits for; cancelling it takes the wait off the JDK's list at once, so that nothing it refers to
     *     lives longer than needed
     */
    CompletableFuture<Void> of(Duration duration);

    /**
     * Waits on the JDK's shared timer. Each wait that comes to its end has a daemon to itself: the timer's one thread is
     * everybody's, our own may be busy with the very thing whose time is up, and the common pool with the code of a host.
     */
    static Delay system() {
        return duration -> {
            CompletableFuture<Void> timer =
                    new CompletableFuture<Void>().completeOnTimeout(null, duration.toNanos(), TimeUnit.NANOSECONDS);
            CompletableFuture<Void> wait = new CompletableFuture<>();
            timer.thenRun(() -> {
                if (!wait.isDone()) {
                    Thread end = new Thread(() -> wait.complete(null), "authgate-timeout");
                    end.setDaemon(true);
                    try {
                        end.start();
                    } catch (OutOfMemoryError noThreadLeft) {
                        wait.complete(null); // a late timer does less harm than a wait without end
                    }
                }
            });
            // not cancelled: up to 20 the JDK would leave it on its list
            wait.whenComplete((ended, cancelled) -> timer.complete(null));
            return wait;
        };
    }
}
