package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The errands of one service, which end when it does.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Attempts implements AutoCloseable {

    private final Executor executor;
    private final Delay delay;
    private final Duration limit;
    private final Set<CompletableFuture<?>> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param limit how long an errand may take unless it has a limit of its own
     */
    Attempts(Executor executor, Delay delay, Duration limit) {
        this.executor = executor;
        this.delay = delay;
        this.limit = limit;
    }

    /** Starts an errand; see {@link Attempt#start}. */
    <T> CompletableFuture<T> start(Function<Attempt<T>, CompletableFuture<T>> work) {
        return start(limit, work);
    }

    <T> CompletableFuture<T> start(Duration ownLimit, Function<Attempt<T>, CompletableFuture<T>> work) {
        return register(() -> Attempt.start(executor, delay, ownLimit, attempt -> ofItsOwn(work.apply(attempt))));
    }

    /** One errand may wait for another. If that is cancelled because all are, this one has not failed: its turn will come. */
    private <T> CompletableFuture<T> ofItsOwn(CompletableFuture<T> work) {
        return work.handle((value, failure) -> failure != null && closed ? new CompletableFuture<T>() : work)
                .thenCompose(Function.identity());
    }

    /** Starts something that ends with the service at the latest, or at once if that is closed. */
    <T> CompletableFuture<T> register(Supplier<CompletableFuture<T>> start) {
        CompletableFuture<T> work = closed ? new CompletableFuture<>() : start.get();
        underway.add(work);
        work.whenComplete((value, failure) -> underway.remove(work));
        if (closed) { // by now: whoever closes it may have been through before this was added
            work.completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE, "service_closed", null));
        }
        return work;
    }

    /** Cancels what is under way; what is asked for later ends at once. */
    @Override
    public void close() {
        closed = true;
        underway.forEach(work -> work.cancel(true));
    }
}
