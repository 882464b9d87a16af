package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Hands the body of a response to a host's own subscriber, on a thread of the host. The next piece is asked for when the
 * host has taken the one before, however much it has asked for: a host that is slow slows the server down, and nothing
 * piles up between them.
 *
 * <p>For one response. Thread-safe; methods do not block: whatever happens takes its turn among the calls to the host's
 * code, and only there the fields are touched.
 */
final class HostDownload<T> implements BodySubscriber<T> {

    private final BodyHandler<T> handler;
    private final ResponseInfo info;
    private final HostCode code;
    private final CompletableFuture<T> body = new CompletableFuture<>();
    private final Queue<List<ByteBuffer>> received = new ArrayDeque<>();

    private final @Nullable Refusal refusal;
    private @Nullable BodySubscriber<T> theirs;
    private Flow.Subscription connection = NoSubscription.INSTANCE;
    private boolean isAsked;
    private boolean hasEnded;
    private boolean isOver;
    private long demand;

    /** Also read where a host's subscriber ends, which may be anywhere. */
    private volatile @Nullable Throwable broken;

    HostDownload(BodyHandler<T> handler, ResponseInfo info, HostCode code) {
        this.handler = handler;
        this.info = info;
        this.code = code;
        this.refusal = Refusal.isPossible(info) ? new Refusal(info) : null;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        inTurn(() -> connection = subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        inTurn(() -> {
            isAsked = false;
            if (refusal != null && theirs == null) {
                refusal.add(buffers);
            } else {
                received.add(buffers);
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        inTurn(() -> {
            broken = failure;
            hasEnded = true;
        });
    }

    @Override
    public void onComplete() {
        inTurn(() -> hasEnded = true);
    }

    private void inTurn(Runnable event) {
        code.call(
                () -> {
                    event.run();
                    if (!isOver) {
                        proceed();
                    }
                },
                thrown -> {
                    connection.cancel();
                    body.completeExceptionally(thrown);
                });
    }

    private void proceed() {
        BodySubscriber<T> host = theirs;
        if (host != null) {
            deliver(host);
        } else if (refusal == null) {
            open();
        } else if (!hasEnded && !refusal.isTooLong()) {
            ask();
        } else if (hasEnded && broken == null && refusal.endsSession()) {
            isOver = true;
            // by way of the exchange, which so ends by itself and keeps its good connection
            body.completeExceptionally(new AuthException(Reason.SESSION_EXPIRED));
        } else {
            received.addAll(refusal.pieces());
            open();
        }
    }

    private void open() {
        BodySubscriber<T> host = handler.apply(info);
        theirs = host;
        // not in turn: a host may map a stream, and then this call reads what the others deliver
        code.callAside(() -> host.getBody().whenComplete(this::end));
        host.onSubscribe(new Demand(connection));
        deliver(host);
    }

    /** Ends the body when the host's subscriber has it, or does without. */
    private void end(T value, @Nullable Throwable failure) {
        Throwable cause = broken;
        if (failure == null) {
            body.complete(value);
        } else if (cause != null) {
            body.completeExceptionally(cause);
        } else {
            code.fail(TransportFailures.unwrap(failure));
        }
    }

    private void deliver(BodySubscriber<T> host) {
        while (demand > 0 && !received.isEmpty()) {
            demand--;
            host.onNext(received.remove());
        }
        Throwable cause = broken;
        if (cause != null) {
            isOver = true;
            host.onError(cause);
        } else if (hasEnded && received.isEmpty()) {
            isOver = true;
            host.onComplete();
        } else if (demand > 0) {
            ask();
        }
    }

    private void ask() {
        if (!isAsked) {
            isAsked = true;
            connection.request(1);
        }
    }

    /** What the host's subscriber asks for. */
    private final class Demand implements Flow.Subscription {

        private final Flow.Subscription source;

        private Demand(Flow.Subscription source) {
            this.source = source;
        }

        @Override
        public void request(long count) {
            inTurn(() -> {
                if (count <= 0) {
                    throw new IllegalArgumentException("A subscriber asked for " + count + " pieces.");
                }
                demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            });
        }

        @Override
        public void cancel() {
            source.cancel();
        }
    }
}
