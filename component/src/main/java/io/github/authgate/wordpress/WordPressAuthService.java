package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import io.github.authgate.TokenStore;
import java.net.ProxySelector;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Logs users in with their WordPress accounts.
 *
 * <p>Thread-safe; methods do not block. One instance serves a whole application: it keeps one connection alive and
 * remembers how the site's routes are reached.
 *
 * <pre>{@code
 * WordPressAuthService auth = WordPressAuthService.create(config);
 * AuthGate gate = new AuthGate(new AuthModel(auth), session -> new MainPanel(session));
 * }</pre>
 *
 * <p>A login is two requests, token and validation; where the validation does not say who the user is, a third asks
 * {@code wp/v2/users/me}. Before the first of them, a probe without any secret finds out how the site is reached; see
 * {@link #prepare}.
 *
 * <p>A session of another site is nothing to this service, and its token goes nowhere: {@link #revalidate} ends with
 * {@link Reason#SESSION_EXPIRED SESSION_EXPIRED}, {@link #keep} and {@link #logout} with {@code false}, {@link #send} and
 * {@link #authorize} throw. What is stored stays as it is.
 */
public final class WordPressAuthService implements AuthService, AutoCloseable {

    private static final Duration IDLE_THREADS_END_AFTER = Duration.ofSeconds(30);

    private final WordPressConfig config;
    private final BackgroundThreads threads = new BackgroundThreads(IDLE_THREADS_END_AFTER);
    private final Attempts attempts;
    private final Supplier<SiteClient> newClient;
    private final Supplier<SiteDoctor> newDoctor;
    private final StoredTokens tokens;
    private final Revocations revocations;
    private final SharedProbe probe;
    private final WarmUp warmUp;
    private volatile @Nullable SiteClient client;
    private boolean isClosed;

    private WordPressAuthService(Builder builder) {
        this.config = builder.config;
        Surroundings surroundings = builder.surroundings;
        Delay delay = surroundings.delay();
        this.attempts = new Attempts(threads, delay, config.attemptTimeout());
        this.probe =
                new SharedProbe(() -> attempts.start(attempt -> client().probe.probe(attempt)));
        SiteLook look = new SiteLook(probe, attempts, () -> client().icons);
        this.warmUp = new WarmUp(
                threads,
                () -> client().http.load(),
                look::info,
                () -> client().rehearsal.login());
        this.newDoctor =
                () -> SiteDoctor.builder(config).surroundings(surroundings).build();
        this.revocations = new Revocations(this::askToRevoke, delay);
        this.newClient = () -> new SiteClient(config, threads, surroundings, revocations::revoke);
        this.tokens = new StoredTokens(builder.tokenStore, config.site().toString(), threads.oneByOne(), delay);
    }

    /**
     * Creates a service that remembers nobody beyond the end of the program.
     *
     * @param config which site
     * @return the service; nothing has been sent yet
     */
    public static WordPressAuthService create(WordPressConfig config) {
        return builder(config).build();
    }

    /**
     * Starts to build a service.
     *
     * @param config which site
     * @return a builder
     */
    public static Builder builder(WordPressConfig config) {
        return new Builder(config);
    }

    @Override
    public CompletableFuture<AuthSession> login(Credentials credentials) {
        FormBody form = FormBody.of(credentials);
        boolean rememberMe = credentials.rememberMe();
        CompletableFuture<AuthSession> result =
                attempts.start(attempt -> atSite(attempt, at -> client().login.session(attempt, at, form))
                        .thenApply(session -> session.withRememberMe(rememberMe)));
        result.whenComplete((session, failure) -> form.close());
        return result;
    }

    @Override
    public CompletableFuture<Optional<AuthSession>> restore() {
        return attempts.start(attempt -> attempt.step(tokens::load)
                .thenCompose(stored -> stored.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.<AuthSession>empty())
                        : existing(attempt, stored.get())
                                .thenApply(session -> Optional.of(session.withRememberMe(true)))));
    }

    @Override
    public CompletableFuture<AuthSession> revalidate(AuthSession session) {
        if (!config.isSiteOf(session)) {
            return CompletableFuture.failedFuture(new AuthException(Reason.SESSION_EXPIRED));
        }
        String token = session.accessToken().value();
        return attempts.start(
                attempt -> existing(attempt, token).thenApply(renewed -> renewed.withRememberMe(session.rememberMe())));
    }

    private CompletableFuture<AuthSession> existing(Attempt<?> attempt, String token) {
        CompletableFuture<AuthSession> checked =
                atSite(attempt, at -> client().check.existing(attempt, at, token));
        return checked.handle((session, failure) -> {
                    AuthException refusal = failure == null ? null : TransportFailures.translate(failure, false);
                    return refusal == null
                            ? CompletableFuture.completedFuture(session)
                            : forgotten(attempt, token, refusal);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<AuthSession> forgotten(Attempt<?> attempt, String token, AuthException refusal) {
        boolean isDefinite = refusal.reason() == Reason.SESSION_EXPIRED || refusal.reason() == Reason.ACCOUNT_REFUSED;
        CompletableFuture<Boolean> deleted =
                isDefinite && !attempt.isOver() ? tokens.delete(token) : CompletableFuture.completedFuture(true);
        return deleted.thenCompose(done -> CompletableFuture.failedFuture(refusal));
    }

    @Override
    public CompletableFuture<Boolean> keep(AuthSession session) {
        if (!config.isSiteOf(session)) {
            return CompletableFuture.completedFuture(false);
        }
        return session.rememberMe() ? tokens.save(session.accessToken().value()) : tokens.delete();
    }

    @Override
    public CompletableFuture<Boolean> logout(AuthSession session) {
        if (!config.isSiteOf(session)) {
            return CompletableFuture.completedFuture(false);
        }
        String token = session.accessToken().value();
        revocations.revoke(token);
        return tokens.delete(token);
    }

    @Override
    public CompletableFuture<Boolean> forget() {
        tokens.load().thenAccept(stored -> stored.ifPresent(revocations::revoke));
        return tokens.delete(); // after it was read: the store is asked one thing at a time
    }

    private CompletableFuture<Boolean> askToRevoke(String token) {
        return attempts.start(attempt -> atSite(
                attempt,
                at -> at.hasAuthGate()
                        ? client().api.logout(attempt, at, token).thenApply(this::revoked)
                        : CompletableFuture.completedFuture(false)));
    }

    private boolean revoked(HttpAnswer answer) {
        if (Acceptance.success(answer).isEmpty()) {
            throw new CompletionException(client().errors.ofValidation(answer));
        }
        return true;
    }

    /**
     * Asks the site for its name and how its routes are reached, by one {@code GET} of the REST index that carries
     * neither password nor key nor token. The login that follows uses what was found out, and the connection. A second
     * {@code GET}, as bare as the first, fetches the site's icon if it is on the same server. Meanwhile everything that a
     * login needs is loaded, so that the first one is as fast as the tenth.
     */
    @Override
    public CompletableFuture<Optional<SiteInfo>> prepare() {
        return warmUp.start();
    }

    @Override
    public boolean offersDiagnosis() {
        return true;
    }

    /**
     * Finds out why a login cannot work; see {@link SiteDoctor}. It uses the service's own address, key, proxy and
     * certificates, so that it meets what a login would meet, and a connection and threads of its own.
     */
    @Override
    public CompletableFuture<Optional<String>> diagnose() {
        CompletableFuture<Optional<String>> result = new CompletableFuture<>();
        CompletableFuture<SiteReport> examination =
                attempts.register(() -> newDoctor.get().examine());
        examination.whenComplete(
                (report, failure) -> result.complete(Optional.ofNullable(report).map(SiteReport::toText)));
        result.whenComplete((text, failure) -> examination.cancel(true));
        return result;
    }

    /**
     * Sends a request of the host's own with the session's token and the API key.
     *
     * @param <T> what the handler makes of the body
     * @param session whose token to send
     * @param request goes to the session's own site; headers {@code Authorization} and {@code X-API-KEY} of its own are
     *     replaced
     * @param handler reads the body
     * @return a future of the response, whatever its status, redirects included; ends with {@link AuthException}:
     *     {@link Reason#SESSION_EXPIRED SESSION_EXPIRED} if the server takes the token back, another reason if there was
     *     no answer; or with what the handler, its subscriber or the publisher of the request's body throws, as it is.
     *     These may block: they are called on daemon threads that exist only for them, and no login waits for them.
     *     Cancelling it closes the connection.
     * @throws IllegalArgumentException if the request would leave the site: it would take the token along
     */
    public <T> CompletableFuture<HttpResponse<T>> send(
            AuthSession session, HttpRequest request, BodyHandler<T> handler) {
        return attempts.register(() -> client().hostRequests.send(session, request, handler));
    }

    /**
     * Adds the session's token and the API key to a request that the host sends with a client of its own. That client
     * must not follow redirects: the JDK's would take {@code X-API-KEY} along to another host.
     *
     * @param session whose token to add
     * @param request its address is set already and belongs to the session's own site
     * @return the builder
     * @throws IllegalArgumentException if the request would leave the site
     * @throws IllegalStateException if the builder has no address yet
     */
    public HttpRequest.Builder authorize(AuthSession session, HttpRequest.Builder request) {
        return client().hostRequests.authorize(session, request);
    }

    /**
     * Cancels what is under way, requests of the host included, and ends the threads of this service; the JDK closes the
     * connection that is idle, and ends the thread of its HTTP client, with a later garbage collection. What is asked of it
     * later ends at once, with {@link Reason#SERVER_UNREACHABLE SERVER_UNREACHABLE} and the code {@code service_closed}
     * where it may fail.
     */
    @Override
    public void close() {
        attempts.close(); // while there are threads left that can hang up
        threads.close();
        dropClient();
    }

    private SiteClient client() {
        SiteClient existing = client;
        return existing != null ? existing : createClient();
    }

    private synchronized SiteClient createClient() {
        SiteClient existing = client;
        if (existing == null) {
            existing = newClient.get();
            client = isClosed ? null : existing;
        }
        return existing;
    }

    /** Lets the JDK's client go: it has no end of its own, but hangs up when nobody refers to it any more. */
    private synchronized void dropClient() {
        isClosed = true;
        client = null;
    }

    /**
     * Asks something of the site. After a fault it may not be what the probe found any more, its permalinks perhaps, and
     * is examined again before the next question, or the next password.
     */
    private <T> CompletableFuture<T> atSite(Attempt<?> attempt, Function<Site, CompletableFuture<T>> question) {
        return site(attempt).thenCompose(question).whenComplete((answer, failure) -> {
            if (failure != null && TransportFailures.translate(failure, false).reason() == Reason.SERVER_FAULT) {
                probe.forget();
            }
        });
    }

    /** Whoever has joined a probe that somebody else began asks once more if it failed: the server may be back since. */
    private CompletableFuture<Site> site(Attempt<?> attempt) {
        boolean joins = probe.isUnderWay();
        CompletableFuture<Site> first = attempt.step(probe::site);
        return !joins
                ? first
                : first.handle((found, failure) -> failure == null ? first : attempt.step(probe::site))
                        .thenCompose(Function.identity());
    }

    /** Says what a service may use besides the configuration. Not thread-safe. */
    public static final class Builder {

        private final WordPressConfig config;
        private TokenStore tokenStore = TokenStore.inMemory();
        private Surroundings surroundings = Surroundings.USUAL;

        private Builder(WordPressConfig config) {
            this.config = Objects.requireNonNull(config, "config");
        }

        /**
         * Sets where tokens of users who want to be remembered are kept; nowhere unless set.
         *
         * @param tokenStore used by this service only, on one thread of its own
         * @return this builder
         */
        public Builder tokenStore(TokenStore tokenStore) {
            this.tokenStore = Objects.requireNonNull(tokenStore, "tokenStore");
            return this;
        }

        /**
         * Sets what certificates are trusted, for a site whose certificate comes from the company's own authority; those
         * of the JDK unless set.
         *
         * @param sslContext a context with the trust managers to use
         * @return this builder
         */
        public Builder sslContext(SSLContext sslContext) {
            surroundings = surroundings.withSslContext(sslContext);
            return this;
        }

        /**
         * Sets the proxy to use; the JDK's default unless set.
         *
         * @param proxy selects a proxy for the site's address
         * @return this builder
         */
        public Builder proxy(ProxySelector proxy) {
            surroundings = surroundings.withProxy(proxy);
            return this;
        }

        Builder clock(Clock clock) {
            surroundings = surroundings.withClock(clock);
            return this;
        }

        Builder delay(Delay delay) {
            surroundings = surroundings.withDelay(delay);
            return this;
        }

        /**
         * Creates the service.
         *
         * @return the service; nothing has been sent yet
         */
        public WordPressAuthService build() {
            return new WordPressAuthService(this);
        }
    }
}
