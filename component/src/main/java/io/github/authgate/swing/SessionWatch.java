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

    /** Faults of a server that is there, but not at work: as good as unreachable. */
    private static final Set<String> DOWN = Set.of("server_error", "server_unavailable");

    /** What there is to watch. */
    private enum Watched {
        NOTHING,
        /** For how long the user is away, because the content may come back into sight without them. */
        USER,
        SESSION
    }

    private final Clock clock;
    private final Ticker ticker;
    private final Timers timers;
    private final Absence absence;
    private final Backoff backoff;
    private final Listener listener;

    private Duration warning = Duration.ofMinutes(2);
    private Duration interval = Duration.ofMinutes(5);
    private Duration offlineGrace = Duration.ofMinutes(30);

    private @Nullable Runnable timer;
    private Watched watched = Watched.NOTHING;
    private boolean paused;
    private boolean warned;
    private OptionalLong end = OptionalLong.empty();
    private long lastYes;
    private long nextQuestion;
    private long lastLook;
    private Instant wallAtLook = Instant.EPOCH;
    private @Nullable AuthException doubt;

    SessionWatch(Clock clock, Ticker ticker, Timers timers, DoubleSupplier random, Listener listener) {
        this.clock = clock;
        this.ticker = ticker;
        this.timers = timers;
        this.absence = new Absence(clock, ticker);
        this.backoff = new Backoff(FIRST_RETRY, random);
        this.listener = listener;
    }

    /** Starts to watch a session that the server has just said yes to, or goes on with its successor. */
    void start(AuthSession session) {
        if (watched != Watched.SESSION) {
            warned = false;
        }
        watch(Watched.SESSION);
        long now = ticker.read();
        doubt = null;
        lastYes = now;
        backoff.reset();
        nextQuestion = now + Horizon.nanos(backoff.jittered(questionInterval(session)));
        end = session.accessToken()
                .expiresAt()
                .map(expiresAt -> OptionalLong.of(now + Horizon.nanos(Duration.between(clock.instant(), expiresAt))))
                .orElse(OptionalLong.empty());
        // who has been warned of this end is not warned of it again
        warned = warned && end.isPresent() && now - warnAt() >= 0;
        schedule();
    }

    /** Watches only for how long the user is away: the session is out of sight and may come back without them. */
    void startForUser() {
        watch(Watched.USER);
        schedule();
    }

    private void watch(Watched next) {
        if (watched == Watched.NOTHING) {
            absence.end(); // somebody has just logged in, or started the program; a yes of the server is no sign of
            // life
            look(ticker.read());
        }
        watched = next;
    }

    private Duration questionInterval(AuthSession session) {
        boolean endIsKnown = session.accessToken().expiresAt().isPresent();
        return endIsKnown || interval.compareTo(DOUBT) < 0 ? interval : DOUBT;
    }

    /** Stops watching. */
    void stop() {
        watched = Watched.NOTHING;
        cancelTimer();
    }

    /** Stops the timer while nothing is displayed; what has come due meanwhile is found by {@link #resume}. */
    void pause() {
        paused = true;
        cancelTimer();
    }

    void resume() {
        boolean slept = hasSlept(); // first: while nothing is displayed no timer runs, which is no sleep
        paused = false;
        look(slept);
    }

    /**
     * Says that the question whether the session holds has been put. It has as long to be answered as the next one takes
     * to become due: there is no mark that somebody might forget to take away, and that would keep the next one back.
     */
    void asked() {
        nextQuestion = ticker.read() + ServiceCall.PATIENCE.toNanos(); // the timer that runs looks again long before
    }

    /** Says that the question could not be answered; how long that may go on depends on why. */
    void unanswered(AuthException why) {
        doubt = why;
        Duration wait = backoff.next(interval);
        Duration atLeast = why.retryAfter().orElse(Duration.ZERO);
        nextQuestion = ticker.read() + Horizon.nanos(wait.compareTo(atLeast) < 0 ? atLeast : wait);
        look();
    }

    /** Says that the user has done something. */
    void userActive() {
        if (isCountingAbsence() && absence.isLongerThan(ACTIVITY_GRAIN)) {
            look(); // first: a user who comes back too late finds the lock
            absence.end();
        }
    }

    /** Tells whether {@link #userActive} makes a difference. */
    boolean isCountingAbsence() {
        return watched != Watched.NOTHING && absence.limit() != null;
    }

    /** Returns how long the session lasts; empty if its end is not known. */
    OptionalLong nanosLeft() {
        return end.isPresent() ? OptionalLong.of(Math.max(0, end.getAsLong() - ticker.read())) : end;
    }

    /** Tells whether the end is so near that the user should know. */
    boolean isWarning() {
        return watched == Watched.SESSION && warned;
    }

    private boolean hasSlept() {
        Duration onTicker = Duration.ofNanos(ticker.read() - lastLook);
        Duration onWall = Duration.between(wallAtLook, clock.instant());
        return onWall.minus(onTicker).abs().compareTo(SLEPT) > 0 || !paused && onTicker.compareTo(LOOK.plus(SLEPT)) > 0;
    }

    private void look(long now) {
        lastLook = now;
        wallAtLook = clock.instant();
    }

    private void look() {
        look(hasSlept());
    }

    private void look(boolean slept) {
        look(ticker.read());
        try {
            if (watched == Watched.SESSION) {
                lookAtSession(slept);
            } else if (watched == Watched.USER && absence.isTooLong(slept)) {
                listener.idle();
            }
        } finally {
            schedule(); // whatever a listener has thrown: a session that nobody watches would never end
        }
    }

    private void lookAtSession(boolean slept) {
        long now = ticker.read();
        AuthException reason = doubt;
        if (slept && !absence.isTooLong(true)) {
            listener.woke();
        } else if (!slept && end.isPresent() && now - end.getAsLong() >= 0) {
            listener.expired();
        } else if (!slept && reason != null && now - lostAt(reason) >= 0) {
            listener.lost(reason);
        } else if (absence.isTooLong(slept)) {
            listener.idle();
        } else {
            tellWhatIsDue(now);
        }
    }

    private void tellWhatIsDue(long now) {
        if (!warned && end.isPresent() && now - warnAt() >= 0) {
            warned = true;
            listener.warningDue();
        }
        if (watched == Watched.SESSION && now - nextQuestion >= 0) {
            listener.confirmationDue();
        }
    }

    private long lostAt(AuthException why) {
        boolean isDown = why.reason() == Reason.SERVER_UNREACHABLE
                || why.reason() == Reason.TOO_MANY_ATTEMPTS
                || why.reason() == Reason.SERVER_FAULT && DOWN.contains(why.code());
        return lastYes + Horizon.nanos(isDown ? offlineGrace : DOUBT);
    }

    private long warnAt() {
        return end.orElseThrow() - Horizon.nanos(warning);
    }

    private void schedule() {
        cancelTimer();
        if (paused || watched == Watched.NOTHING || watched == Watched.USER && !isCountingAbsence()) {
            return;
        }
        long soonest = Math.min(LOOK.toNanos(), absence.nanosLeft().orElse(Long.MAX_VALUE));
        if (watched == Watched.SESSION) {
            soonest = Math.min(soonest, nanosToDeadline());
        }
        // a millisecond more, because timers count in whole ones and must not be early
        timer = timers.after(Duration.ofNanos(Math.max(0, soonest)).plusMillis(1), this::look);
    }

    private long nanosToDeadline() {
        long now = ticker.read();
        long soonest = nextQuestion - now;
        if (end.isPresent()) {
            soonest = Math.min(soonest, end.getAsLong() - now);
        }
        if (end.isPresent() && !warned) {
            soonest = Math.min(soonest, warnAt() - now);
        }
        return doubt == null ? soonest : Math.min(soonest, lostAt(doubt) - now);
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
        if (watched == Watched.SESSION) {
            long soon = ticker.read() + Horizon.nanos(backoff.jittered(newInterval));
            nextQuestion = Math.min(nextQuestion, soon);
        }
        look();
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
        return absence.limit();
    }

    void setIdleLimit(@Nullable Duration limit) {
        absence.setLimit(limit);
        look();
    }
}
