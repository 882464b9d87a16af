package io.github.authgate.wordpress;

import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a kept connection may have been idle. It knows nothing of the client that keeps it: the JDK remembers the
 * handler of the last answer together with the connection, and a client that this led back to would never be garbage.
 *
 * <p>Thread-safe; methods do not block.
 */
final class IdleTime {

    /**
     * How long a connection may have been idle to be used again. Firewalls forget idle connections, and whoever wakes from
     * sleep has none, without anybody being told: the next request would hear nothing until its time is up. From 20 on the
     * JDK itself keeps them for no longer than this; before, for twenty minutes.
     */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private volatile @Nullable Instant lastAnswer;

    /**
     * @param clock the time of day: the JVM's other clock may stand still while the computer sleeps
     */
    IdleTime(Clock clock) {
        this.clock = clock;
    }

    /** Notes each answer before anybody gets to see it and makes the next request. */
    <T> BodyHandler<T> endedBy(BodyHandler<T> handler) {
        return info -> {
            lastAnswer = clock.instant();
            return handler.apply(info);
        };
    }

    /** Tells whether there has been an answer, so that a connection may be kept. */
    boolean hasBegun() {
        return lastAnswer != null;
    }

    /** Tells whether the connection is not to be relied on. Where the clock has been set back, nobody knows. */
    boolean isLong() {
        Instant last = lastAnswer;
        if (last == null) {
            return false;
        }
        Duration idle = Duration.between(last, clock.instant());
        return idle.isNegative() || idle.compareTo(LONGEST) > 0;
    }
}
