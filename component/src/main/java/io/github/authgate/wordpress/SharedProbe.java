package io.github.authgate.wordpress;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One probe for all who need to know the site: they join the one that is under way or has succeeded; after a failure the
 * next one asks anew. A probe that nobody waits for any more is cancelled.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SharedProbe {

    private final Supplier<CompletableFuture<Site>> probe;
    private @Nullable CompletableFuture<Site> shared;
    private int waiting;

    /**
     * @param probe asks the site once
     */
    SharedProbe(Supplier<CompletableFuture<Site>> probe) {
        this.probe = probe;
    }

    /** Returns a future of the site, the caller's own: cancelling it means that this caller does not wait any more. */
    CompletableFuture<Site> site() {
        CompletableFuture<Site> joined = join();
        CompletableFuture<Site> own = joined.copy();
        own.whenComplete((site, failure) -> leave(joined));
        return own;
    }

    private synchronized CompletableFuture<Site> join() {
        CompletableFuture<Site> known = shared;
        if (known == null || known.isCompletedExceptionally()) {
            known = probe.get();
            shared = known;
            waiting = 0;
        }
        waiting++;
        return known;
    }

    private void leave(CompletableFuture<Site> joined) {
        synchronized (this) {
            if (joined != shared || --waiting > 0 || joined.isDone()) {
                return;
            }
            shared = null; // whoever comes from now on begins a new one
        }
        joined.cancel(true);
    }

    /** Tells whether a caller would join a probe that has not ended yet. */
    synchronized boolean isUnderWay() {
        return shared != null && !shared.isDone();
    }

    /** Forgets what was found out: the next question is put to the site again. */
    synchronized void forget() {
        shared = null;
    }
}
