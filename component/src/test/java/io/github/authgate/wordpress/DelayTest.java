package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The waits of a running program. */
class DelayTest {

    private final Delay delay = Delay.system();

    @Test
    void whoWaitsIsToldOnAThreadThatNobodyElseWaitsFor() {
        CompletableFuture<Thread> telling;
        do {
            telling = delay.of(Duration.ofMillis(50)).thenApply(ended -> Thread.currentThread());
        } while (telling.isDone()); // the wait may have ended before: then this thread has told itself
        Thread told = value(telling);
        Thread timer = value(new CompletableFuture<>()
                .completeOnTimeout("", 1, TimeUnit.MILLISECONDS)
                .thenApply(ended -> Thread.currentThread()));

        assertThat(told).isNotSameAs(timer).isNotSameAs(Thread.currentThread());
        assertThat(told.isDaemon()).isTrue();
    }

    @Test
    void aWaitEndsHoweverBusyTheCommonPoolIs() {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < Math.max(1, ForkJoinPool.getCommonPoolParallelism()); i++) {
            ForkJoinPool.commonPool().execute(() -> await(end));
        }
        try {
            assertThat(delay.of(Duration.ofMillis(1))).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
