package io.github.authgate.swing;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * What many desktops ask of one site over two hours: they start within a quarter of an hour, the site is out of reach for
 * ten minutes an hour later, and comes back. Time is simulated, the policy is the real one: {@link SessionWatch} decides
 * when to ask, with the jitter and the backoff that it has on a desktop. The same seed gives the same hours.
 */
public final class SiteLoad {

    /** Who asks. */
    public enum Client {
        /** The policy of a model. */
        OURS,
        /** A client that asks every five minutes, and every thirty seconds while nobody answers. */
        FIXED_INTERVAL
    }

    /** A login: the probe, the token and its validation. */
    private static final int REQUESTS_OF_A_LOGIN = 3;

    private static final Duration SPAN = Duration.ofHours(2);
    private static final Duration OUTAGE_BEGINS = Duration.ofMinutes(60);
    private static final Duration OUTAGE_ENDS = Duration.ofMinutes(70);
    private static final Duration STEADY_FROM = Duration.ofMinutes(30);
    private static final int TICK_MILLIS = 100;
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private final Wheel wheel = new Wheel();
    private final Random random;
    private final int[] requests = new int[(int) SPAN.toSeconds()];
    private final AuthSession session = AuthSession.of(
            AuthUser.builder("7", "ann").build(), AccessToken.of("a.b.c", MORNING.plus(Duration.ofDays(7))));

    private SiteLoad(long seed) {
        random = new Random(seed);
    }

    /** Lets the two hours pass. */
    public static SiteLoad of(Client client, int desktops, long seed) {
        SiteLoad load = new SiteLoad(seed);
        for (int i = 0; i < desktops; i++) {
            // most people come at the same time
            double minute = Math.min(15, Math.max(0, 5 + load.random.nextGaussian()));
            Runnable desktop = client == Client.OURS ? load.new Desktop()::logIn : load.new FixedInterval()::logIn;
            load.wheel.after(Duration.ofMillis((long) (minute * 60_000)), desktop);
        }
        load.wheel.turn();
        return load;
    }

    private boolean ask(int count) {
        int second = (int) (wheel.nanos / 1_000_000_000L);
        requests[second] += count;
        return wheel.nanos < OUTAGE_BEGINS.toNanos() || wheel.nanos >= OUTAGE_ENDS.toNanos();
    }

    /** Returns the requests per second in each window of this length. */
    public double[] rates(Duration window) {
        int seconds = (int) window.toSeconds();
        double[] rates = new double[requests.length / seconds];
        for (int i = 0; i < rates.length * seconds; i++) {
            rates[i / seconds] += requests[i] / (double) seconds;
        }
        return rates;
    }

    /** Returns the requests per second before the outage, when the morning is over. */
    public double steady() {
        return between(Duration.ofSeconds(1), STEADY_FROM, OUTAGE_BEGINS)
                .average()
                .orElseThrow();
    }

    /** Returns the highest rate of any window after the outage. */
    public double peakAfterOutage(Duration window) {
        return between(window, OUTAGE_ENDS, SPAN).max().orElseThrow();
    }

    /** Returns the highest rate of any window in the morning. */
    public double peakOfMorning(Duration window) {
        return between(window, Duration.ZERO, STEADY_FROM).max().orElseThrow();
    }

    private DoubleStream between(Duration window, Duration from, Duration to) {
        double[] rates = rates(window);
        return DoubleStream.of(rates)
                .skip(from.toSeconds() / window.toSeconds())
                .limit((to.toSeconds() - from.toSeconds()) / window.toSeconds());
    }

    /** One desktop whose session is watched as a model watches it. */
    private final class Desktop implements SessionWatch.Listener {

        private final SessionWatch watch = new SessionWatch(wheel, wheel::read, wheel, random::nextDouble, this);

        void logIn() {
            ask(REQUESTS_OF_A_LOGIN);
            watch.start(session);
        }

        @Override
        public void confirmationDue() {
            watch.asked();
            if (ask(1)) {
                watch.start(session);
            } else {
                // refused at once, which is harder on the site than a time limit
                watch.unanswered(new AuthException(Reason.SERVER_UNREACHABLE));
            }
        }

        @Override
        public void expired() {
            throw new AssertionError("expired");
        }

        @Override
        public void idle() {
            throw new AssertionError("idle");
        }

        @Override
        public void woke() {
            throw new AssertionError("woke");
        }

        @Override
        public void lost(AuthException why) {
            throw new AssertionError("lost", why);
        }

        @Override
        public void warningDue() {
            throw new AssertionError("warned");
        }
    }

    private final class FixedInterval {

        void logIn() {
            ask(REQUESTS_OF_A_LOGIN);
            wheel.after(Duration.ofMinutes(5), this::revalidate);
        }

        private void revalidate() {
            wheel.after(ask(1) ? Duration.ofMinutes(5) : Duration.ofSeconds(30), this::revalidate);
        }
    }

    /** Time that passes in ticks, and what is to happen at each. */
    private static final class Wheel extends Clock implements Timers {

        private final List<List<Entry>> ticks = new ArrayList<>();
        private long nanos;

        private Wheel() {
            for (long i = 0; i < SPAN.toMillis() / TICK_MILLIS; i++) {
                ticks.add(null);
            }
        }

        @Override
        public Runnable after(Duration delay, Runnable action) {
            Entry entry = new Entry(action);
            long tick = (nanos + delay.toNanos() + TICK_MILLIS * 1_000_000L - 1) / (TICK_MILLIS * 1_000_000L);
            if (tick < ticks.size()) {
                List<Entry> due = ticks.get((int) tick);
                if (due == null) {
                    due = new ArrayList<>();
                    ticks.set((int) tick, due);
                }
                due.add(entry);
            }
            return () -> entry.action = null;
        }

        void turn() {
            for (int tick = 0; tick < ticks.size(); tick++) {
                nanos = tick * TICK_MILLIS * 1_000_000L;
                List<Entry> due = ticks.get(tick);
                for (int i = 0; due != null && i < due.size(); i++) {
                    Runnable action = due.get(i).action;
                    if (action != null) {
                        action.run();
                    }
                }
                ticks.set(tick, null);
            }
        }

        long read() {
            return nanos;
        }

        @Override
        public Instant instant() {
            return MORNING.plusNanos(nanos);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        private static final class Entry {

            private Runnable action;

            private Entry(Runnable action) {
                this.action = action;
            }
        }
    }
}
