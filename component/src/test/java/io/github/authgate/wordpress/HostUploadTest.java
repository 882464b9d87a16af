package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a body from a host's publisher to the connection; here its threads run when a test says so. */
class HostUploadTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final Connection connection = new Connection();
    private final Host host = new Host();

    private void runThreads() {
        for (Runnable task = threads.poll(); task != null; task = threads.poll()) {
            task.run();
        }
    }

    private void subscribe(BodyPublisher publisher) {
        new HostUpload(publisher, new HostCode(threads::add, outcome)).subscribe(connection);
    }

    @Test
    void theHostIsAskedOnItsOwnThreads() {
        subscribe(host);
        assertThat(host.asked).isEmpty();
        runThreads();

        connection.demand().request(3);
        assertThat(host.asked).containsExactly("subscribe");
        runThreads();

        assertThat(host.asked).containsExactly("subscribe", "request 3");
        assertThat(connection.told).containsExactly("subscribed", "next", "next", "next", "complete");
    }

    @Test
    void aHostThatIsHeldUpLearnsThatNothingMoreIsWanted() {
        subscribe(host);
        runThreads();
        connection.demand().request(1);
        Runnable heldUp = threads.remove();

        connection.demand().cancel();
        runThreads();
        heldUp.run();

        assertThat(host.asked).containsExactly("subscribe", "cancel", "request 1");
    }

    @Test
    void aHostThatThrowsLeavesNoConnectionWaiting() {
        RuntimeException own = new IllegalStateException("the host's own");
        subscribe(new BodyPublisher() {
            @Override
            public long contentLength() {
                return -1;
            }

            @Override
            public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
                throw own;
            }
        });
        runThreads();

        assertThat(connection.told).containsExactly("subscribed", "error");
        assertThat(outcome.handle((value, failure) -> failure)).isCompletedWithValue(own);
    }

    private static final class Host implements BodyPublisher, Flow.Subscription {

        private final List<String> asked = new ArrayList<>();
        private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;

        @Override
        public long contentLength() {
            return 3;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
            asked.add("subscribe");
            subscriber = newSubscriber;
            newSubscriber.onSubscribe(this);
        }

        @Override
        public void request(long count) {
            asked.add("request " + count);
            Flow.Subscriber<? super ByteBuffer> known = subscriber;
            assertThat(known).isNotNull();
            for (int i = 0; i < count; i++) {
                known.onNext(ByteBuffer.allocate(1));
            }
            known.onComplete();
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }
    }

    private static final class Connection implements Flow.Subscriber<ByteBuffer> {

        private final List<String> told = new ArrayList<>();
        private Flow.@Nullable Subscription subscription;

        private Flow.Subscription demand() {
            Flow.Subscription known = subscription;
            assertThat(known).isNotNull();
            return known;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            told.add("subscribed");
            subscription = newSubscription;
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            told.add("next");
        }

        @Override
        public void onError(Throwable failure) {
            told.add("error");
        }

        @Override
        public void onComplete() {
            told.add("complete");
        }
    }
}
