package io.github.authgate.wordpress;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a WordPress site, checked and freed of what people paste along with it.
 *
 * <p>Immutable and thread-safe.
 */
final class SiteAddress {

    /** The pages of WordPress itself that people copy from the address bar; what stands before is the site. */
    private static final Pattern PASTED_PAGE =
            Pattern.compile("^(.*?)(?:/index\\.php)?/(?:wp-admin|wp-json|wp-login\\.php)(?:/.*)?$");

    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(?:\\.\\d{1,3}){3}");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]", "[0:0:0:0:0:0:0:1]");

    private final URI uri;

    private SiteAddress(URI uri) {
        this.uri = uri;
    }

    /**
     * Checks an address as a person would type or paste it.
     *
     * @throws IllegalArgumentException with a sentence that says what to write instead. It quotes no part of the address
     *     that could hold a password.
     */
    static SiteAddress of(URI given, boolean allowPlainHttp) {
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || given.isOpaque()) {
            throw refused("has to begin with https://, as in https://example.org");
        }
        if (given.getRawAuthority() != null && given.getRawAuthority().indexOf('@') >= 0) {
            throw refused("must not contain a user name or password");
        }
        String host = given.getHost();
        if (host == null || host.isEmpty()) {
            throw refused("has no host name in ASCII letters; write an international name in its xn-- form");
        }
        host = host.toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !allowPlainHttp && !isLoopback(host)) {
            throw refused("has to begin with https://, because over http:// anybody on the way can read the password");
        }
        String path = sitePath(given);
        return new SiteAddress(URI.create(scheme + "://" + host + port(scheme, given.getPort()) + path));
    }

    private static String sitePath(URI given) {
        String path = given.normalize().getRawPath();
        if (path == null) {
            path = "";
        }
        Matcher pasted = PASTED_PAGE.matcher(path);
        if (pasted.matches()) {
            path = pasted.group(1);
        } else if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw refused("must not contain a question mark or a number sign; write it as https://example.org/blog");
        }
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.startsWith("/..") || path.startsWith("//") || isAmbiguous(path)) {
            throw refused("has a path that leads out of the site");
        }
        return path;
    }

    /** Tells whether a path has percent-encoded dots, slashes or backslashes: servers disagree about where it leads. */
    private static boolean isAmbiguous(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%2e") || lower.contains("%2f") || lower.contains("%5c");
    }

    private static String port(String scheme, int port) {
        boolean isDefault = port == -1 || scheme.equals("https") && port == 443 || scheme.equals("http") && port == 80;
        if (!isDefault && (port < 1 || port > 65535)) {
            throw refused("has a port outside 1 to 65535");
        }
        return isDefault ? "" : ":" + port;
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK_NAMES.contains(host) || LOOPBACK_V4.matcher(host).matches();
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("The site's address " + why + ".");
    }

    /** Returns the address without a slash at its end: scheme, host and port in their shortest lower-case form. */
    URI uri() {
        return uri;
    }

    /** Returns the address of something on the site. */
    URI resolve(String pathAndQuery) {
        return URI.create(uri + pathAndQuery);
    }

    /**
     * Tells whether a request to the address stays on this site: same scheme, host and port, and below its path.
     *
     * <p>Percent-encoded dots and slashes in the path count as leaving, because servers disagree about them.
     */
    boolean contains(URI other) {
        if (other.getScheme() == null || other.getHost() == null || other.getRawUserInfo() != null) {
            return false;
        }
        String scheme = other.getScheme().toLowerCase(Locale.ROOT);
        String host = other.getHost().toLowerCase(Locale.ROOT);
        String path = other.getRawPath() == null ? "" : other.getRawPath();
        if (isAmbiguous(path)) {
            return false;
        }
        int otherPort = other.getPort() == -1 ? defaultPort(scheme) : other.getPort();
        int ownPort = uri.getPort() == -1 ? defaultPort(uri.getScheme()) : uri.getPort();
        String normalPath = other.normalize().getRawPath();
        return scheme.equals(uri.getScheme())
                && host.equals(uri.getHost())
                && otherPort == ownPort
                && (normalPath.equals(uri.getRawPath()) || normalPath.startsWith(uri.getRawPath() + "/"));
    }

    /** Tells whether something is on the same server as this site: same scheme, host and port, whatever its path. */
    boolean hasOriginOf(URI other) {
        if (other.getScheme() == null || other.getHost() == null || other.getRawUserInfo() != null) {
            return false;
        }
        return other.getScheme().equalsIgnoreCase(uri.getScheme())
                && other.getHost().equalsIgnoreCase(uri.getHost())
                && portOf(other) == portOf(uri);
    }

    private static int portOf(URI uri) {
        return uri.getPort() == -1 ? defaultPort(uri.getScheme().toLowerCase(Locale.ROOT)) : uri.getPort();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
