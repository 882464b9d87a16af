package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.awt.EventQueue;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question to the service and its answer, which arrives on the event dispatch thread and only if it is still wanted
 * then. A service that throws, returns no future or answers {@code null} counts as one that failed.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ServiceCall<T> {

    /** How long an answer may take that nobody sees coming. A service has time limits of its own, or should have. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final CompletableFuture<T> future;
    private boolean abandoned;

    private ServiceCall(CompletableFuture<T> future) {
        this.future = future;
    }

    /**
     * Asks. Exactly one of the consumers is called, later, never from within this method; none of them if the call is
     * abandoned and fails.
     *
     * @param unwanted takes a value that arrives although the call has been abandoned
     */
    static <T> ServiceCall<T> start(
            Supplier<CompletableFuture<T>> question,
            Consumer<T> onValue,
            Consumer<AuthException> onFailure,
            Consumer<T> unwanted) {
        ServiceCall<T> call = new ServiceCall<>(ask(question));
        call.future.whenComplete((value, failure) -> EventQueue.invokeLater(() -> {
            if (failure != null || value == null) {
                if (!call.abandoned) {
                    onFailure.accept(translate(failure));
                }
            } else {
                (call.abandoned ? unwanted : onValue).accept(value);
            }
        }));
        return call;
    }

    private static <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        try {
            CompletableFuture<T> future = question.get();
            return future != null ? future : CompletableFuture.failedFuture(new NullPointerException("no future"));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Stops waiting; the service is asked to stop working as well. */
    void abandon() {
        abandoned = true;
        try {
            future.cancel(true);
        } catch (RuntimeException | Error e) {
            // a future of the service's own making: what it throws must not keep a logout from happening
            Edt.report(e);
        }
    }

    private static AuthException translate(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof AuthException) {
            return (AuthException) cause;
        }
        // the class only: the message of an unexpected exception may quote anything
        System.getLogger(ServiceCall.class.getName())
                .log(
                        Level.WARNING,
                        "The service failed with {0}",
                        cause == null ? "null" : cause.getClass().getName());
        return new AuthException(Reason.SERVER_FAULT, "service_failed", null);
    }
}
