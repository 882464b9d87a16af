package io.github.authgate.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for a WordPress site that issues tokens: it answers over HTTP, on a loopback address only, and does what a
 * test tells it to.
 *
 * <p>Thread-safe; methods do not block, but for {@link #close}.
 *
 * <pre>{@code
 * try (FakeWordPress site = FakeWordPress.builder()
 *         .user(FakeUser.of("ann", "secret").withRole("editor"))
 *         .start()) {
 *     AuthModel model = new AuthModel(WordPressAuthService.create(site.config()));
 *     ...
 *     site.blockUser("ann");
 * }
 * }</pre>
 *
 * <p>It knows the REST index, the routes of the {@linkplain Dialect plugins for logging in}, {@code wp/v2/users/me},
 * {@code wp/v2/posts} and the change of a single post, below {@code /wp-json} and through {@code ?rest_route=}.
 */
public final class FakeWordPress implements AutoCloseable {

    private final Site site;
    private final Faults faults;
    private final LoginRoutes loginRoutes;
    private final ContentRoutes contentRoutes;
    private final HttpServer server;
    private final ExecutorService executor;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private FakeWordPress(Builder builder) throws IOException {
        Tokens tokens = new Tokens(builder.secret, builder.clock, builder.tokenLifetime);
        site = new Site(builder.dialect, builder.siteName, new Accounts(), tokens, new Posts(builder.clock));
        site.setApiKey(builder.apiKey);
        builder.users.forEach(site.accounts::add);
        builder.posts.forEach(site.posts::add);
        faults = new Faults();
        loginRoutes = new LoginRoutes(site, faults);
        contentRoutes = new ContentRoutes(site);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), builder.port), 0);
        site.setAddress(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fake-wordpress");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts to describe a site.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            Request request = Request.of(exchange);
            requests.add(request.method() + " " + request.route());
            faults.await(request.route());
            if (!faults.isDown()) {
                send(exchange, answer(request));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close(); // before an answer has been sent this closes the connection
        }
    }

    private Answer answer(Request request) {
        return keyRefusal(request)
                .or(() -> loginRoutes.answer(request))
                .or(() -> contentRoutes.answer(request))
                .orElseGet(() -> Answer.error(404, "rest_no_route", "No route was found matching the URL."));
    }

    /** The key is asked for where users log in and with every token; the rest of the site is as public as before. */
    private Optional<Answer> keyRefusal(Request request) {
        String route = request.route().toLowerCase(Locale.ROOT);
        boolean isGuarded = route.startsWith("/jwt-auth/")
                || route.startsWith("/authgate/")
                || request.header("Authorization").isPresent();
        if (site.dialect != Dialect.AUTHGATE || !isGuarded) {
            return Optional.empty();
        }
        if (site.apiKey().isEmpty()) {
            return Optional.of(Answer.error(503, "authgate_api_key_not_configured", "No API key is set up."));
        }
        return site.apiKey().equals(request.header("X-API-KEY"))
                ? Optional.empty()
                : Optional.of(Answer.error(401, "authgate_api_key_invalid", "The API key is not accepted."));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body();
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (answer.retryAfterSeconds() > 0) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(answer.retryAfterSeconds()));
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /**
     * Returns where the site is.
     *
     * @return the address, without a slash at its end
     */
    public URI address() {
        return site.address();
    }

    /**
     * Returns the configuration of a client of this site: its address and its API key.
     *
     * @return the configuration
     */
    public WordPressConfig config() {
        return WordPressConfig.builder(address())
                .apiKey(site.apiKey().orElse(null))
                .build();
    }

    /**
     * Returns what has been asked so far, oldest first, the requests included that are waiting for their answer.
     *
     * @return method and route of each, such as {@code POST /jwt-auth/v1/token}; never a parameter or a header
     */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * Returns the accounts.
     *
     * @return the accounts as they are now, in the order in which they were added
     */
    public List<FakeUser> users() {
        return site.accounts.all();
    }

    /**
     * Returns the titles of the posts.
     *
     * @return plain text, newest post first
     */
    public List<String> postTitles() {
        return site.posts.titles();
    }

    /**
     * Adds an account.
     *
     * @param user the account
     * @throws IllegalArgumentException if there is one of this name already
     */
    public void addUser(FakeUser user) {
        site.accounts.add(user);
    }

    /**
     * Keeps an account out: its password is refused, and with {@link Dialect#AUTHGATE} its tokens too.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public void blockUser(String name) {
        site.accounts.change(name, user -> user.withBlocked(true));
    }

    /**
     * Lets a blocked account in again.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public void unblockUser(String name) {
        site.accounts.change(name, user -> user.withBlocked(false));
    }

    /**
     * Deletes an account. Its tokens end with it, each plugin in its own way: that of {@link Dialect#JWT_AUTH} still
     * validates, but belongs to nobody.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public void deleteUser(String name) {
        site.accounts.delete(name);
    }

    /**
     * Gives an account another role.
     *
     * @param name the user name
     * @param role see {@link FakeUser#withRole}
     * @throws IllegalArgumentException if there is no such account or no such role
     */
    public void setRole(String name, String role) {
        site.accounts.change(name, user -> user.withRole(role));
    }

    /**
     * Gives an account another password, which ends its tokens except with {@link Dialect#JWT_AUTH}.
     *
     * @param name the user name
     * @param password the new password
     * @throws IllegalArgumentException if there is no such account
     */
    public void setPassword(String name, String password) {
        site.accounts.change(name, user -> user.withPassword(password));
    }

    /**
     * Changes the API key that clients have to send, with {@link Dialect#AUTHGATE} only.
     *
     * @param apiKey the key; {@code null} for a site where none has been set up, which refuses every login
     */
    public void setApiKey(@Nullable String apiKey) {
        site.setApiKey(apiKey);
    }

    /**
     * Sets how long the tokens live that are issued from now on.
     *
     * @param lifetime in whole seconds, at least one
     * @throws IllegalArgumentException if it is shorter
     */
    public void setTokenLifetime(Duration lifetime) {
        site.tokens.setLifetime(atLeastOneSecond(lifetime));
    }

    /** Takes back every token that this site has issued, as an administrator does who ends all sessions. */
    public void revokeTokens() {
        site.tokens.revokeAll();
    }

    /** Treats every token that this site has issued as if its time were over. */
    public void expireTokens() {
        site.tokens.expireAll();
    }

    /**
     * Makes the site slow.
     *
     * @param latency how long every answer takes; zero for none
     */
    public void setLatency(Duration latency) {
        faults.setLatency(Objects.requireNonNull(latency, "latency"));
    }

    /**
     * Puts the site out of reach, or back: every connection is closed without an answer.
     *
     * @param down whether it is out of reach
     */
    public void setDown(boolean down) {
        faults.setDown(down);
    }

    /**
     * Refuses logins for now, with status 429.
     *
     * @param retryAfter what {@code Retry-After} says; {@code null} to let users try again
     */
    public void setThrottled(@Nullable Duration retryAfter) {
        faults.setRetryAfter(retryAfter);
    }

    /** Holds every answer back until {@link #releaseAnswers}. */
    public void holdAnswers() {
        faults.hold();
    }

    /**
     * Holds the answers of one route back until {@link #releaseAnswers}.
     *
     * @param route such as {@code /jwt-auth/v1/token/validate}
     */
    public void holdAnswers(String route) {
        faults.hold(Objects.requireNonNull(route, "route"));
    }

    /** Gives every answer that is being held back. */
    public void releaseAnswers() {
        faults.release();
    }

    /** Closes the site: connections end, the port is free again. */
    @Override
    public void close() {
        faults.close();
        server.stop(0);
        executor.shutdownNow();
    }

    /** Shows the address only. */
    @Override
    public String toString() {
        return "FakeWordPress[" + address() + "]";
    }

    private static Duration atLeastOneSecond(Duration lifetime) {
        if (lifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("A token lives for one second at least.");
        }
        return lifetime;
    }

    /** Describes a site piece by piece. Not thread-safe. */
    public static final class Builder {

        private final List<FakeUser> users = new ArrayList<>();
        private final List<String> posts = new ArrayList<>();
        private Dialect dialect = Dialect.AUTHGATE;
        private String siteName = "Fake WordPress";
        private String secret = UUID.randomUUID().toString();
        private @Nullable String apiKey = "fake-api-key";
        private Duration tokenLifetime = Duration.ofHours(1);
        private Clock clock = Clock.systemUTC();
        private int port;

        private Builder() {}

        /**
         * Sets the plugin for logging in; {@link Dialect#AUTHGATE} unless set.
         *
         * @param dialect the plugin
         * @return this builder
         */
        public Builder dialect(Dialect dialect) {
            this.dialect = Objects.requireNonNull(dialect, "dialect");
            return this;
        }

        /**
         * Sets what the site calls itself.
         *
         * @param siteName plain text; the site escapes it, as WordPress does
         * @return this builder
         */
        public Builder siteName(String siteName) {
            this.siteName = Objects.requireNonNull(siteName, "siteName");
            return this;
        }

        /**
         * Adds an account; there is none unless added.
         *
         * @param user the account
         * @return this builder
         */
        public Builder user(FakeUser user) {
            users.add(Objects.requireNonNull(user, "user"));
            return this;
        }

        /**
         * Adds a post, newer than those before.
         *
         * @param title plain text; the site escapes it, as WordPress does
         * @return this builder
         */
        public Builder post(String title) {
            posts.add(Objects.requireNonNull(title, "title"));
            return this;
        }

        /**
         * Sets the API key; see {@link FakeWordPress#setApiKey}.
         *
         * @param apiKey the key; {@code null} for a site where none has been set up
         * @return this builder
         */
        public Builder apiKey(@Nullable String apiKey) {
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Sets the port; any free one unless set.
         *
         * @param port 1 to 65535; 0 for any
         * @return this builder
         */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /**
         * Sets what tokens are signed with; something nobody knows unless set. A site that is started again at the same
         * port with the same secret and users accepts the tokens from before.
         *
         * @param secret any text
         * @return this builder
         */
        public Builder secret(String secret) {
            this.secret = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /**
         * Sets how long tokens live; one hour unless set.
         *
         * @param lifetime in whole seconds, at least one
         * @return this builder
         * @throws IllegalArgumentException if it is shorter
         */
        public Builder tokenLifetime(Duration lifetime) {
            this.tokenLifetime = atLeastOneSecond(lifetime);
            return this;
        }

        /**
         * Sets the site's clock, by which its tokens begin and end; the {@code Date} of its answers stays the machine's.
         *
         * @param clock such as a {@link ManualClock}
         * @return this builder
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Starts the site.
         *
         * @return the site, which answers already
         * @throws UncheckedIOException if the port is taken
         */
        public FakeWordPress start() {
            try {
                return new FakeWordPress(this);
            } catch (IOException e) {
                throw new UncheckedIOException("No server can be started at port " + port + ".", e);
            }
        }
    }
}
