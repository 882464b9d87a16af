package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Requests of the host in the name of the session. Those that the server refuses because the session has ended wait for
 * its user to log in again, and are then made once more.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionCalls {

    private final List<Call<?>> waiting = new ArrayList<>();
    private final Consumer<AuthSession> onExpired;
    private final Consumer<Call<?>> again;

    /**
     * @param onExpired told which session the server has refused
     * @param again told which request has to be made once more; starts it, or lets it {@linkplain #await wait}
     */
    SessionCalls(Consumer<AuthSession> onExpired, Consumer<Call<?>> again) {
        this.onExpired = onExpired;
        this.again = again;
    }

    /** Lets a request wait for its user. */
    void await(Call<?> call) {
        waiting.add(call);
    }

    /** Makes the requests that have been waiting. */
    void resume(AuthSession session) {
        takeWaiting().forEach(call -> call.start(session));
    }

    /** Gives up the requests that have been waiting: their user will not come back. */
    void cancel() {
        takeWaiting().forEach(Call::cancel);
    }

    private List<Call<?>> takeWaiting() {
        List<Call<?>> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    /** One request and the future that its caller holds. */
    final class Call<T> {

        private final Function<? super AuthSession, CompletableFuture<T>> request;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private boolean mayRepeat;

        /**
         * @param mayRepeat whether the request may be made a second time
         */
        Call(Function<? super AuthSession, CompletableFuture<T>> request, boolean mayRepeat) {
            this.request = Objects.requireNonNull(request, "request");
            this.mayRepeat = mayRepeat;
        }

        CompletableFuture<T> result() {
            return result;
        }

        /** Makes the request, unless its caller has given it up while it waited. */
        void start(AuthSession session) {
            if (result.isDone()) {
                return;
            }
            CompletableFuture<T> made;
            try {
                made = Objects.requireNonNull(request.apply(session), "the request returned no future");
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
                return;
            }
            result.whenComplete((value, failure) -> made.cancel(true));
            made.whenComplete((value, failure) -> {
                if (failure == null) {
                    result.complete(value);
                } else {
                    EventQueue.invokeLater(() -> failed(session, unwrapped(failure)));
                }
            });
        }

        private void failed(AuthSession session, Throwable failure) {
            boolean hasExpired =
                    failure instanceof AuthException && ((AuthException) failure).reason() == Reason.SESSION_EXPIRED;
            if (hasExpired) {
                onExpired.accept(session);
            }
            if (hasExpired && mayRepeat) {
                mayRepeat = false;
                again.accept(this);
            } else {
                result.completeExceptionally(failure);
            }
        }

        void cancel() {
            result.completeExceptionally(new CancellationException("The session of this request has ended."));
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        boolean isWrapped = failure instanceof CompletionException && failure.getCause() != null;
        return isWrapped ? failure.getCause() : failure;
    }
}
