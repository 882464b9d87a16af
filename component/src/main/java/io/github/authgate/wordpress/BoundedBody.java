package io.github.authgate.wordpress;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a response body: all of it if it is short enough, else nothing.
 *
 * <p>Immutable and thread-safe, so long as nobody writes into the bytes.
 */
final class BoundedBody {

    /** No answer that we have a use for is longer; a login's is about 400 bytes. */
    static final int LIMIT = 64 * 1024;

    private static final BoundedBody TOO_LONG = new BoundedBody(new byte[0], false);
    private static final BoundedBody NONE = new BoundedBody(new byte[0], true);

    private final byte[] bytes;
    private final boolean complete;

    private BoundedBody(byte[] bytes, boolean complete) {
        this.bytes = bytes;
        this.complete = complete;
    }

    /** Returns a body that has been received already. */
    static BoundedBody of(byte[] bytes) {
        return new BoundedBody(bytes, true);
    }

    /** Returns the body of a response; an empty one where the JDK gives none, as for a proxy that refuses a tunnel. */
    static BoundedBody of(HttpResponse<@Nullable BoundedBody> response) {
        BoundedBody body = response.body();
        return body == null ? NONE : body;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Tells whether the body ended within the limit. If not, {@link #bytes} is empty. */
    boolean isComplete() {
        return complete;
    }

    /** Reads at most {@link #LIMIT} bytes and then hangs up, so that no server can make us read for ever. */
    static BodyHandler<BoundedBody> handler() {
        return info -> new Subscriber();
    }

    private static final class Subscriber implements BodySubscriber<BoundedBody> {

        private final CompletableFuture<BoundedBody> result = new CompletableFuture<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream(1024);
        private Flow.@Nullable Subscription subscription;

        @Override
        public CompletionStage<BoundedBody> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            if (subscription != null) {
                newSubscription.cancel();
                return;
            }
            subscription = newSubscription;
            newSubscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (result.isDone()) {
                    return;
                }
                if (received.size() + buffer.remaining() > LIMIT) {
                    result.complete(TOO_LONG);
                    if (subscription != null) {
                        subscription.cancel();
                    }
                    return;
                }
                byte[] chunk = new byte[buffer.remaining()];
                buffer.get(chunk);
                received.write(chunk, 0, chunk.length);
            }
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(of(received.toByteArray()));
        }
    }
}
