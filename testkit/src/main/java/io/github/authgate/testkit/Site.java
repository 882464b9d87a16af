package io.github.authgate.testkit;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the routes of a site share.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Site {

    final Dialect dialect;
    final Accounts accounts;
    final Tokens tokens;
    final Posts posts;
    private final String name;
    private volatile URI address = URI.create("http://127.0.0.1");
    private volatile @Nullable String apiKey;

    Site(Dialect dialect, String name, Accounts accounts, Tokens tokens, Posts posts) {
        this.dialect = dialect;
        this.name = name;
        this.accounts = accounts;
        this.tokens = tokens;
        this.posts = posts;
    }

    String name() {
        return name;
    }

    URI address() {
        return address;
    }

    void setAddress(URI address) {
        this.address = address;
    }

    Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    void setApiKey(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    /** Escapes a text as WordPress does with names in its answers. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#039;");
    }
}
