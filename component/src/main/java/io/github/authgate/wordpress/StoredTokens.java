package io.github.authgate.wordpress;

import io.github.authgate.TokenStore;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The stored token of one site, behind a store that may be slow, locked or broken: calls go to a background thread,
 * one at a time, and nobody waits for longer than the limit.
 *
 * <p>Thread-safe; methods do not block.
 */
final class StoredTokens {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Takes the place of a token that cannot be deleted. It has not the form of one, so that {@link #load} tries again. */
    private static final String FORGOTTEN = "forgotten";

    private final TokenStore store;
    private final String key;
    private final Executor executor;
    private final Delay delay;

    /**
     * @param executor runs one task at a time
     */
    StoredTokens(TokenStore store, String key, Executor executor, Delay delay) {
        this.store = store;
        this.key = key;
        this.executor = executor;
        this.delay = delay;
    }

    /** Returns a future of the stored token; empty if there is none, or the store does not say. It never fails. */
    CompletableFuture<Optional<String>> load() {
        return call(() -> {
                    Optional<String> stored = store.load(key);
                    if (stored.isPresent() && !Acceptance.isToken(stored.get())) {
                        store.delete(key);
                        return Optional.<String>empty();
                    }
                    return stored;
                })
                .exceptionally(failure -> Optional.empty());
    }

    /** Returns a future that never fails: whether the token is stored now. */
    CompletableFuture<Boolean> save(String token) {
        return succeeds(() -> {
            store.save(key, token);
            return true;
        });
    }

    /** Returns a future that never fails: whether no token is stored now. */
    CompletableFuture<Boolean> delete() {
        return succeeds(() -> {
            forget();
            return true;
        });
    }

    /** Returns a future that never fails: whether this token is not stored now. Another one stays where it is. */
    CompletableFuture<Boolean> delete(String token) {
        return succeeds(() -> {
            if (isAnotherStored(token)) {
                return true;
            }
            forget();
            return true;
        });
    }

    /**
     * Deletes what is stored; where the store refuses, at least nobody shall be logged in by it at the next start. What it
     * cannot even read logs nobody in, and is not written over: a store may keep it together with what is not ours.
     */
    private void forget() throws IOException {
        try {
            store.delete(key);
        } catch (IOException | RuntimeException | Error e) {
            try {
                if (store.load(key).isPresent()) {
                    store.save(key, FORGOTTEN);
                }
            } catch (IOException | RuntimeException | Error alsoRefused) {
                e.addSuppressed(alsoRefused);
            }
            throw e;
        }
    }

    private boolean isAnotherStored(String token) {
        try {
            return store.load(key).filter(stored -> !stored.equals(token)).isPresent();
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private CompletableFuture<Boolean> succeeds(StoreCall<Boolean> call) {
        return call(call).exceptionally(failure -> false);
    }

    private <T> CompletableFuture<T> call(StoreCall<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        CompletableFuture<Void> limit = delay.of(LIMIT);
        limit.thenRun(() -> result.completeExceptionally(new IOException("The token store does not answer.")));
        try {
            executor.execute(() -> run(call, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(e);
        }
        result.whenComplete((value, failure) -> {
            limit.cancel(false);
            if (failure != null) {
                // the class only: a store's message may quote what it stores
                System.getLogger(StoredTokens.class.getName())
                        .log(
                                Level.WARNING,
                                "The token store failed: {0}",
                                failure.getClass().getName());
            }
        });
        return result;
    }

    private static <T> void run(StoreCall<T> call, CompletableFuture<T> result) {
        try {
            T value = call.run();
            BackgroundThreads.leave(() -> result.complete(value));
        } catch (IOException | RuntimeException | Error e) {
            BackgroundThreads.leave(() -> result.completeExceptionally(e));
        }
    }

    @FunctionalInterface
    private interface StoreCall<T> {
        T run() throws IOException;
    }
}
