package io.github.authgate.wordpress;

import io.github.authgate.SiteInfo;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Uses the seconds in which the user types: loads the HTTP client, has the site probed, which leaves a connection behind
 * that the login will use, and rehearses a login. All of it on one thread of low priority; what goes wrong is left for
 * the login to report.
 *
 * <p>Thread-safe; methods do not block.
 */
final class WarmUp {

    /** A few, so that the interpreter has been everywhere more than once. Another number was not tried. */
    private static final int REHEARSALS = 20;

    private final BackgroundThreads threads;
    private final Runnable client;
    private final Supplier<CompletableFuture<SiteInfo>> probe;
    private final Runnable rehearsal;
    private final AtomicBoolean rehearsed = new AtomicBoolean();

    /**
     * @param client loads the HTTP client
     * @param probe asks the site what it is, or joins those who are asking
     * @param rehearsal rehearses a login once, on the calling thread
     */
    WarmUp(
            BackgroundThreads threads,
            Runnable client,
            Supplier<CompletableFuture<SiteInfo>> probe,
            Runnable rehearsal) {
        this.threads = threads;
        this.client = client;
        this.probe = probe;
        this.rehearsal = rehearsal;
    }

    /** Returns a future that never fails: what the site says about itself. Cancelling it ends the warm-up. */
    CompletableFuture<Optional<SiteInfo>> start() {
        CompletableFuture<Optional<SiteInfo>> result = new CompletableFuture<>();
        try {
            threads.executeInBackground(() -> run(result));
        } catch (RejectedExecutionException e) {
            result.complete(Optional.empty());
        }
        return result;
    }

    private void run(CompletableFuture<Optional<SiteInfo>> result) {
        try {
            if (!result.isCancelled()) {
                client.run();
            }
            if (!result.isCancelled()) {
                ask(result);
            }
        } catch (RuntimeException | Error e) {
            log(e);
            BackgroundThreads.leave(() -> result.complete(Optional.empty()));
        }
        if (!result.isCancelled() && !rehearsed.getAndSet(true)) {
            rehearse(result);
        }
    }

    private void ask(CompletableFuture<Optional<SiteInfo>> result) {
        CompletableFuture<SiteInfo> asked = probe.get();
        asked.whenComplete((info, failure) ->
                BackgroundThreads.leave(() -> result.complete(failure == null ? Optional.of(info) : Optional.empty())));
        result.whenComplete((value, failure) -> asked.cancel(true));
    }

    private void rehearse(CompletableFuture<?> result) {
        try {
            for (int i = 0; i < REHEARSALS && !result.isCancelled(); i++) {
                rehearsal.run();
            }
        } catch (RuntimeException | Error e) {
            log(e);
        }
    }

    private static void log(Throwable e) {
        // the class only: the message of an unexpected exception may quote anything
        System.getLogger(WarmUp.class.getName())
                .log(Level.DEBUG, "Warming up failed: {0}", e.getClass().getName());
    }
}
