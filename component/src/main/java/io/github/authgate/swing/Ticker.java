package io.github.authgate.swing;

/** A clock that only ever goes forward, for measuring how long something takes. Tests wind it by hand. */
@FunctionalInterface
interface Ticker {

    /** Returns nanoseconds since some moment; only differences mean anything. */
    long read();
}
