package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One errand at the server: several exchanges, one after the other, under one deadline and behind one future.
 *
 * <p>The JDK's own time limit ends with the head of an answer; this deadline covers everything, bodies included. Whoever
 * completes the future first decides: the work, the deadline or a caller who cancels. From then on no further exchange
 * starts, and the one under way is cancelled.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Attempt<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Delay delay;
    private final Duration stepLimit;
    private volatile @Nullable CompletableFuture<?> underway;

    private Attempt(Delay delay, Duration stepLimit) {
        this.delay = delay;
        this.stepLimit = stepLimit;
    }

    /**
     * Starts an errand. No single exchange may take more than half of its time.
     *
     * @param work makes the exchanges, each through {@link #step}; called on the executor
     * @return the future to give to the caller; derived from nothing, so that cancelling it means this errand
     */
    static <T> CompletableFuture<T> start(
            Executor executor, Delay delay, Duration limit, Function<Attempt<T>, CompletionStage<T>> work) {
        Attempt<T> attempt = new Attempt<>(delay, limit.dividedBy(2));
        CompletableFuture<Void> deadline = delay.of(limit);
        deadline.thenRun(() -> attempt.result.completeExceptionally(TransportFailures.timeout()));
        attempt.result.whenComplete((value, failure) -> {
            deadline.cancel(false);
            attempt.abort();
        });
        try {
            executor.execute(() -> attempt.run(work));
        } catch (RejectedExecutionException e) {
            attempt.result.completeExceptionally(
                    new AuthException(AuthException.Reason.SERVER_UNREACHABLE, "service_closed", null));
        }
        return attempt.result;
    }

    private void run(Function<Attempt<T>, CompletionStage<T>> work) {
        try {
            work.apply(this).whenComplete(this::finish);
        } catch (RuntimeException | Error e) {
            finish(null, e);
        }
    }

    private void finish(@Nullable T value, @Nullable Throwable failure) {
        BackgroundThreads.leave(() -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(TransportFailures.translate(failure, false));
            }
        });
    }

    /** Makes the next exchange, unless the errand is over. It ends, body and all, within its own limit. */
    <R> CompletableFuture<R> step(Supplier<CompletableFuture<R>> exchange) {
        if (isOver()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        CompletableFuture<Void> limit = delay.of(stepLimit); // first: it covers the start as well
        CompletableFuture<R> started = exchange.get();
        limit.thenRun(() -> started.completeExceptionally(TransportFailures.timeout()));
        started.whenComplete((value, failure) -> limit.cancel(false));
        underway = started;
        if (isOver()) {
            abort();
        }
        return started;
    }

    /** Tells whether the errand has ended, one way or another. */
    boolean isOver() {
        return result.isDone();
    }

    /** Does something if the errand ends without a value; at once if it has. */
    void whenFailed(Runnable action) {
        result.whenComplete((value, failure) -> {
            if (failure != null) {
                action.run();
            }
        });
    }

    private void abort() {
        CompletableFuture<?> exchange = underway;
        if (exchange != null) {
            exchange.cancel(true);
        }
    }
}
