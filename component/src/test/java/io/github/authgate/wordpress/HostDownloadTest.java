package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way of a body from the connection to a host's subscriber; here all on one thread. */
class HostDownloadTest {

    private static final String REFUSAL = "{\"code\":\"jwt_auth_invalid_token\"}";

    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final Connection connection = new Connection();
    private final Host host = new Host();

    private HostDownload<String> download(int status) {
        HostDownload<String> download =
                new HostDownload<>(host, new Head(status), new HostCode(Runnable::run, outcome));
        download.onSubscribe(connection);
        return download;
    }

    private static List<ByteBuffer> bytes(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void nothingIsAskedForBeforeTheHostAsks() {
        download(200);

        assertThat(connection.asked).isZero();
        host.demand().request(1);
        assertThat(connection.asked).isEqualTo(1);
    }

    @Test
    void theNextPieceIsAskedForWhenTheHostHasTakenTheOneBeforeHoweverManyItWants() {
        HostDownload<String> download = download(200);

        host.demand().request(Long.MAX_VALUE);
        host.demand().request(Long.MAX_VALUE);
        assertThat(connection.asked).isEqualTo(1);
        download.onNext(bytes("a"));
        assertThat(connection.asked).isEqualTo(2);
        download.onNext(bytes("b"));
        download.onComplete();

        assertThat(host.told).containsExactly("subscribed", "a", "b", "complete");
    }

    @Test
    void whatTheHostDoesNotAskForItDoesNotGet() {
        HostDownload<String> download = download(200);

        host.demand().request(1);
        download.onNext(bytes("a"));

        assertThat(connection.asked).isEqualTo(1);
    }

    @Test
    void aHostThatWantsNoMoreCancelsTheConnection() {
        download(200);

        host.demand().cancel();

        assertThat(connection.isCancelled).isTrue();
    }

    @Test
    void aHostThatAsksForLessThanNothingHasFailed() {
        download(200);

        host.demand().request(0);

        assertThat(outcome.handle((value, failure) -> failure))
                .isCompletedWithValueMatching(IllegalArgumentException.class::isInstance);
        assertThat(connection.isCancelled).isTrue();
    }

    @Test
    void aHostThatHasThrownIsNotCalledAgain() {
        host.throwsAt = "a";
        HostDownload<String> download = download(200);
        host.demand().request(2);

        download.onNext(bytes("a"));
        download.onNext(bytes("b"));
        download.onError(new IOException());

        assertThat(host.told).containsExactly("subscribed", "a");
        assertThat(connection.isCancelled).isTrue();
    }

    @Test
    void aBrokenConnectionIsTheConnectionsFailureAndNotTheHosts() {
        HostDownload<String> download = download(200);
        IOException broken = new IOException("reset");

        download.onError(broken);

        assertThat(host.told).containsExactly("subscribed", "IOException");
        assertThat(download.getBody().toCompletableFuture().handle((value, failure) -> failure))
                .isCompletedWithValue(broken);
        assertThat(outcome).isNotDone();
    }

    @Test
    void aRefusalIsReadBeforeTheHostIsAskedForASubscriber() {
        HostDownload<String> download = download(403);

        download.onNext(bytes(REFUSAL.substring(0, 5)));
        download.onNext(bytes(REFUSAL.substring(5)));
        download.onComplete();
        download.onError(new IOException("cancelled"));

        assertThat(failure(download.getBody().toCompletableFuture()).reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(host.told).isEmpty();
    }

    @Test
    void anotherRefusalIsHandedOnWhenTheHostAsks() {
        HostDownload<String> download = download(401);

        download.onNext(bytes("not "));
        download.onNext(bytes("for you"));
        download.onComplete();
        assertThat(host.told).containsExactly("subscribed");
        host.demand().request(1);

        assertThat(host.told).containsExactly("subscribed", "not for you", "complete");
        assertThat(value(download.getBody().toCompletableFuture())).isEqualTo("read");
    }

    @Test
    void aRefusalWithoutABodyEndsWithoutBeingAskedFor() {
        download(401).onComplete();

        assertThat(host.told).containsExactly("subscribed", "complete");
    }

    @Test
    void noMoreOfALongRefusalIsKeptThanWeHaveAUseFor() {
        HostDownload<String> download = download(403);
        String page = "x".repeat(BoundedBody.LIMIT);

        download.onNext(bytes(page));
        assertThat(host.told).isEmpty();
        download.onNext(bytes("y"));
        assertThat(connection.asked).as("the rest waits for the host").isEqualTo(2);
        host.demand().request(2);
        download.onNext(bytes("z"));
        download.onComplete();

        assertThat(host.told).containsExactly("subscribed", page + "y", "z", "complete");
    }

    private static final class Head implements ResponseInfo {

        private final int status;

        private Head(int status) {
            this.status = status;
        }

        @Override
        public int statusCode() {
            return status;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    private static final class Connection implements Flow.Subscription {

        private long asked;
        private boolean isCancelled;

        @Override
        public void request(long count) {
            asked += count;
        }

        @Override
        public void cancel() {
            isCancelled = true;
        }
    }

    /** Writes down what it is told. */
    private static final class Host implements BodyHandler<String>, BodySubscriber<String> {

        private final List<String> told = new ArrayList<>();
        private final CompletableFuture<String> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;
        private String throwsAt = "";

        private Flow.Subscription demand() {
            Flow.Subscription known = subscription;
            assertThat(known).isNotNull();
            return known;
        }

        @Override
        public BodySubscriber<String> apply(ResponseInfo info) {
            return this;
        }

        @Override
        public CompletableFuture<String> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            told.add("subscribed");
            subscription = newSubscription;
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            StringBuilder text = new StringBuilder();
            buffers.forEach(buffer -> text.append(StandardCharsets.US_ASCII.decode(buffer)));
            told.add(text.toString());
            if (text.toString().equals(throwsAt)) {
                throw new IllegalStateException("the host's own");
            }
        }

        @Override
        public void onError(Throwable failure) {
            told.add(failure.getClass().getSimpleName());
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            told.add("complete");
            body.complete("read");
        }
    }
}
