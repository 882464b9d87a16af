package io.github.authgate.swing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that passes only when a test says so: the wall clock, the monotonic clock and the timers that follow it. */
final class ManualTime extends Clock implements Ticker, Timers {

    private final List<Entry> entries = new ArrayList<>();
    private Instant wall;
    private long nanos = 42;

    ManualTime(String wall) {
        this.wall = Instant.parse(wall);
    }

    @Override
    public synchronized Instant instant() {
        return wall;
    }

    @Override
    public synchronized long read() {
        return nanos;
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable action) {
        Entry entry = new Entry(nanos + Math.max(0, delay.toNanos()), action);
        entries.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Entry entry) {
        entries.remove(entry);
    }

    /** Lets time pass, and everything happen that becomes due on the way. */
    void pass(Duration duration) {
        long end = read() + duration.toNanos();
        for (Optional<Entry> next = dueBy(end); next.isPresent(); next = dueBy(end)) {
            advance(next.get().at - read());
            remove(next.get());
            OnEdt.run(next.get().action);
            OnEdt.settle();
        }
        advance(end - read());
    }

    /** As {@link #pass}, all in one event: for when nobody answers meanwhile. */
    void passAtOnce(Duration duration) {
        long end = read() + duration.toNanos();
        OnEdt.run(() -> {
            for (Optional<Entry> next = dueBy(end); next.isPresent(); next = dueBy(end)) {
                advance(next.get().at - read());
                remove(next.get());
                next.get().action.run();
            }
        });
        advance(end - read());
    }

    private synchronized Optional<Entry> dueBy(long end) {
        return entries.stream().filter(entry -> entry.at <= end).min(Comparator.comparingLong(entry -> entry.at));
    }

    private synchronized void advance(long by) {
        if (by > 0) {
            nanos += by;
            wall = wall.plusNanos(by);
        }
    }

    /** Sets the wall clock, as a person does, or a machine that wakes and has had its monotonic clock stopped. */
    synchronized void jump(Duration by) {
        wall = wall.plus(by);
    }

    /** Lets the machine sleep where the monotonic clock goes on: no timer runs until it wakes. */
    synchronized void sleep(Duration duration) {
        wall = wall.plus(duration);
        nanos += duration.toNanos();
    }

    /** Returns how many things are to happen later. */
    synchronized int pending() {
        return entries.size();
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

        private final long at;
        private final Runnable action;

        private Entry(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }
    }
}
