package io.github.authgate.recipes;

import io.github.authgate.FileTokenStore;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** What a tool does with its session. */
public final class Requests {

    private Requests() {}

    public static WordPressAuthService remembering(WordPressConfig config) {
        return WordPressAuthService.builder(config)
                .tokenStore(new FileTokenStore(Path.of(System.getProperty("user.home"), ".orders", "session")))
                .build();
    }

    public static CompletableFuture<String> drafts(AuthModel model, WordPressAuthService auth, URI site) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + "/wp-json/wp/v2/posts?status=draft"))
                .build();
        return model.call(session -> auth.send(session, request, BodyHandlers.ofString()))
                .thenApply(HttpResponse::body);
    }
}
