package io.github.authgate.wordpress;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What a host has given along with a request to be called back: runs one call after the other, on a thread where it may
 * wait. What it throws is the outcome of the request as it is, and the end of the calls: it says nothing about the server.
 *
 * <p>Thread-safe; methods do not block.
 */
final class HostCode {

    private final Executor threads;
    private final Executor inTurn;
    private final CompletableFuture<?> outcome;
    private boolean hasThrown; // read and written in turn

    HostCode(Executor threads, CompletableFuture<?> outcome) {
        this.threads = threads;
        this.inTurn = new OneByOne(threads);
        this.outcome = outcome;
    }

    /**
     * Makes a call after those before it, unless one of them has thrown.
     *
     * @param thrown told what this one throws, when the request has ended with it
     */
    void call(Runnable call, Consumer<Throwable> thrown) {
        inTurn.execute(() -> {
            if (hasThrown) {
                return;
            }
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                hasThrown = true;
                fail(e);
                thrown.accept(e);
            }
        });
    }

    /** Makes a call that neither waits for the others nor is waited for. */
    void callAside(Runnable call) {
        threads.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        });
    }

    /** Ends the request with a failure that is not the server's. */
    void fail(Throwable failure) {
        outcome.completeExceptionally(failure);
    }
}
