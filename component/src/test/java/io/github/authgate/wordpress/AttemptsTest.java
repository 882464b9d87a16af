package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private final Attempts attempts =
            new Attempts(Runnable::run, limit -> new CompletableFuture<>(), Duration.ofSeconds(30));

    /** Again and again, because errands are cancelled in no particular order. */
    @RepeatedTest(20)
    void whoeverWaitsForAnotherErrandIsCancelledAtTheEndAndDoesNotFail() {
        CompletableFuture<String> probe = attempts.start(attempt -> new CompletableFuture<>());
        CompletableFuture<String> login = attempts.start(attempt -> probe.copy());

        attempts.close();

        assertThat(probe).isCancelled();
        assertThat(login).isCancelled();
    }

    @Test
    void whatIsAskedForLaterEndsAtOnce() {
        attempts.close();

        CompletableFuture<String> late = attempts.start(attempt -> new CompletableFuture<>());

        assertThat(late)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOf(AuthException.class)
                .withMessageContaining("service_closed");
    }
}
