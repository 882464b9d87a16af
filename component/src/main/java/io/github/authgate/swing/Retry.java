package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again, at growing intervals, until it is told to stop.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Retry {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Timers timers;
    private final Backoff backoff;
    private final Runnable question;
    private @Nullable Runnable timer;
    private boolean running;

    /**
     * @param question puts the question once; whoever gets the answer calls {@link #unanswered} or {@link #stop}. Run
     *     again without either, it gives up the question before.
     */
    Retry(Timers timers, DoubleSupplier random, Runnable question) {
        this.timers = timers;
        this.backoff = new Backoff(SHORTEST, random);
        this.question = question;
    }

    /** Starts to ask, after a first wait; does nothing if it has been started. */
    void start() {
        if (!running) {
            running = true;
            backoff.reset();
            schedule(Duration.ZERO);
        }
    }

    /** Says that the server was out of reach once more. */
    void unanswered(AuthException why) {
        if (running) {
            schedule(why.retryAfter().orElse(Duration.ZERO));
        }
    }

    void stop() {
        running = false;
        cancelTimer();
    }

    private void schedule(Duration atLeast) {
        cancelTimer();
        Duration wait = backoff.next(LONGEST);
        timer = timers.after(Horizon.limit(wait.compareTo(atLeast) < 0 ? atLeast : wait), this::ask);
    }

    /** Asks, and comes back if nobody has said what became of it: a question may be lost, the retrying may not. */
    private void ask() {
        timer = timers.after(ServiceCall.PATIENCE, this::ask);
        question.run();
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.run();
            timer = null;
        }
    }
}
