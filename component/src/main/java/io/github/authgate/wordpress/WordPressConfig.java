package io.github.authgate.wordpress;

import io.github.authgate.AuthSession;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which WordPress site to log in to, and how long to wait for it.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WordPressConfig config = WordPressConfig.builder(URI.create("https://example.org"))
 *         .apiKey(System.getenv("AUTHGATE_API_KEY"))
 *         .build();
 * }</pre>
 */
public final class WordPressConfig {

    private static final String PREFIX = "authgate.";
    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);
    private static final Pattern API_KEY = Pattern.compile("[\\x21-\\x7e]{1,512}");
    private static final Set<String> PROPERTIES =
            Set.of("site", "api-key", "connect-timeout-seconds", "attempt-timeout-seconds", "allow-plain-http");

    private final SiteAddress site;
    private final @Nullable String apiKey;
    private final Duration connectTimeout;
    private final Duration attemptTimeout;

    private WordPressConfig(Builder builder) {
        this.site = SiteAddress.of(builder.site, builder.allowPlainHttp);
        this.apiKey = builder.apiKey;
        this.connectTimeout = builder.connectTimeout;
        this.attemptTimeout = builder.attemptTimeout;
    }

    /**
     * Starts a configuration.
     *
     * @param site the address of the site, as {@code https://example.org} or {@code https://example.org/blog}. The
     *     address of its dashboard or its REST interface will do: {@code /wp-admin} and {@code /wp-json} are cut off.
     * @return a builder
     */
    public static Builder builder(URI site) {
        return new Builder(site);
    }

    /**
     * Reads a configuration from properties.
     *
     * <table>
     * <caption>The properties</caption>
     * <tr><th>Name</th><th>Value</th></tr>
     * <tr><td>{@code authgate.site}</td><td>the address of the site, required</td></tr>
     * <tr><td>{@code authgate.api-key}</td><td>see {@link Builder#apiKey}</td></tr>
     * <tr><td>{@code authgate.connect-timeout-seconds}</td><td>see {@link Builder#connectTimeout}</td></tr>
     * <tr><td>{@code authgate.attempt-timeout-seconds}</td><td>see {@link Builder#attemptTimeout}</td></tr>
     * <tr><td>{@code authgate.allow-plain-http}</td><td>{@code true} or {@code false}</td></tr>
     * </table>
     *
     * @param properties may hold other properties as well; only those with the prefix {@code authgate.} are read
     * @return the configuration
     * @throws IllegalArgumentException if one is missing, unknown or no good, with a sentence that names it
     */
    public static WordPressConfig from(Properties properties) {
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            if (name.startsWith(PREFIX) && !PROPERTIES.contains(name.substring(PREFIX.length()))) {
                throw new IllegalArgumentException("There is no property " + name + "; the names are " + PREFIX
                        + String.join(", " + PREFIX, new TreeSet<>(PROPERTIES)) + ".");
            }
        }
        String site = properties.getProperty(PREFIX + "site", "").strip();
        if (site.isEmpty()) {
            throw new IllegalArgumentException("The property authgate.site is missing: the address of the site.");
        }
        Builder builder = builder(parse(site)).apiKey(properties.getProperty(PREFIX + "api-key"));
        seconds(properties, "connect-timeout-seconds").ifPresent(builder::connectTimeout);
        seconds(properties, "attempt-timeout-seconds").ifPresent(builder::attemptTimeout);
        String plain =
                properties.getProperty(PREFIX + "allow-plain-http", "false").strip();
        if (!plain.equals("true") && !plain.equals("false")) {
            throw new IllegalArgumentException("The property authgate.allow-plain-http has to be true or false.");
        }
        return builder.allowPlainHttp(plain.equals("true")).build();
    }

    private static URI parse(String site) {
        try {
            return URI.create(site);
        } catch (IllegalArgumentException e) {
            // without the cause: it quotes the whole text, a password in it included
            throw new IllegalArgumentException(
                    "The property authgate.site is not an address such as https://example.org.");
        }
    }

    private static Optional<Duration> seconds(Properties properties, String name) {
        String value = properties.getProperty(PREFIX + name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.ofSeconds(Integer.parseInt(value.strip()));
            return Optional.of(checkedLimit(duration, "The property " + PREFIX + name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The property " + PREFIX + name + " has to be a whole number of seconds.", e);
        }
    }

    /**
     * Returns the address of the site, without a slash at its end.
     *
     * @return the address
     */
    public URI site() {
        return site.uri();
    }

    /** Tells whether a session is of this site, or of none in particular. */
    boolean isSiteOf(AuthSession session) {
        return session.user().site().map(site()::equals).orElse(true);
    }

    /**
     * Tells whether an API key is sent.
     *
     * @return whether {@link Builder#apiKey} was given one; the key itself is not handed out
     */
    public boolean hasApiKey() {
        return apiKey != null;
    }

    /**
     * Returns how long to wait for a connection.
     *
     * @return the limit, TLS handshake included
     */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /**
     * Returns how long a login, or a question about a session, may take as a whole.
     *
     * @return the limit over all requests and their answers
     */
    public Duration attemptTimeout() {
        return attemptTimeout;
    }

    SiteAddress address() {
        return site;
    }

    Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    private static Duration checkedLimit(Duration limit, String name) {
        if (limit.isZero() || limit.isNegative() || limit.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException(name + " has to be longer than nothing, and a day at most.");
        }
        return limit;
    }

    /** Returns a key as it is to be sent; {@code null} if there is none. */
    static @Nullable String checkedApiKey(@Nullable String given) {
        String key = given == null ? "" : given.strip();
        if (!key.isEmpty() && !API_KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "The API key has blanks, line breaks or non-ASCII characters in it; copy it again as it was shown.");
        }
        return key.isEmpty() ? null : key;
    }

    /** Never shows the API key. */
    @Override
    public String toString() {
        return "WordPressConfig[" + site + ", API key " + (apiKey == null ? "not set" : "****") + "]";
    }

    /** Collects what is known about the site. Not thread-safe. */
    public static final class Builder {

        private final URI site;
        private @Nullable String apiKey;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration attemptTimeout = Duration.ofSeconds(30);
        private boolean allowPlainHttp;

        private Builder(URI site) {
            this.site = Objects.requireNonNull(site, "site");
        }

        /**
         * Sets the key that identifies this program to the site, sent as {@code X-API-KEY}.
         *
         * <p>It is no secret once it has been shipped: it lets the administrator switch one build of one program off,
         * and it never takes the place of a user's password.
         *
         * @param apiKey the key as the settings page showed it, blanks around it are cut off; {@code null} or blank to
         *     send none, as a site without the plugin {@code authgate} allows
         * @return this builder
         * @throws IllegalArgumentException if it has blanks or other characters that no key has
         */
        @SuppressWarnings("exports") // readers of the annotation are optional
        public Builder apiKey(@Nullable String apiKey) {
            this.apiKey = checkedApiKey(apiKey);
            return this;
        }

        /**
         * Sets how long to wait for a connection, TLS handshake included; 10 seconds unless set.
         *
         * @param connectTimeout the limit
         * @return this builder
         * @throws IllegalArgumentException if it is zero, negative or longer than a day
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = checkedLimit(connectTimeout, "connectTimeout");
            return this;
        }

        /**
         * Sets how long a login, or a question about a session, may take as a whole; 30 seconds unless set. A single
         * request with its answer gets half of that at most.
         *
         * @param attemptTimeout the limit over all requests and their answers
         * @return this builder
         * @throws IllegalArgumentException if it is zero, negative or longer than a day
         */
        public Builder attemptTimeout(Duration attemptTimeout) {
            this.attemptTimeout = checkedLimit(attemptTimeout, "attemptTimeout");
            return this;
        }

        /**
         * Allows an {@code http://} address of a host other than this machine. Anybody between here and there can then
         * read passwords and tokens.
         *
         * @param allowPlainHttp whether to allow it; {@code false} unless set
         * @return this builder
         */
        public Builder allowPlainHttp(boolean allowPlainHttp) {
            this.allowPlainHttp = allowPlainHttp;
            return this;
        }

        /**
         * Creates the configuration.
         *
         * @return the configuration
         * @throws IllegalArgumentException if the address is no good, with a sentence that says what to write instead
         */
        public WordPressConfig build() {
            return new WordPressConfig(this);
        }
    }
}
