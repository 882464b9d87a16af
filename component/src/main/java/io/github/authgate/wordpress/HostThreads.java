package io.github.authgate.wordpress;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads for the code of a host: what reads and writes the bodies of its own requests, and what depends on them. It
 * may wait for as long as it likes, and be waited for by nobody: there is a daemon for each task, and none a second after
 * the last. The common pool would not do, because the JDK's HTTP client needs it to hand over the answers to a login.
 *
 * <p>Thread-safe; methods do not block.
 */
final class HostThreads implements Executor {

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), HostThreads::newThread);

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "authgate-host");
        thread.setDaemon(true);
        thread.setPriority(Thread.NORM_PRIORITY);
        return thread;
    }
}
