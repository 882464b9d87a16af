package io.github.authgate.swing;

import java.time.Duration;
import javax.swing.Timer;

/** Does things later, on the event dispatch thread. Tests put a hand-wound clock in its place. */
@FunctionalInterface
interface Timers {

    /**
     * Does something once, after a delay.
     *
     * @return makes it not happen, if it has not happened yet
     */
    Runnable after(Duration delay, Runnable action);

    /** Uses Swing's timers, which keep no program from ending. */
    static Timers swing() {
        return (delay, action) -> {
            int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(0, delay.toMillis()));
            Timer timer = new Timer(millis, event -> action.run());
            timer.setRepeats(false);
            timer.start();
            return timer::stop;
        };
    }
}
