package io.github.authgate.wordpress;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Lets a host read the body of a response as it likes, and reads along where the server refuses: only the code in the
 * body tells whether it is the token that it does not want.
 *
 * <p>For one response. What is called after the exchange sees what was written during it.
 */
final class TeeBodyHandler<T> implements BodyHandler<T> {

    private final BodyHandler<T> host;
    private volatile boolean started;
    private volatile @Nullable BodySubscriber<BoundedBody> own;
    private volatile @Nullable ResponseInfo info;

    TeeBodyHandler(BodyHandler<T> host) {
        this.host = host;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo responseInfo) {
        started = true;
        info = responseInfo;
        BodySubscriber<T> theirs = host.apply(responseInfo);
        if (responseInfo.statusCode() != 401 && responseInfo.statusCode() != 403) {
            return theirs;
        }
        BodySubscriber<BoundedBody> ours = BoundedBody.handler().apply(responseInfo);
        own = ours;
        return new Tee<>(theirs, ours);
    }

    /** Tells whether the head of the response has arrived. */
    boolean hasStarted() {
        return started;
    }

    /** Returns the error code of a 401 or 403; empty if it has none, or is no such response. */
    Optional<String> refusal() {
        BodySubscriber<BoundedBody> ours = own;
        ResponseInfo response = info;
        if (ours == null || response == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(ours.getBody().toCompletableFuture().getNow(null))
                .flatMap(body -> HttpAnswer.of(response.statusCode(), response.headers(), body)
                        .code());
    }

    /** Passes everything on to the host's subscriber, whose demand rules, and shows the bytes to ours. */
    private static final class Tee<T> implements BodySubscriber<T> {

        private final BodySubscriber<T> theirs;
        private final BodySubscriber<BoundedBody> ours;

        Tee(BodySubscriber<T> theirs, BodySubscriber<BoundedBody> ours) {
            this.theirs = theirs;
            this.ours = ours;
        }

        @Override
        public CompletionStage<T> getBody() {
            return theirs.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            ours.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            theirs.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            buffers.forEach(buffer -> ours.onNext(List.of(buffer.duplicate())));
            theirs.onNext(buffers);
        }

        @Override
        public void onError(Throwable failure) {
            ours.onError(failure);
            theirs.onError(failure);
        }

        @Override
        public void onComplete() {
            ours.onComplete();
            theirs.onComplete();
        }
    }
}
