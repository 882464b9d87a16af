package io.github.authgate.swing;

import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Brings headless tests to the event dispatch thread. */
final class OnEdt {

    private OnEdt() {}

    static <T> T get(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        run(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw sneaky(e.getCause());
        }
    }

    static void run(Runnable action) {
        try {
            EventQueue.invokeAndWait(action);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } catch (InvocationTargetException e) {
            throw sneaky(e.getCause());
        }
    }

    /** Lets everything happen that is in the event queue, and what that puts there. */
    static void settle() {
        for (int i = 0; i < 5; i++) {
            run(() -> {});
        }
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> RuntimeException sneaky(Throwable failure) throws X {
        throw (X) failure;
    }
}
