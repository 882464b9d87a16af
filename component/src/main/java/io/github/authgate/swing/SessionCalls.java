package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests of the host in the name of the session. Those that the server refuses because the session has ended wait for
 * its user to log in again, and are then made once more. None outlives the stay of its user: it would be made, or told its
 * answer, in the name of the next.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionCalls {

    private final Set<Call<?>> unfinished = Collections.synchronizedSet(new LinkedHashSet<>());
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
        Edt.run(() -> {
            call.stay = state.get().stay();
            unfinished.add(call);
            call.result.whenComplete((value, failure) -> unfinished.remove(call));
            startOrWait(call);
        });
        return call.result;
    }

    private void startOrWait(Call<?> call) {
        SessionState now = state.get();
        AuthSession open = now.openSession();
        boolean isOfThisStay = call.stay == now.stay();
        if (isOfThisStay && open != null) {
            call.start(open);
        } else if (isOfThisStay && now.phase().isCovered()) {
            call.isWaiting = true;
        } else {
            call.cancel();
        }
    }

    /** Makes the requests that have been waiting. */
    void resume() {
        for (Call<?> call : new ArrayList<>(unfinished)) {
            if (call.isWaiting) {
                startOrWait(call);
            }
        }
    }

    /** Gives up all requests of an earlier stay, those that wait and those under way: their user will not come back. */
    void cancelEarlier() {
        Object stay = state.get().stay();
        for (Call<?> call : new ArrayList<>(unfinished)) {
            if (call.stay != stay) {
                call.cancel();
            }
        }
    }

    /** One request and the future that its caller holds. */
    private final class Call<T> {

        private final Function<? super AuthSession, CompletableFuture<T>> request;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable Object stay;
        private boolean isWaiting;
        private boolean mayRepeat;

        Call(Function<? super AuthSession, CompletableFuture<T>> request, boolean mayRepeat) {
            this.request = Objects.requireNonNull(request, "request");
            this.mayRepeat = mayRepeat;
        }

        /** Makes the request, unless its caller has given it up while it waited. */
        void start(AuthSession session) {
            isWaiting = false;
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
