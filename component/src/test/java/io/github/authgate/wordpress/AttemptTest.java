package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private final ManualDelay delay = new ManualDelay();

    private CompletableFuture<String> attemptThatHangs() {
        return Attempt.start(
                Runnable::run, delay, Duration.ofSeconds(30), attempt -> attempt.step(CompletableFuture::new));
    }

    @Test
    void anExchangeThatHangsEndsTheErrandAfterHalfOfItsTime() {
        CompletableFuture<String> attempt = attemptThatHangs();

        delay.pass(Duration.ofSeconds(15));

        assertThat(failure(attempt).code()).isEqualTo("timeout");
    }

    @Test
    void anErrandEndsWhenItsTimeIsUpWhateverItIsAt() {
        CompletableFuture<String> attempt =
                Attempt.start(Runnable::run, delay, Duration.ofSeconds(30), noStep -> new CompletableFuture<>());

        delay.pass(Duration.ofSeconds(29));
        assertThat(attempt).isNotDone();
        delay.pass(Duration.ofSeconds(30));

        assertThat(failure(attempt).code()).isEqualTo("timeout");
    }
}
