package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Finds out, without sending any secret, whether there is a WordPress at the address and how its routes are reached.
 *
 * <p>Both the pretty and the query form are asked before the site is given up, because plain permalinks, a missing
 * rewrite rule or a blocked path close the first and leave the second open. The password goes only to a place that has
 * answered like a WordPress that issues tokens.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SiteProbe {

    private final SiteAddress address;
    private final HttpExchanges http;
    private final JwtAuthErrors errors;

    SiteProbe(SiteAddress address, HttpExchanges http, JwtAuthErrors errors) {
        this.address = address;
        this.http = http;
        this.errors = errors;
    }

    /**
     * Asks the site.
     *
     * @return a future of the site; ends with {@link AuthException} if there is no WordPress, it hides its REST
     *     interface, or no plugin there issues tokens
     */
    CompletableFuture<Site> probe(Attempt<?> attempt) {
        RestRoot pretty = RestRoot.pretty(address);
        return index(attempt, pretty).thenCompose(first -> {
            Optional<Site> site = Probes.site(address, pretty, first);
            if (site.isPresent() || Probes.isWordPressRefusal(first)) {
                return settle(site, first);
            }
            RestRoot query = RestRoot.query(address);
            // the first answer tells more about what stands in the way: a redirect, a password prompt, another server
            return index(attempt, query)
                    .thenCompose(second -> settle(
                            Probes.site(address, query, second), Probes.isWordPressRefusal(second) ? second : first));
        });
    }

    private CompletableFuture<HttpAnswer> index(Attempt<?> attempt, RestRoot root) {
        HttpRequest request = Probes.index(root);
        return attempt.step(() -> http.send(request));
    }

    private CompletableFuture<Site> settle(Optional<Site> site, HttpAnswer answer) {
        if (site.isEmpty()) {
            return CompletableFuture.failedFuture(errors.ofProbe(answer));
        }
        return site.get().issuesTokens()
                ? CompletableFuture.completedFuture(site.get())
                : CompletableFuture.failedFuture(new AuthException(Reason.SERVER_FAULT, "login_plugin_missing", null));
    }
}
