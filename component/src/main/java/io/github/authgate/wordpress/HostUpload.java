package io.github.authgate.wordpress;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * Takes the body of a request from a host's own publisher, on a thread of the host: reading a stream may take as long as
 * it likes, and nobody else's request waits for it.
 *
 * <p>Thread-safe; methods do not block.
 */
final class HostUpload implements BodyPublisher {

    private final BodyPublisher theirs;
    private final HostCode code;
    private final long length;

    HostUpload(BodyPublisher theirs, HostCode code) {
        this.theirs = theirs;
        this.code = code;
        this.length = theirs.contentLength(); // asked here, on the host's own thread
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> connection) {
        Relay relay = new Relay(connection);
        inTurn(() -> theirs.subscribe(relay), relay);
    }

    private void inTurn(Runnable call, Relay relay) {
        code.call(call, relay::onError);
    }

    /** Passes on what the host's publisher says, as it says it, and has it asked on its own thread. */
    private final class Relay implements Flow.Subscriber<ByteBuffer> {

        private final Flow.Subscriber<? super ByteBuffer> connection;
        private boolean isSubscribed; // touched by the publisher only

        private Relay(Flow.Subscriber<? super ByteBuffer> connection) {
            this.connection = connection;
        }

        @Override
        public void onSubscribe(Flow.Subscription source) {
            isSubscribed = true;
            connection.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    inTurn(() -> source.request(count), Relay.this);
                }

                @Override
                public void cancel() {
                    code.callAside(source::cancel); // whom a read holds up learns of it all the same
                }
            });
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            connection.onNext(buffer);
        }

        @Override
        public void onError(Throwable failure) {
            code.fail(failure);
            if (!isSubscribed) {
                connection.onSubscribe(NoSubscription.INSTANCE);
            }
            connection.onError(failure);
        }

        @Override
        public void onComplete() {
            connection.onComplete();
        }
    }
}
