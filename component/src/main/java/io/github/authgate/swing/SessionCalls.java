package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Requests of the host in the name of the session. Those that the server refuses because the session has ended wait for
 * its user to log in again, and are then made once more. None outlives the stay of its user: it would be made, or told its
 * answer, in the name of the next.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionCalls {

    private final List<Call<?>> waiting = new ArrayList<>();
    private final Set<Call<?>> underWay = ConcurrentHashMap.newKeySet();
    private final Supplier<SessionState> state;
    private final Consumer<AuthSession> onExpired;

    /**
     * @param state where the session stands at the moment
     * @param onExpired told which session the server has refused
     */
    SessionCalls(Supplier<SessionState> state, Consumer<AuthSession> onExpired) {
        this.state = state;
        this.onExpired = onExpired;
    }

    /**
     * Makes a request. May be called on any thread.
     *
     * @param mayRepeat whether the request may be made a second time
     */
    <T> CompletableFuture<T> make(Function<? super AuthSession, CompletableFuture<T>> request, boolean mayRepeat) {
        Call<T> call = new Call<>(request, mayRepeat);
        Edt.run(() -> startOrWait(call));
        return call.result;
    }

    private void startOrWait(Call<?> call) {
        AuthSession open = state.get().openSession();
        if (open != null) {
            call.start(open);
        } else if (state.get().phase().isCovered()) {
            waiting.add(call);
        } else {
            call.cancel();
        }
    }

    /** Makes the requests that have been waiting. */
    void resume(AuthSession session) {
        takeWaiting().forEach(call -> call.start(session));
    }

    /** Gives up all requests, those that wait and those under way: their user has gone and will not come back. */
    void cancel() {
        List<Call<?>> ended = takeWaiting();
        ended.addAll(underWay);
        underWay.clear();
        ended.forEach(Call::cancel);
    }

    private List<Call<?>> takeWaiting() {
        List<Call<?>> taken = new ArrayList<>(waiting);
        waiting.clear();
        return taken;
    }

    /** One request and the future that its caller holds. */
    private final class Call<T> {

        private final Function<? super AuthSession, CompletableFuture<T>> request;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private boolean mayRepeat;

        Call(Function<? super AuthSession, CompletableFuture<T>> request, boolean mayRepeat) {
            this.request = Objects.requireNonNull(request, "request");
            this.mayRepeat = mayRepeat;
        }

        /** Makes the request, unless its caller has given it up while it waited. */
        void start(AuthSession session) {
            if (result.isDone()) {
                return;
            }
            underWay.add(this);
            result.whenComplete((value, failure) -> underWay.remove(this));
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
                startOrWait(this);
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
