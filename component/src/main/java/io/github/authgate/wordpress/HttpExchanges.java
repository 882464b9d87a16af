package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends single requests, under one policy: HTTP/1.1, no redirect followed, no cookie kept, no password for anybody who
 * asks for one, short answers only.
 *
 * <p>Thread-safe; methods do not block, but for the first one, which loads the HTTP client and should not be called on
 * the event dispatch thread.
 */
final class HttpExchanges {

    /** Each has a thread until it is collected, and a program that idles for hours collects nothing. */
    private static final int MOST_REPLACED = 4;

    private final Executor executor;
    private final Duration connectTimeout;
    private final Surroundings surroundings;

    /** Created at the first use: it takes a third of a second and more, which nobody should wait for to see a form. */
    private volatile @Nullable Client client;

    /** Clients that were replaced and are not collected yet. */
    private final Set<HttpClient> replaced = Collections.newSetFromMap(new WeakHashMap<>());

    HttpExchanges(Executor executor, Duration connectTimeout, Surroundings surroundings) {
        this.executor = executor;
        this.connectTimeout = connectTimeout;
        this.surroundings = surroundings;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @return a future of the answer; ends with {@link io.github.authgate.AuthException}. Cancelling it closes the
     *     connection (JDK 16 and newer; before, the answer is only ignored).
     */
    CompletableFuture<HttpAnswer> send(HttpRequest request) {
        CompletableFuture<HttpAnswer> result = new CompletableFuture<>();
        send(request, result, true);
        return result;
    }

    private void send(HttpRequest request, CompletableFuture<HttpAnswer> result, boolean mayRepeat) {
        boolean mayBeStale = mayRepeat && keepsConnection();
        AtomicBoolean answering = new AtomicBoolean();
        CompletableFuture<HttpResponse<BoundedBody>> exchange = start(request, info -> {
            answering.set(true);
            return BoundedBody.handler().apply(info);
        });
        // the JDK closes the socket only if the very future of sendAsync is cancelled
        result.whenComplete((answer, failure) -> exchange.cancel(true));
        exchange.whenComplete((response, failure) -> {
            if (failure == null) {
                read(response, result);
            } else if (mayBeStale && !answering.get() && TransportFailures.isStaleConnection(failure)) {
                send(request, result, false);
            } else {
                result.completeExceptionally(TransportFailures.translate(failure, answering.get()));
            }
        });
    }

    private static void read(HttpResponse<BoundedBody> response, CompletableFuture<HttpAnswer> result) {
        try {
            result.complete(HttpAnswer.of(response));
        } catch (RuntimeException | Error e) {
            // not left to the deadline: nobody would ever look at what a stage of the exchange has thrown
            result.completeExceptionally(new AuthException(Reason.SERVER_FAULT, "malformed_answer", null));
        }
    }

    /**
     * Sends a request and reads the answer as it is.
     *
     * @return a future of the response; ends with the JDK's own exceptions. Cancelling or failing it closes the connection.
     */
    CompletableFuture<HttpResponse<BoundedBody>> look(HttpRequest request) {
        CompletableFuture<HttpResponse<BoundedBody>> result = new CompletableFuture<>();
        CompletableFuture<HttpResponse<BoundedBody>> exchange = start(request, BoundedBody.handler());
        result.whenComplete((response, failure) -> exchange.cancel(true));
        exchange.whenComplete((response, failure) -> {
            if (failure == null) {
                result.complete(response);
            } else {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /** Sends a request of the host under the same policy, the body handled as the host likes. */
    <T> CompletableFuture<HttpResponse<T>> start(HttpRequest request, BodyHandler<T> handler) {
        if (JdkSwitches.leaveHostNamesUnchecked() && request.uri().getScheme().equalsIgnoreCase("https")) {
            return CompletableFuture.failedFuture(new AuthException(Reason.SERVER_NOT_TRUSTED));
        }
        try {
            Client used = client();
            return used.http.sendAsync(request, used.idleTime.endedBy(handler));
        } catch (RuntimeException | Error e) {
            // a ProxySelector that throws, no TLS on this machine, out of memory
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Loads the HTTP client, unless it is there. */
    void load() {
        client();
    }

    private Client client() {
        Client existing = client;
        return existing != null && !existing.idleTime.isLong() ? existing : create();
    }

    private synchronized Client create() {
        Client existing = client;
        if (existing != null && (!existing.idleTime.isLong() || replaced.size() == MOST_REPLACED)) {
            return existing;
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor);
        SSLContext sslContext = surroundings.sslContext();
        if (sslContext != null) {
            builder.sslContext(sslContext);
        }
        ProxySelector proxy = surroundings.proxy();
        if (proxy != null) {
            builder.proxy(proxy);
        }
        Client created = new Client(builder.build(), new IdleTime(surroundings.clock()));
        if (existing == null) {
            JdkSwitches.warn();
        } else {
            replaced.add(existing.http);
        }
        client = created;
        return created;
    }

    /** Tells whether the next request may go over a connection that was used before. */
    private boolean keepsConnection() {
        return client != null && client().idleTime.hasBegun();
    }

    /**
     * The JDK's client, which keeps a connection and cannot be told to drop it. One that is replaced finishes the exchanges
     * it has under way, and is then garbage, connection and thread included.
     */
    private static final class Client {

        private final HttpClient http;
        private final IdleTime idleTime;

        private Client(HttpClient http, IdleTime idleTime) {
            this.http = http;
            this.idleTime = idleTime;
        }
    }
}
