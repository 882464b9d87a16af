package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time of an open session: when it ends, when to warn, when to ask the server again, for how long it may go on
 * without an answer, when its user has been away for too long, and whether the machine has slept.
 *
 * <p>All deadlines are on the monotonic clock. The wall clock is looked at for one thing only: if it has moved by a minute
 * more or less than the monotonic one, the machine has slept or somebody has set the clock, and the server has to say
 * whether the session still holds.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionWatch {

    /** Hears what the time has brought. */
    interface Listener {
        void expired();

        void idle();

        void woke();

        void lost(AuthException why);

        void confirmationDue();

        void warningDue();
    }

    /** How often to look for a sleep, when nothing else is due. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Duration SLEPT = Duration.ofSeconds(60);
    private static final Duration ACTIVITY_GRAIN = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(15);

    /** How long a session may go on when the server answers, but not as it should. */
    private static final Duration DOUBT = Duration.ofMinutes(5);

    /** Beyond this a date is no plan. It also keeps nanoseconds within a long. */
    private static final Duration FURTHEST = Duration.ofDays(3_650);

    /** Faults of a server that is there, but not at work: as good as unreachable. */
    private static final Set<String> DOWN = Set.of("server_error", "server_unavailable");

    private final Clock clock;
    private final Ticker ticker;
    private final Timers timers;
    private final Backoff backoff;
    private final Listener listener;

    private Duration warning = Duration.ofMinutes(2);
    private Duration interval = Duration.ofMinutes(5);
    private Duration offlineGrace = Duration.ofMinutes(30);
    private @Nullable Duration idleLimit;

    private @Nullable Runnable timer;
    private boolean watching;
    private boolean paused;
    private boolean warned;
    private boolean asking;
    private OptionalLong end = OptionalLong.empty();
    private long lastYes;
    private long nextQuestion;
    private long lastActivity;
    private long lastLook;
    private Instant wallAtLook = Instant.EPOCH;
    private Instant wallAtActivity = Instant.EPOCH;
    private @Nullable AuthException doubt;

    SessionWatch(Clock clock, Ticker ticker, Timers timers, DoubleSupplier random, Listener listener) {
        this.clock = clock;
        this.ticker = ticker;
        this.timers = timers;
        this.backoff = new Backoff(FIRST_RETRY, random);
        this.listener = listener;
    }

    /** Starts to watch a session that the server has just said yes to, or goes on with its successor. */
    void start(AuthSession session) {
        long now = ticker.read();
        if (!watching) {
            warned = false;
            active(now);
            look(now);
        }
        watching = true;
        asking = false;
        doubt = null;
        lastYes = now;
        backoff.reset();
        nextQuestion = now + backoff.jittered(questionInterval(session)).toNanos();
        end = session.accessToken()
                .expiresAt()
                .map(expiresAt -> OptionalLong.of(now + untilEnd(expiresAt).toNanos()))
                .orElse(OptionalLong.empty());
        // who has been warned of this end is not warned of it again
        warned = warned && end.isPresent() && now - warnAt() >= 0;
        schedule();
    }

    private Duration questionInterval(AuthSession session) {
        boolean endIsKnown = session.accessToken().expiresAt().isPresent();
        return endIsKnown || interval.compareTo(DOUBT) < 0 ? interval : DOUBT;
    }

    private Duration untilEnd(Instant expiresAt) {
        Instant now = clock.instant();
        return expiresAt.isAfter(now.plus(FURTHEST)) ? FURTHEST : Duration.between(now, expiresAt);
    }

    /** Stops watching. */
    void stop() {
        watching = false;
        cancelTimer();
    }

    /** Stops the timer while nothing is displayed; what has come due meanwhile is found by {@link #resume}. */
    void pause() {
        paused = true;
        cancelTimer();
    }

    void resume() {
        boolean slept = watching && lookForSleep();
        paused = false;
        if (!slept) {
            look();
        }
    }

    /** Says that the question whether the session holds has been put. */
    void asked() {
        asking = true;
    }

    /** Says that the question could not be answered; how long that may go on depends on why. */
    void unanswered(AuthException why) {
        asking = false;
        doubt = why;
        Duration wait = backoff.next(interval);
        Duration atLeast = why.retryAfter().orElse(Duration.ZERO);
        nextQuestion = ticker.read() + (wait.compareTo(atLeast) < 0 ? atLeast : wait).toNanos();
        look();
    }

    /** Says that the user has done something. */
    void userActive() {
        long now = ticker.read();
        if (watching && now - lastActivity > ACTIVITY_GRAIN.toNanos()) {
            look(); // first: a user who comes back too late finds the lock
            active(now);
        }
    }

    private void active(long now) {
        lastActivity = now;
        wallAtActivity = clock.instant();
    }

    /** Returns how long the session lasts; empty if its end is not known. */
    OptionalLong nanosLeft() {
        return end.isPresent() ? OptionalLong.of(Math.max(0, end.getAsLong() - ticker.read())) : end;
    }

    /** Tells whether the end is so near that the user should know. */
    boolean isWarning() {
        return watching && warned;
    }

    private boolean lookForSleep() {
        long now = ticker.read();
        Duration onTicker = Duration.ofNanos(now - lastLook);
        Duration onWall = Duration.between(wallAtLook, clock.instant());
        boolean slept = onWall.minus(onTicker).abs().compareTo(SLEPT) > 0
                || !paused && onTicker.compareTo(LOOK.plus(SLEPT)) > 0;
        look(now);
        if (slept && idleLimit != null && awayOnWall().compareTo(idleLimit) >= 0) {
            listener.idle(); // asleep is away as well
        } else if (slept) {
            listener.woke();
        }
        return slept;
    }

    private Duration awayOnWall() {
        return Duration.between(wallAtActivity, clock.instant());
    }

    private void look(long now) {
        lastLook = now;
        wallAtLook = clock.instant();
    }

    private void look() {
        if (!watching || lookForSleep()) {
            return;
        }
        long now = ticker.read();
        AuthException reason = doubt;
        if (end.isPresent() && now - end.getAsLong() >= 0) {
            listener.expired();
        } else if (reason != null && now - lostAt(reason) >= 0) {
            listener.lost(reason);
        } else if (idleLimit != null && now - idleAt(idleLimit) >= 0) {
            listener.idle();
        } else {
            tellWhatIsDue(now);
            schedule();
        }
    }

    private void tellWhatIsDue(long now) {
        if (!warned && end.isPresent() && now - warnAt() >= 0) {
            warned = true;
            listener.warningDue();
        }
        if (watching && !asking && now - nextQuestion >= 0) {
            listener.confirmationDue();
        }
    }

    private long lostAt(AuthException why) {
        boolean isDown = why.reason() == Reason.SERVER_UNREACHABLE
                || why.reason() == Reason.TOO_MANY_ATTEMPTS
                || why.reason() == Reason.SERVER_FAULT && DOWN.contains(why.code());
        return lastYes + (isDown ? offlineGrace : DOUBT).toNanos();
    }

    private long idleAt(Duration limit) {
        return lastActivity + limit.toNanos();
    }

    private long warnAt() {
        return end.orElseThrow() - warning.toNanos();
    }

    private void schedule() {
        cancelTimer();
        if (!watching || paused) {
            return;
        }
        long now = ticker.read();
        LongStream.Builder due = LongStream.builder().add(LOOK.toNanos());
        end.ifPresent(at -> due.add(at - now));
        if (end.isPresent() && !warned) {
            due.add(warnAt() - now);
        }
        if (idleLimit != null) {
            due.add(idleAt(idleLimit) - now);
        }
        if (doubt != null) {
            due.add(lostAt(doubt) - now);
        }
        if (!asking) {
            due.add(nextQuestion - now);
        }
        long soonest = Math.max(0, due.build().min().orElseThrow());
        // a millisecond more, because timers count in whole ones and must not be early
        timer = timers.after(Duration.ofNanos(soonest).plusMillis(1), this::look);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.run();
            timer = null;
        }
    }

    Duration warning() {
        return warning;
    }

    void setWarning(Duration ahead) {
        warning = ahead;
        look();
    }

    Duration interval() {
        return interval;
    }

    void setInterval(Duration newInterval) {
        interval = newInterval;
        if (watching) {
            nextQuestion = Math.min(
                    nextQuestion, ticker.read() + backoff.jittered(newInterval).toNanos());
            look();
        }
    }

    Duration offlineGrace() {
        return offlineGrace;
    }

    void setOfflineGrace(Duration grace) {
        offlineGrace = grace;
        look();
    }

    @Nullable
    Duration idleLimit() {
        return idleLimit;
    }

    void setIdleLimit(@Nullable Duration limit) {
        idleLimit = limit;
        look();
    }
}
