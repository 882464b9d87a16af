package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Tells the server which tokens are not wanted any more: at once, and a few times more while it is out of reach. Nobody
 * waits for it; a token that could not be revoked ends by itself.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Revocations {

    private static final List<Duration> LATER =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(10));

    private final Function<String, CompletableFuture<?>> request;
    private final Delay delay;

    /**
     * @param request asks the server once to revoke a token
     */
    Revocations(Function<String, CompletableFuture<?>> request, Delay delay) {
        this.request = request;
        this.delay = delay;
    }

    void revoke(String token) {
        revoke(token, 0);
    }

    private void revoke(String token, int failures) {
        request.apply(token).whenComplete((answer, failure) -> {
            if (failure != null && failures < LATER.size() && isOutOfReach(failure)) {
                delay.of(LATER.get(failures)).thenRun(() -> revoke(token, failures + 1));
            }
        });
    }

    private static boolean isOutOfReach(Throwable failure) {
        Throwable cause = TransportFailures.unwrap(failure);
        return cause instanceof AuthException
                && ((AuthException) cause).isTransient()
                && !((AuthException) cause).code().equals("service_closed");
    }
}
