package io.github.authgate.wordpress;

import java.util.Locale;
import java.util.Optional;

/**
 * What a {@link SiteDoctor} can find, and the words for it. The names in lower case are the codes; where an
 * {@link io.github.authgate.AuthException} tells of the same cause, it has the same code.
 */
enum Cause {
    ADDRESS_INVALID(
            "The address of the site is not written correctly in this program.",
            "Correct the address in the configuration of the program."),
    HOST_UNKNOWN(
            "There is no server at the address of the site.",
            "The name does not resolve on this machine: check the spelling, the network connection and the DNS entry."),

    PROXY_SETTINGS_BROKEN(
            "The proxy settings of this computer or program do not work.",
            "The ProxySelector of the program or of Java fails for this address: check the proxy settings."),
    PROXY_UNREACHABLE(
            "The proxy of your network cannot be reached.",
            "Java is told to use the proxy below, and nothing answers there: check its name and port, or take it out."),
    PROXY_AUTHENTICATION_REQUIRED(
            "The proxy of your network asks for a password of its own, which this program does not have.",
            "Let the proxy pass the site without a password; AuthGate never gives one away."),
    PROXY_REFUSED(
            "The proxy of your network does not let this program through to the site.",
            "The proxy answered CONNECT with a refusal: allow the host and port of the site there."),

    CONNECTION_REFUSED(
            "The server does not accept connections.",
            "Nothing listens on this port, or a firewall refuses it: check that the web server runs, and the port."),
    CONNECTION_LOST(
            "The connection to the server broke.",
            "The server or something on the way closed the connection without an answer: look into the server's error log."),
    TIMEOUT(
            "The server takes too long to answer.",
            "No answer within the time limit: a firewall that drops packets, or a server that is overloaded."),

    TLS_CERTIFICATE_EXPIRED(
            "The certificate of the site has expired, so nothing was sent to it.",
            "Renew the certificate of the web server, and check the date of this computer."),
    TLS_CERTIFICATE_NOT_YET_VALID(
            "The certificate of the site is not valid yet; the date of this computer may be wrong.",
            "Set the clock of this computer; if it is right, the certificate begins in the future."),
    TLS_CERTIFICATE_OTHER_HOST(
            "The certificate of the server was made for another address, so nothing was sent to it.",
            "Use a name that the certificate is made for, or have the name of the site added to it; in a public network,"
                    + " log in to the network first."),
    TLS_ISSUER_UNKNOWN(
            "This computer does not know who made the certificate of the site, so nothing was sent to it.",
            "Have the web server send its intermediate certificates; for a company's own authority, give the program an"
                    + " SSLContext that trusts it (docs/embedding.md); if you know of neither, somebody may be listening."),
    TLS_NOT_SPOKEN(
            "The server at this address does not speak https.",
            "The port serves plain http, or no web pages at all: set https up, or correct the port in the address."),
    TLS_FAILED(
            "No secure connection to the server came about, so nothing was sent to it.",
            "Server and Java found no common version of TLS: allow TLS 1.2 and 1.3 on the web server."),
    SERVER_NOT_TRUSTED(
            "The server could not prove that it is the right one, so nothing was sent to it.",
            "The TLS handshake failed: run the doctor on the user's computer to see why."),
    HTTPS_EXPECTED(
            "The address of the site has to begin with https://.",
            "The web server expects https on this port: write https:// instead of http:// in the configuration."),
    MALFORMED_ANSWER(
            "The server does not answer in the way a web server does.",
            "The answer is not HTTP: another service listens on this port, or something on the way garbles answers."),

    SITE_MOVED(
            "The site redirects to another address.",
            "If the address below is the right one, put it into the configuration of the program: AuthGate follows no"
                    + " redirect, because the password would go along."),
    WORDPRESS_NOT_INSTALLED(
            "The WordPress at this address has not been set up yet.",
            "The site redirects to WordPress's own installation page: finish the installation."),
    CAPTIVE_PORTAL(
            "Your network wants you to log in to it first; open a web page in a browser, then try again.",
            "Something on the way answers in the place of the site and sends every request to the address below."),
    BASIC_AUTH_IN_FRONT(
            "The site asks for another password before its own, which this program cannot give.",
            "The web server protects the site with HTTP authentication, which needs the Authorization header for itself:"
                    + " take it off for /wp-json/, or restrict by address instead."),
    TOO_MANY_ATTEMPTS(
            "The site wants this computer to wait before it tries again.",
            "A rate limit answered with status 429: wait, or raise the limit of the web server, firewall or plugin."),
    MAINTENANCE(
            "The site is in maintenance; please try again later.",
            "WordPress is in maintenance mode: wait for the update to end, or remove a .maintenance file left behind."),
    SERVER_UNAVAILABLE(
            "The site is not available at the moment; please try again later.",
            "The web server answers 502, 503 or 504: PHP does not run, is overloaded, or a rate limit is in force."),
    SERVER_ERROR(
            "The site has an error; please tell its administrator.",
            "WordPress or PHP failed (status 500): look into the PHP error log; a broken plugin or the database are the"
                    + " usual causes."),
    WEB_SERVER_REFUSED(
            "The web server of the site refuses the request; please tell its administrator.",
            "The web server, not WordPress, refused a short request as malformed or too large: look into its error log."),

    NOT_WORDPRESS(
            "There is no WordPress site at this address.",
            "Neither /wp-json/ nor /?rest_route=/ is answered by WordPress: check the address, folder included."),
    SITE_ELSEWHERE(
            "The WordPress site is at another address.",
            "There is no WordPress in this folder, but there is one at the address below: correct the configuration."),
    REST_BLOCKED(
            "The site blocks the interface that this program logs in through.",
            "A plugin, a firewall or the web server closes WordPress's REST interface to visitors: allow the routes"
                    + " jwt-auth/v1, authgate/v1 and wp/v2/users/me."),
    ANSWER_FROM_CACHE(
            "A copy from a cache answers in the place of the site.",
            "Exclude /wp-json/ and ?rest_route= from the page cache or CDN: a login must be answered by WordPress itself."),
    ANSWER_COMPRESSED(
            "The site's answer was changed on its way.",
            "Something compresses answers that nobody asked to be compressed: switch that off for /wp-json/."),
    ANSWER_WRAPPED(
            "The site's answer was changed on its way; please tell its administrator.",
            "A plugin wraps the answers of the REST interface in an object of its own: exclude jwt-auth/v1 and authgate/v1"
                    + " from that."),
    OUTPUT_BEFORE_JSON(
            "The site has an error that spoils its answers; please tell its administrator.",
            "A plugin or theme prints warnings or blanks before the JSON: set display_errors to Off, then mend the plugin"
                    + " that the PHP error log names."),
    UNEXPECTED_ANSWER(
            "The site does not answer as expected.",
            "The answer fits no cause that the doctor knows; the details say what it looked like."),

    LOGIN_PLUGIN_MISSING(
            "The site has no plugin for logging in active.",
            "Install and activate the plugin AuthGate, which issues tokens by itself."),
    AUTHGATE_MISSING(
            false,
            "Logging in works; the site cannot tell this program from any other.",
            "Only the JWT plugin is there: without the plugin AuthGate no API key is checked, tokens cannot be revoked and"
                    + " passwords can be guessed without limit."),
    OTHER_DIALECT(
            false,
            "Logging in works.",
            "The tokens are issued by the plugin \"JWT Auth\" by Useful Team, which AuthGate understands; the plugin"
                    + " AuthGate would add keys, limits and revocation."),
    PREDECESSOR_PLUGIN(
            false,
            "Logging in works.",
            "The plugin of the Streamlit integration is still active: it protects nothing; see docs/migration.md."),
    PERMALINKS(
            false,
            "Logging in works.",
            "/wp-json/ does not lead to WordPress (plain permalinks, a missing rewrite rule or another prefix), so"
                    + " ?rest_route= is used; to change that, save Settings > Permalinks once."),
    REST_PATH_BLOCKED(
            false,
            "Logging in works.",
            "The web server refuses /wp-json/ but lets ?rest_route= through, which is used instead: if the block was meant,"
                    + " it does not hold."),
    PLUGIN_CONFLICT(
            false,
            "Logging in works.",
            "The plugin \"JWT Auth\" by Useful Team wants the same routes as AuthGate: deactivate one of the two."),
    HTTPS_NOT_SEEN(
            false,
            "Logging in works.",
            "WordPress does not notice that it is reached over https, behind a proxy that ends TLS: have the proxy say so"
                    + " and set $_SERVER['HTTPS'] in wp-config.php, or sessions end when that changes."),
    SITE_ADDRESS_DIFFERS(
            false,
            "Logging in works.",
            "The program uses another address than the site itself, below: use the site's own, so that sessions and links"
                    + " fit together."),
    CLOCK_OFF(
            false,
            "The clock of this computer differs from the site's.",
            "AuthGate copes with it, but certificates may not: set the clock of whichever is wrong."),

    API_KEY_NOT_SET(
            "The site asks for an API key, and this program has none set.",
            "Create a key under Settings > AuthGate and put it into the configuration of the program."),
    API_KEY_INVALID(
            "The site does not accept the API key of this program.",
            "The key was mistyped, has been revoked or belongs to another site: create one under Settings > AuthGate."),
    API_KEY_NOT_CONFIGURED(
            "The site has no API keys set up yet.",
            "The plugin AuthGate stays shut until there is a key: create one under Settings > AuthGate."),
    LOGIN_PLUGIN_UNCONFIGURED(
            "The plugin for logging in has not been set up on the site.",
            "Put define( 'JWT_AUTH_SECRET_KEY', '...' ) with 32 random characters or more into wp-config.php, and do not"
                    + " change the algorithm from HS256."),
    ATTEMPTS_NOT_COUNTED(
            "The site cannot let anybody log in at the moment.",
            "AuthGate cannot count attempts in the site's database, and lets nobody in without: it needs MySQL or MariaDB,"
                    + " and the right to write to its own tables; SQLite is not enough."),
    AUTHORIZATION_STRIPPED(
            "The web server of the site removes the proof of your login.",
            "The Authorization header does not reach WordPress: add the lines below to the configuration of the web"
                    + " server."),
    AUTHORIZATION_ALTERED(
            "Something on the way changes the proof of your login.",
            "A proxy or the web server rewrites the Authorization header: it has to arrive as \"Bearer\", a blank and the"
                    + " token."),
    TOKEN_CHECK_MISSING(
            "The site accepts a session that nobody has opened, so this program does not trust it.",
            "The validation said yes to a made-up token: something answers in the place of the login plugin; keep everybody"
                    + " out until you know what."),
    INTERNAL_ERROR(
            "This program could not finish the examination.",
            "An unexpected error in the program or in Java stopped the examination: run it again with the newest version.");

    private final boolean obstacle;
    private final String forUser;
    private final String forAdministrator;

    Cause(String forUser, String forAdministrator) {
        this(true, forUser, forAdministrator);
    }

    Cause(boolean obstacle, String forUser, String forAdministrator) {
        this.obstacle = obstacle;
        this.forUser = forUser;
        this.forAdministrator = forAdministrator;
    }

    /** Returns the cause with a code of an {@link io.github.authgate.AuthException}; empty if no probe can meet it. */
    static Optional<Cause> of(String code) {
        for (Cause cause : values()) {
            if (cause.code().equals(code)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isObstacle() {
        return obstacle;
    }

    String forUser() {
        return forUser;
    }

    String forAdministrator() {
        return forAdministrator;
    }
}
