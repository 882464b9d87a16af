package io.github.authgate.wordpress;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The requests that a session is made of, each with exactly the headers it needs.
 *
 * <p>A login never carries {@code Authorization}: a stale token there makes the right password fail. The scheme is spelt
 * {@code Bearer}, because the JWT plugin compares it letter by letter.
 *
 * <p>Thread-safe; methods do not block.
 */
final class JwtAuthApi {

    private static final String ME_QUERY = "context=edit&_fields=id,name,slug,email,roles,capabilities";

    private final WordPressConfig config;
    private final Function<HttpRequest, CompletableFuture<HttpAnswer>> http;

    /**
     * @param http sends a request and reads the answer
     */
    JwtAuthApi(WordPressConfig config, Function<HttpRequest, CompletableFuture<HttpAnswer>> http) {
        this.config = config;
        this.http = http;
    }

    /** Exchanges credentials for a token: {@code POST jwt-auth/v1/token}. */
    CompletableFuture<HttpAnswer> token(Attempt<?> attempt, Site site, FormBody credentials) {
        HttpRequest request = request(site.root().route("/jwt-auth/v1/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(credentials)
                .build();
        return attempt.step(() -> http.apply(request));
    }

    /** Has the server validate a token: {@code POST jwt-auth/v1/token/validate}. */
    CompletableFuture<HttpAnswer> validate(Attempt<?> attempt, Site site, String token) {
        HttpRequest request = bearer(site.root().route("/jwt-auth/v1/token/validate"), token)
                .POST(BodyPublishers.noBody())
                .build();
        return attempt.step(() -> http.apply(request));
    }

    /** Asks who the user of a token is: {@code GET wp/v2/users/me}. */
    CompletableFuture<HttpAnswer> me(Attempt<?> attempt, Site site, String token) {
        HttpRequest request = bearer(site.root().route("/wp/v2/users/me", ME_QUERY), token)
                .GET()
                .build();
        return attempt.step(() -> http.apply(request));
    }

    /** Revokes a token: {@code POST authgate/v1/logout}. */
    CompletableFuture<HttpAnswer> logout(Attempt<?> attempt, Site site, String token) {
        HttpRequest request = bearer(site.root().route("/authgate/v1/logout"), token)
                .POST(BodyPublishers.noBody())
                .build();
        return attempt.step(() -> http.apply(request));
    }

    private HttpRequest.Builder bearer(URI uri, String token) {
        return request(uri).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).header("Accept", "application/json").header("Cache-Control", "no-store");
        config.apiKey().ifPresent(key -> builder.header("X-API-KEY", key));
        return builder;
    }
}
