package io.github.authgate.wordpress;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Fetches the icon of a site: from the site's own server only, without key or token, following no redirect, and a small
 * PNG or JPEG only. Whoever wants to show it has still to check what is in it.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SiteIcons {

    /** Nobody waits longer for a picture: the name of the site comes with it. */
    static final Duration LIMIT = Duration.ofSeconds(6);

    private final HttpExchanges http;

    SiteIcons(HttpExchanges http) {
        this.http = http;
    }

    /**
     * Fetches an icon.
     *
     * @return a future of the file; empty if what came is none. Ends exceptionally if nothing came.
     */
    CompletableFuture<Optional<byte[]>> fetch(Attempt<?> attempt, URI icon) {
        HttpRequest request = HttpRequest.newBuilder(icon)
                .header("Accept", "image/png, image/jpeg")
                .GET()
                .build();
        return attempt.step(() -> http.start(request, BoundedBody.handler())).thenApply(SiteIcons::image);
    }

    private static Optional<byte[]> image(HttpResponse<BoundedBody> response) {
        String type = response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";", 2)[0]
                .strip();
        boolean isImage = type.equalsIgnoreCase("image/png") || type.equalsIgnoreCase("image/jpeg");
        boolean isThere = response.statusCode() == 200 && response.body().isComplete();
        return isImage && isThere ? Optional.of(response.body().bytes()) : Optional.empty();
    }
}
