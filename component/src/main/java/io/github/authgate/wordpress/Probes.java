package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that examine a site, none of which carries a password or a token that anybody was given.
 *
 * <p>Immutable and thread-safe.
 */
final class Probes {

    static final String INDEX_QUERY = "_fields=name,url,namespaces,site_icon_url";

    /**
     * A token that nobody has issued. Its refusal tells whether the header has arrived, whether there is a secret to check
     * it with, and whether the API key before it was right.
     */
    static final String MADE_UP_TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJkb2N0b3IiOnRydWV9."
            + "bWFkZS11cC1ieS1hdXRoZ2F0ZS1kb2N0b3ItMDAwMDAwMDAw";

    private final @Nullable String apiKey;

    Probes(@Nullable String apiKey) {
        this.apiKey = apiKey;
    }

    /** Asks for the index, without the key: it is open to everybody or to nobody. */
    static HttpRequest index(RestRoot root) {
        return request(HttpRequest.newBuilder(root.route("/", INDEX_QUERY)))
                .GET()
                .build();
    }

    /** Has the made-up token validated. */
    HttpRequest validation(RestRoot root) {
        return withKey(request(HttpRequest.newBuilder(root.route("/jwt-auth/v1/token/validate"))))
                .header("Authorization", "Bearer " + MADE_UP_TOKEN)
                .POST(BodyPublishers.noBody())
                .build();
    }

    /** Asks the plugin AuthGate how its site is doing. Without a token, for a made-up one would be refused. */
    HttpRequest status(RestRoot root) {
        return withKey(request(HttpRequest.newBuilder(root.route("/authgate/v1/status"))))
                .GET()
                .build();
    }

    private HttpRequest.Builder withKey(HttpRequest.Builder request) {
        return apiKey == null ? request : request.header("X-API-KEY", apiKey);
    }

    private static HttpRequest.Builder request(HttpRequest.Builder request) {
        return request.header("Accept", "application/json").header("Cache-Control", "no-store");
    }

    /** Recognises the index of a WordPress. */
    static Optional<Site> site(SiteAddress address, RestRoot root, HttpAnswer answer) {
        return Acceptance.success(answer).filter(Probes::isIndex).map(index -> Site.of(address, root, index));
    }

    private static boolean isIndex(ObjectNode body) {
        return body.path("namespaces").isArray() && !body.path("namespaces").isEmpty();
    }

    /** Tells whether WordPress itself refused, so that asking again in another form cannot help. */
    static boolean isWordPressRefusal(HttpAnswer answer) {
        return answer.status() != 200 && answer.code().isPresent();
    }
}
