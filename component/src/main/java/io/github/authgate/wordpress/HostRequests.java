package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Requests that a host makes in the name of a session, to the session's own site only.
 *
 * <p>Thread-safe; methods do not block.
 */
final class HostRequests {

    private final WordPressConfig config;
    private final HttpExchanges http;
    private final Executor executor;
    private final Executor hostThreads = new HostThreads();

    HostRequests(WordPressConfig config, HttpExchanges http, Executor executor) {
        this.config = config;
        this.http = http;
        this.executor = executor;
    }

    HttpRequest.Builder authorize(AuthSession session, HttpRequest.Builder request) {
        requireOwnSite(session, request.copy().build().uri());
        request.setHeader("Authorization", "Bearer " + session.accessToken().value());
        config.apiKey().ifPresent(key -> request.setHeader("X-API-KEY", key));
        return request;
    }

    private void requireOwnSite(AuthSession session, URI uri) {
        if (!config.isSiteOf(session) || !config.address().contains(uri)) {
            throw new IllegalArgumentException(
                    "The request or its session is not of " + config.site() + ": the token would leave its site.");
        }
    }

    <T> CompletableFuture<HttpResponse<T>> send(AuthSession session, HttpRequest request, BodyHandler<T> handler) {
        CompletableFuture<HttpResponse<T>> result = new CompletableFuture<>();
        HttpRequest authorized = authorize(
                        session, copy(request, body -> new HostUpload(body, new HostCode(hostThreads, result))))
                .build();
        try {
            // hosts call this on the event dispatch thread, and the JDK looks for a proxy on the thread that sends
            executor.execute(() -> start(authorized, handler, result));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE, "service_closed", null));
        }
        return result;
    }

    private <T> void start(HttpRequest request, BodyHandler<T> handler, CompletableFuture<HttpResponse<T>> result) {
        if (result.isDone()) {
            return;
        }
        AtomicBoolean answering = new AtomicBoolean();
        Executor threads = hostThreads; // what the JDK keeps of an exchange must not lead back to its client
        CompletableFuture<HttpResponse<T>> exchange = http.start(request, info -> {
            answering.set(true);
            return new HostDownload<>(handler, info, new HostCode(threads, result));
        });
        result.whenComplete((response, failure) -> exchange.cancel(true));
        exchange.whenCompleteAsync(
                (response, failure) -> {
                    if (failure == null) {
                        result.complete(response);
                    } else {
                        result.completeExceptionally(TransportFailures.translate(failure, answering.get()));
                    }
                },
                threads);
    }

    /** Copies a request; the JDK's own way to do so came with Java 16. */
    private static HttpRequest.Builder copy(HttpRequest request, UnaryOperator<BodyPublisher> relayed) {
        HttpRequest.Builder copy = HttpRequest.newBuilder(request.uri()).expectContinue(request.expectContinue());
        Optional<BodyPublisher> body = request.bodyPublisher().map(relayed);
        if (body.isEmpty() && request.method().equals("GET")) {
            copy.GET();
        } else if (body.isEmpty() && request.method().equals("DELETE")) {
            copy.DELETE();
        } else {
            copy.method(request.method(), body.orElseGet(BodyPublishers::noBody));
        }
        request.timeout().ifPresent(copy::timeout);
        request.version().ifPresent(copy::version);
        request.headers().map().forEach((name, values) -> values.forEach(value -> copy.header(name, value)));
        return copy;
    }
}
