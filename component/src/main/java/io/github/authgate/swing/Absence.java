package io.github.authgate.swing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * For how long nobody has used the application, and whether that is too long.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Absence {

    private final Clock clock;
    private final Ticker ticker;
    private @Nullable Duration limit;
    private long since;
    private Instant sinceOnWall = Instant.EPOCH;

    Absence(Clock clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    @Nullable
    Duration limit() {
        return limit;
    }

    void setLimit(@Nullable Duration limit) {
        this.limit = limit;
    }

    /** Says that the user is here. */
    void end() {
        since = ticker.read();
        sinceOnWall = clock.instant();
    }

    boolean isLongerThan(Duration time) {
        return ticker.read() - since > Horizon.nanos(time);
    }

    /**
     * Tells whether the user has been away for too long.
     *
     * @param slept whether the machine has slept: asleep is away as well, and only the wall clock has counted it
     */
    boolean isTooLong(boolean slept) {
        if (limit == null) {
            return false;
        }
        boolean isTooLongOnWall = Duration.between(sinceOnWall, clock.instant()).compareTo(limit) >= 0;
        return ticker.read() - since >= Horizon.nanos(limit) || slept && isTooLongOnWall;
    }

    /** Returns how much longer the user may be away; empty for ever. */
    OptionalLong nanosLeft() {
        return limit == null ? OptionalLong.empty() : OptionalLong.of(since + Horizon.nanos(limit) - ticker.read());
    }
}
