package io.github.authgate.wordpress;

import java.net.URI;

/**
 * How the REST routes of a site are addressed: below {@code /wp-json}, or, where that path does not lead to WordPress,
 * through {@code ?rest_route=}, which works with every permalink setting.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://developer.wordpress.org/rest-api/key-concepts/">REST API handbook, key concepts</a>
 */
final class RestRoot {

    private final SiteAddress site;
    private final boolean pretty;

    private RestRoot(SiteAddress site, boolean pretty) {
        this.site = site;
        this.pretty = pretty;
    }

    static RestRoot pretty(SiteAddress site) {
        return new RestRoot(site, true);
    }

    static RestRoot query(SiteAddress site) {
        return new RestRoot(site, false);
    }

    /** Returns the address of a route such as {@code /jwt-auth/v1/token}. */
    URI route(String route) {
        return pretty ? site.resolve("/wp-json" + route) : site.resolve("/?rest_route=" + route);
    }

    /** Returns the address of a route with an encoded query such as {@code _fields=id,name}. */
    URI route(String route, String query) {
        return URI.create(route(route) + (pretty ? "?" : "&") + query);
    }
}
