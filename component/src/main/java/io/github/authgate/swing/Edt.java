package io.github.authgate.swing;

import java.awt.EventQueue;

/** The event dispatch thread: how to get there, and how to insist on it. */
final class Edt {

    private Edt() {}

    /**
     * Insists on the event dispatch thread.
     *
     * @param what what was called, for the message
     * @throws IllegalStateException on any other thread
     */
    static void require(String what) {
        if (!EventQueue.isDispatchThread()) {
            throw new IllegalStateException(what + " was called on the thread \""
                    + Thread.currentThread().getName()
                    + "\" and belongs on the event dispatch thread: use SwingUtilities.invokeLater.");
        }
    }

    /** Runs something on the event dispatch thread: now if this is it, else later. */
    static void run(Runnable action) {
        if (EventQueue.isDispatchThread()) {
            action.run();
        } else {
            EventQueue.invokeLater(action);
        }
    }

    /** Runs something that calls a host's code: whatever that throws is reported, and what comes next happens all the same. */
    static void contain(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            report(e);
        }
    }

    /**
     * Reports what a host's code threw as if nobody had caught it, so that one careless listener keeps neither the others
     * nor us from going on.
     */
    static void report(Throwable failure) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        } catch (RuntimeException | Error e) {
            // the handler is the host's code, too; the JVM ignores what such a handler throws, and so do we
        }
    }
}
