package io.github.authgate.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The requests that the tool itself makes: with the session's token, and once more after a new login if the server refused
 * it.
 *
 * <p>Thread-safe; methods do not block.
 */
final class PostsClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthModel model;
    private final WordPressAuthService service;
    private final URI site;

    PostsClient(AuthModel model, WordPressAuthService service, URI site) {
        this.model = model;
        this.service = service;
        this.site = site;
    }

    /** Returns a future of the newest posts; ends with {@link Refused} if the site answers with anything else. */
    CompletableFuture<List<Post>> newest() {
        HttpRequest request =
                request("/wp/v2/posts&per_page=10&_fields=id,date,title").build();
        return model.call(session -> service.send(session, request, BodyHandlers.ofString()))
                .thenApply(response -> posts(require(response)));
    }

    /** Returns a future of a post under its new title; ends with {@link Refused} if the account may not do that. */
    CompletableFuture<Post> rename(long id, String title) {
        HttpRequest request = request("/wp/v2/posts/" + id)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        JSON.createObjectNode().put("title", title).toString()))
                .build();
        return model.call(session -> service.send(session, request, BodyHandlers.ofString()))
                .thenApply(response -> post(require(response)));
    }

    /** Addresses a route in the form that works with every permalink setting. */
    private HttpRequest.Builder request(String routeAndQuery) {
        return HttpRequest.newBuilder(URI.create(site + "/?rest_route=" + routeAndQuery))
                .header("Accept", "application/json");
    }

    private static JsonNode require(HttpResponse<String> response) {
        try {
            if (response.statusCode() == 200) {
                return JSON.readTree(response.body());
            }
        } catch (IOException e) {
            throw new CompletionException(new Refused("The site's answer cannot be read."));
        }
        throw new CompletionException(new Refused(
                response.statusCode() == 401 || response.statusCode() == 403
                        ? "Your account may not do this on the site."
                        : "The site answered with status " + response.statusCode() + "."));
    }

    private static List<Post> posts(JsonNode array) {
        List<Post> posts = new ArrayList<>();
        array.forEach(json -> posts.add(post(json)));
        return posts;
    }

    private static Post post(JsonNode json) {
        String date = json.path("date").asText().replaceAll("T.*", "");
        return new Post(
                json.path("id").asLong(),
                RemoteText.plain(date),
                RemoteText.plain(json.path("title").path("rendered").asText()));
    }

    /** An answer that the tool can do nothing with; its message is for the screen and holds nothing from the server. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
