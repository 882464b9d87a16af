package io.github.authgate.wordpress;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads of one service: two daemons at most, and none when there has been nothing to do for a while. Two, so that
 * a token store that waits for its user, or a slow look-up of the server's name, leaves one for everything else.
 *
 * <p>What a host calls back or depends on runs elsewhere, see {@link HostThreads} and {@link #leave}: there are too few to
 * wait on each other.
 *
 * <p>Thread-safe; methods do not block.
 */
final class BackgroundThreads implements Executor {

    private static final int MOST = 2;
    private final ThreadPoolExecutor pool;

    /**
     * @param idle how long a thread waits for something to do
     */
    BackgroundThreads(Duration idle) {
        pool = new ThreadPoolExecutor(
                MOST, MOST, idle.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), BackgroundThread::new);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Runs a task when there is a thread for it, and lets everything else go first. */
    void executeInBackground(Runnable task) {
        pool.execute(() -> {
            Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
            try {
                task.run();
            } finally {
                Thread.currentThread().setPriority(Thread.NORM_PRIORITY);
            }
        });
    }

    /** Makes an executor that runs its tasks one after the other, each on one of these threads. */
    Executor oneByOne() {
        return new OneByOne(pool);
    }

    /** Runs what is under way or waiting to its end, and refuses everything later. */
    void close() {
        pool.shutdown();
    }

    /** Completes a future that a host may depend on: at once, but never on one of these threads. */
    static void leave(Runnable completion) {
        if (Thread.currentThread() instanceof BackgroundThread) {
            CompletableFuture.runAsync(completion);
        } else {
            completion.run();
        }
    }

    private static final class BackgroundThread extends Thread {

        BackgroundThread(Runnable task) {
            super(task, "authgate");
            setDaemon(true);
            setPriority(NORM_PRIORITY);
        }
    }
}
