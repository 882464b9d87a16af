package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundThreadsTest {

    private final BackgroundThreads threads = new BackgroundThreads(Duration.ofMillis(1));

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void thereAreTwoAtMostHoweverMuchThereIsToDo() throws InterruptedException {
        CompletableFuture<Void> end = new CompletableFuture<>();
        ThreadGroup group = new ThreadGroup("whoever is started from here is counted");
        Thread asking = new Thread(group, () -> {
            for (int i = 0; i < 5; i++) {
                threads.execute(end::join);
                threads.executeInBackground(end::join);
                threads.oneByOne().execute(end::join);
            }
        });
        asking.start();
        asking.join();
        Thread[] started = new Thread[20];
        int count = group.enumerate(started);
        end.complete(null);

        assertThat(count).isEqualTo(2);
        assertThat(started[0].isDaemon() && started[1].isDaemon()).isTrue();
    }

    @Test
    void thereIsNoneWhenThereHasBeenNothingToDoForAWhile() throws InterruptedException {
        Thread worker = value(CompletableFuture.supplyAsync(Thread::currentThread, threads));

        worker.join(20_000);

        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void aTaskThatHangsLeavesOneForTheOthers() {
        CompletableFuture<Void> never = new CompletableFuture<>();
        threads.oneByOne().execute(never::join);

        assertThat(value(CompletableFuture.supplyAsync(() -> "done", threads))).isEqualTo("done");
        never.complete(null);
    }

    @Test
    void workInTheBackgroundHasTheLowestPriorityAndWhatFollowsHasNot() {
        CompletableFuture<Integer> inBackground = new CompletableFuture<>();
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        threads.executeInBackground(() -> {
            inBackground.complete(Thread.currentThread().getPriority());
            worker.complete(Thread.currentThread());
        });

        assertThat(value(inBackground)).isEqualTo(Thread.MIN_PRIORITY);
        assertThat(value(CompletableFuture.supplyAsync(
                        () -> Thread.currentThread().getPriority(), threads)))
                .isEqualTo(Thread.NORM_PRIORITY);
    }

    @Test
    void whoDependsOnAResultNeverRunsOnOneOfThem() {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        CompletableFuture<Thread> dependent = new CompletableFuture<>();
        threads.execute(() -> {
            worker.complete(Thread.currentThread());
            BackgroundThreads.leave(() -> dependent.complete(Thread.currentThread()));
        });

        assertThat(value(dependent)).isNotSameAs(value(worker));
    }

    @Test
    void whatWasAskedForBeforeTheEndIsStillDoneInOrder() {
        StringBuilder done = new StringBuilder();
        CompletableFuture<Void> start = new CompletableFuture<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        Executor oneByOne = threads.oneByOne();
        oneByOne.execute(start::join);
        oneByOne.execute(() -> done.append('a'));
        oneByOne.execute(() -> done.append('b'));
        oneByOne.execute(() -> end.complete(null));
        threads.close();
        start.complete(null);
        value(end);

        assertThat(done).hasToString("ab");
        assertThatThrownBy(() -> threads.oneByOne().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
