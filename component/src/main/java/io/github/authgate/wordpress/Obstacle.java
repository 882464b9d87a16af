package io.github.authgate.wordpress;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Ends a {@link Checkup} where a login would end: what comes after it cannot be examined. */
final class Obstacle extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SiteFinding finding;

    private Obstacle(SiteFinding finding) {
        super(finding.code(), null, false, false);
        this.finding = finding;
    }

    static <T> CompletableFuture<T> stop(SiteFinding finding) {
        return CompletableFuture.failedFuture(new Obstacle(finding));
    }

    static <T> CompletableFuture<T> stop(Cause cause) {
        return stop(new SiteFinding(cause, List.of()));
    }

    /** Makes an obstacle of a failure. */
    static <T> CompletableFuture<T> ifFailed(CompletableFuture<T> step, Function<Throwable, SiteFinding> explanation) {
        return step.exceptionally(failure -> {
            throw new CompletionException(new Obstacle(explanation.apply(failure)));
        });
    }

    /** Returns what a failed step has found. */
    static SiteFinding of(Throwable failure) {
        Throwable cause = TransportFailures.unwrap(failure);
        return cause instanceof Obstacle
                ? ((Obstacle) cause).finding
                : new SiteFinding(Cause.INTERNAL_ERROR, List.of(cause.getClass().getName()));
    }
}
