package io.github.authgate.swing;

/** Keeps something in one root pane from answering, until it is let go. */
interface RootLock {

    void lock();

    void unlock();
}
