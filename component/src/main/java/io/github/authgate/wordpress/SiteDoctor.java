package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why nobody can log in to a site, and says it in words: once for the user, once for the administrator.
 *
 * <p>Thread-safe; methods do not block.
 *
 * <p>It takes the steps of a login one after the other (address, proxy, name, connection, certificate, WordPress, plugin,
 * API key, {@code Authorization} header) and stops at the first that cannot be taken. It needs no password and sends none;
 * the token that it has validated is made up. One examination is at most four requests, all of them to the site, and ends
 * within the time limit of an attempt.
 *
 * <pre>{@code
 * SiteDoctor.builder("https://example.org").apiKey(key).build()
 *         .examine()
 *         .thenAccept(report -> System.out.println(report.toText()));
 * }</pre>
 *
 * @see WordPressAuthService#diagnose
 */
public final class SiteDoctor {

    private static final Duration IDLE_THREADS_END_AFTER = Duration.ofSeconds(1);

    private final String typed;
    private final @Nullable SiteAddress address;
    private final String complaint;
    private final @Nullable String apiKey;
    private final @Nullable ProxySelector proxy;
    private final Duration limit;
    private final Clock clock;
    private final Delay delay;
    private final Supplier<HttpExchanges> newHttp;
    private final BackgroundThreads threads = new BackgroundThreads(IDLE_THREADS_END_AFTER);

    private SiteDoctor(Builder builder) {
        Duration connectTimeout = builder.connectTimeout;
        Surroundings around = builder.surroundings;
        this.typed = builder.typed;
        this.address = builder.address;
        this.complaint = builder.complaint;
        this.apiKey = builder.apiKey;
        this.proxy = around.proxy() == null ? ProxySelector.getDefault() : around.proxy();
        this.limit = builder.limit;
        this.clock = around.clock();
        this.delay = around.delay();
        this.newHttp = () -> new HttpExchanges(threads, connectTimeout, around);
    }

    /**
     * Starts to build a doctor for an address as somebody has typed it, be it wrong.
     *
     * @param address such as {@code https://example.org}
     * @return a builder
     */
    public static Builder builder(String address) {
        return new Builder(address);
    }

    /**
     * Starts to build a doctor for a site that is configured.
     *
     * @param config address, key and time limits
     * @return a builder
     */
    public static Builder builder(WordPressConfig config) {
        return new Builder(config);
    }

    /**
     * Examines the site.
     *
     * @return a future of the report; never fails. Cancelling it ends the examination and closes its connection.
     */
    public CompletableFuture<SiteReport> examine() {
        SiteAddress site = address;
        if (site == null) {
            SiteFinding finding = new SiteFinding(Cause.ADDRESS_INVALID, List.of(complaint));
            return CompletableFuture.completedFuture(new SiteReport(typed, List.of(), List.of(finding)));
        }
        AtomicReference<Checkup> checkup = new AtomicReference<>();
        CompletableFuture<SiteReport> result = new CompletableFuture<>();
        CompletableFuture<SiteReport> errand = Attempt.start(threads, delay, limit, attempt -> {
            checkup.set(new Checkup(site, apiKey, newHttp.get(), proxy, clock, threads));
            return checkup.get().run(attempt);
        });
        errand.whenComplete((report, failure) ->
                result.complete(failure == null ? report : endedEarly(site, checkup.get(), failure)));
        result.whenComplete((report, failure) -> errand.cancel(true));
        return result;
    }

    private static SiteReport endedEarly(SiteAddress site, @Nullable Checkup checkup, Throwable failure) {
        Cause cause = Optional.of(TransportFailures.translate(failure, false))
                .map(AuthException::code)
                .flatMap(Cause::of)
                .orElse(Cause.INTERNAL_ERROR);
        SiteFinding finding = new SiteFinding(cause, List.of());
        if (checkup == null) {
            return new SiteReport(site.toString(), List.of(), List.of(finding));
        }
        checkup.found(finding);
        return checkup.report();
    }

    /** Says how to reach the site. Not thread-safe. */
    public static final class Builder {

        private final String typed;
        private final @Nullable SiteAddress address;
        private final String complaint;
        private @Nullable String apiKey;
        private Surroundings surroundings = Surroundings.USUAL;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration limit = Duration.ofSeconds(30);

        private Builder(String typed) {
            SiteAddress parsed = null;
            String problem = "";
            try {
                parsed = SiteAddress.of(URI.create(typed.strip()), false);
            } catch (IllegalArgumentException e) {
                // SiteAddress quotes nothing; the JDK quotes the whole text, a password in it included
                boolean isOurs =
                        e.getCause() == null && String.valueOf(e.getMessage()).startsWith("The site's address");
                problem = isOurs ? e.getMessage() : "This is not an address such as https://example.org.";
            }
            this.address = parsed;
            this.complaint = problem;
            this.typed = parsed == null ? "(no valid address)" : parsed.toString();
        }

        private Builder(WordPressConfig config) {
            this.address = config.address();
            this.complaint = "";
            this.typed = config.site().toString();
            this.apiKey = config.apiKey().orElse(null);
            this.connectTimeout = config.connectTimeout();
            this.limit = config.attemptTimeout();
        }

        /**
         * Sets the key to examine.
         *
         * @param apiKey the key as the settings page showed it; {@code null} or blank for none
         * @return this builder
         * @throws IllegalArgumentException if it has blanks or other characters that no key has
         */
        @SuppressWarnings("exports") // readers of the annotation are optional
        public Builder apiKey(@Nullable String apiKey) {
            this.apiKey = WordPressConfig.checkedApiKey(apiKey);
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

        /**
         * Sets what certificates are trusted; those of the JDK unless set.
         *
         * @param sslContext a context with the trust managers to use
         * @return this builder
         */
        public Builder sslContext(SSLContext sslContext) {
            surroundings = surroundings.withSslContext(sslContext);
            return this;
        }

        Builder surroundings(Surroundings surroundings) {
            this.surroundings = surroundings;
            return this;
        }

        /**
         * Creates the doctor.
         *
         * @return the doctor; nothing has been sent yet
         */
        public SiteDoctor build() {
            return new SiteDoctor(this);
        }
    }
}
