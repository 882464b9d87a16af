package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that passes only when a test says so. */
final class ManualDelay implements Delay {

    private final List<Wait> waits = new CopyOnWriteArrayList<>();

    @Override
    public CompletableFuture<Void> of(Duration duration) {
        Wait wait = new Wait(duration);
        synchronized (this) {
            waits.add(wait);
            notifyAll();
        }
        return wait.end;
    }

    /** Waits until so many waits have begun. */
    synchronized void awaitWaits(int count) {
        try {
            while (waits.size() < count) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets every wait of up to this length come to its end. */
    void pass(Duration duration) {
        waits.stream().filter(wait -> wait.length.compareTo(duration) <= 0).forEach(wait -> wait.end.complete(null));
    }

    /** Checks that nobody waits any more, so that nothing is kept alive by a timer. */
    void assertNobodyWaits() {
        assertThat(waits).allMatch(wait -> wait.end.isDone());
    }

    /** Waits until nobody waits any more. */
    void awaitNobodyWaiting() {
        value(CompletableFuture.allOf(waits.stream()
                .map(wait -> wait.end.handle((ended, cancelled) -> true))
                .toArray(CompletableFuture[]::new)));
    }

    private static final class Wait {

        private final Duration length;
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        private Wait(Duration length) {
            this.length = length;
        }
    }
}
