package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(longs = {15, 30})
    void whoWaitsForAnErrandIsNotToldOnTheTimersThreadThatTheTimeIsUp(long seconds) {
        CompletableFuture<Thread> told = attemptThatHangs().handle((value, failure) -> Thread.currentThread());

        delay.pass(Duration.ofSeconds(seconds)); // on the thread of this test

        assertThat(value(told)).isNotSameAs(Thread.currentThread());
    }
}
