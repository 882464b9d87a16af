package io.github.authgate.swing;

import java.time.Duration;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * Counts seconds down, against the monotonic clock, so that a late tick shortens nobody's wait.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Countdown {

    private final Consumer<Duration> listener;
    private final Timer timer = new Timer(1_000, event -> tell());
    private long end;
    private boolean counting;

    /**
     * @param listener told the time left: at the start, every second, and zero at the end
     */
    Countdown(Consumer<Duration> listener) {
        this.listener = listener;
    }

    void start(Duration wait) {
        end = System.nanoTime() + Horizon.nanos(wait);
        counting = true;
        timer.restart();
        tell();
    }

    /** Stops counting without a word. */
    void stop() {
        counting = false;
        timer.stop();
    }

    /** Stops the ticking while nobody can see it. */
    void pause() {
        timer.stop();
    }

    /** Goes on ticking; the time in between has passed as well. */
    void resume() {
        if (counting) {
            timer.restart();
            tell();
        }
    }

    private void tell() {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        if (left.isZero()) {
            stop();
        }
        listener.accept(left);
    }
}
