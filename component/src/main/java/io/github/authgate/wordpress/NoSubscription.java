package io.github.authgate.wordpress;

import java.util.concurrent.Flow;

/** Stands for a publisher that has nothing to give, because there was none or it did not come to that. */
enum NoSubscription implements Flow.Subscription {
    INSTANCE;

    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
}
