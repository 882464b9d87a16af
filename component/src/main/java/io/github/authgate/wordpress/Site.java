package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.authgate.SiteInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A WordPress site that answered: how to address its routes, what it calls itself, what it can do.
 *
 * <p>Immutable and thread-safe.
 */
final class Site {

    private static final int LONGEST_NAME = 200;

    private final RestRoot root;
    private final SiteInfo info;
    private final Set<String> namespaces;
    private final Optional<URI> icon;

    private Site(RestRoot root, SiteInfo info, Set<String> namespaces, Optional<URI> icon) {
        this.root = root;
        this.info = info;
        this.namespaces = namespaces;
        this.icon = icon;
    }

    /** Reads the index of the REST interface. */
    static Site of(SiteAddress address, RestRoot root, ObjectNode index) {
        Set<String> namespaces = new HashSet<>();
        index.path("namespaces").forEach(namespace -> namespaces.add(namespace.asText()));
        JsonNode name = index.path("name");
        String decoded =
                name.isTextual() ? HtmlEntities.decode(name.textValue()).strip() : "";
        SiteInfo info = SiteInfo.of(
                        decoded.codePointCount(0, decoded.length()) <= LONGEST_NAME
                                ? decoded
                                : decoded.substring(0, decoded.offsetByCodePoints(0, LONGEST_NAME)),
                        address.uri())
                .withLostPasswordUri(address.resolve("/wp-login.php?action=lostpassword"));
        return new Site(root, info, Set.copyOf(namespaces), icon(address, index.path("site_icon_url")));
    }

    private static Optional<URI> icon(SiteAddress address, JsonNode url) {
        try {
            return Optional.of(new URI(url.asText(""))).filter(address::hasOriginOf);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns where the site's icon is; empty if it has none, or has it on another server. */
    Optional<URI> icon() {
        return icon;
    }

    RestRoot root() {
        return root;
    }

    SiteInfo info() {
        return info;
    }

    /** Tells whether any plugin issues tokens here; without one nobody can log in. */
    boolean issuesTokens() {
        return namespaces.contains("jwt-auth/v1");
    }

    /** Tells whether the plugin of the Streamlit integration runs here, which guards nothing. */
    boolean hasPredecessor() {
        return namespaces.contains("myplugin/v1");
    }

    /** Tells whether the plugin {@code authgate} runs here, which revokes tokens and says more about their users. */
    boolean hasAuthGate() {
        return namespaces.contains("authgate/v1");
    }
}
