package io.github.authgate.wordpress;

import static java.util.Map.entry;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a refusal means: status, code and headers in, {@link AuthException} out.
 *
 * <p>The plugin answers 403 to nearly everything, so the code decides and the status only where there is none. What the
 * server says in words is never looked at but for {@link #isNotYetValid}, and never passed on.
 *
 * <p>Thread-safe; methods do not block.
 */
final class JwtAuthErrors {

    /** The JWT plugin puts this before codes that are not its own. */
    private static final String FOREIGN = "[jwt_auth] ";

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

    private static final Meaning WRONG_CREDENTIALS = new Meaning(Reason.INVALID_CREDENTIALS, "invalid_credentials");
    private static final Meaning WAIT = new Meaning(Reason.TOO_MANY_ATTEMPTS, "too_many_attempts");
    private static final Meaning REFUSED = new Meaning(Reason.ACCOUNT_REFUSED, "account_refused");
    private static final Meaning SECOND_FACTOR = new Meaning(Reason.ACCOUNT_REFUSED, "second_factor");
    private static final Meaning ENDED = new Meaning(Reason.SESSION_EXPIRED, "session_expired");
    private static final Meaning BLOCKED = new Meaning(Reason.SERVER_FAULT, "rest_blocked");
    private static final Meaning UNCONFIGURED = new Meaning(Reason.SERVER_FAULT, "login_plugin_unconfigured");
    private static final Meaning BROKEN = new Meaning(Reason.SERVER_FAULT, "server_error");
    private static final Meaning UNAVAILABLE = new Meaning(Reason.SERVER_FAULT, "server_unavailable");
    private static final Meaning UNEXPECTED = new Meaning(Reason.SERVER_FAULT, "unexpected_answer");
    private static final Meaning NOT_WORDPRESS = new Meaning(Reason.SERVER_FAULT, "not_wordpress");

    /** What WordPress and its login plugins say about a user's credentials, with or without {@link #FOREIGN}. */
    private static final Map<String, Meaning> CREDENTIALS = Map.ofEntries(
            entry("incorrect_password", WRONG_CREDENTIALS),
            entry("invalid_username", WRONG_CREDENTIALS),
            entry("invalid_email", WRONG_CREDENTIALS),
            entry("empty_username", WRONG_CREDENTIALS),
            entry("empty_password", WRONG_CREDENTIALS),
            entry("jwt_auth_missing_credentials", WRONG_CREDENTIALS),
            entry("authentication_failed", WRONG_CREDENTIALS),
            entry("too_many_retries", WAIT), // Limit Login Attempts and its successors
            entry("ip_blocked", WAIT), // Loginizer
            entry("wfls_twofactor_required", SECOND_FACTOR), // Wordfence Login Security
            entry("wfls_twofactor_failed", SECOND_FACTOR),
            entry("invalid_application_credentials", SECOND_FACTOR)); // Two-Factor

    /** Codes that mean the same whatever was asked. */
    private static final Map<String, Meaning> ALWAYS = Map.ofEntries(
            entry("authgate_invalid_credentials", WRONG_CREDENTIALS),
            entry("authgate_account_refused", REFUSED),
            entry("authgate_role_refused", new Meaning(Reason.ACCOUNT_REFUSED, "role_refused")),
            entry("authgate_second_factor_required", SECOND_FACTOR),
            entry("authgate_too_many_attempts", WAIT),
            entry("authgate_api_key_not_configured", new Meaning(Reason.CLIENT_REFUSED, "api_key_not_configured")),
            entry("jwt_auth_bad_config", UNCONFIGURED),
            entry("jwt_auth_unsupported_algorithm", UNCONFIGURED),
            entry("jwt_auth_no_auth_header", new Meaning(Reason.SERVER_FAULT, "authorization_stripped")),
            entry("rest_no_route", new Meaning(Reason.SERVER_FAULT, "login_plugin_missing")),
            entry("rest_not_logged_in", BLOCKED),
            entry("rest_cannot_access", BLOCKED),
            entry("rest_forbidden", BLOCKED),
            entry("internal_server_error", BROKEN));

    /** Codes with which a server takes a token back. Nothing else ends a session. */
    private static final Map<String, Meaning> TOKEN = Map.ofEntries(
            entry("jwt_auth_invalid_token", ENDED),
            entry("jwt_auth_bad_iss", new Meaning(Reason.SESSION_EXPIRED, "site_address_changed")),
            entry("jwt_auth_bad_request", ENDED),
            entry("jwt_auth_user_not_found", ENDED), // these two: "JWT Auth" by Useful Team
            entry("jwt_auth_obsolete_token", ENDED),
            entry("authgate_token_expired", ENDED),
            entry("authgate_token_invalid", ENDED),
            entry("authgate_session_revoked", new Meaning(Reason.SESSION_EXPIRED, "session_revoked")));

    private final Clock clock;
    private final boolean hasApiKey;

    JwtAuthErrors(Clock clock, boolean hasApiKey) {
        this.clock = clock;
        this.hasApiKey = hasApiKey;
    }

    /** Says why the site could not be recognised as WordPress. */
    AuthException ofProbe(HttpAnswer answer) {
        return exception(answer, code(answer).flatMap(this::generalMeaning));
    }

    /** Says why a login was refused. */
    AuthException ofLogin(HttpAnswer answer) {
        return exception(answer, code(answer).flatMap(this::loginMeaning));
    }

    /** Says why a token was not accepted. */
    AuthException ofValidation(HttpAnswer answer) {
        return exception(answer, code(answer).flatMap(code -> {
            Meaning taken = TOKEN.get(code);
            return taken == null ? generalMeaning(code) : Optional.of(taken);
        }));
    }

    /** Tells whether a code is one with which a server takes a token back. */
    static boolean endsSession(String code) {
        return TOKEN.containsKey(code);
    }

    /**
     * Tells whether a token was refused because it is younger than the server's clock: two servers behind one address
     * whose clocks differ by a second. The plugin has no code for it, only this English sentence.
     */
    static boolean isNotYetValid(HttpAnswer answer) {
        return answer.code().filter("jwt_auth_invalid_token"::equals).isPresent()
                && answer.json()
                        .map(body -> body.path("message").asText())
                        .filter(message -> message.startsWith("Cannot handle token prior to"))
                        .isPresent();
    }

    private static Optional<String> code(HttpAnswer answer) {
        // an error code under status 200 is no error that we know
        return answer.status() == 200 ? Optional.empty() : answer.code();
    }

    private Optional<Meaning> loginMeaning(String code) {
        boolean foreign = code.startsWith(FOREIGN);
        Meaning known = CREDENTIALS.get(foreign ? code.substring(FOREIGN.length()) : code);
        if (known != null) {
            return Optional.of(known);
        }
        return foreign ? Optional.of(REFUSED) : generalMeaning(code);
    }

    private Optional<Meaning> generalMeaning(String code) {
        if (code.equals("authgate_api_key_invalid") || code.equals("authgate_api_key_missing")) {
            return Optional.of(new Meaning(Reason.CLIENT_REFUSED, hasApiKey ? "api_key_invalid" : "api_key_not_set"));
        }
        return Optional.ofNullable(ALWAYS.get(code));
    }

    private AuthException exception(HttpAnswer answer, Optional<Meaning> byCode) {
        Meaning meaning = byCode.orElseGet(() -> byStatus(answer));
        AuthException failure = new AuthException(meaning.reason, meaning.code, null);
        Optional<Duration> wait = RetryAfter.of(answer, () -> Instant.now(clock));
        if (meaning.reason == Reason.TOO_MANY_ATTEMPTS) {
            return failure.withRetryAfter(wait.orElse(DEFAULT_WAIT));
        }
        Optional<URI> target = isRedirect(answer.status()) ? location(answer) : Optional.empty();
        AuthException withTarget = target.map(failure::withLocation).orElse(failure);
        return wait.map(withTarget::withRetryAfter).orElse(withTarget);
    }

    private static Meaning byStatus(HttpAnswer answer) {
        int status = answer.status();
        if (isRedirect(status)) {
            boolean isInstaller = location(answer)
                    .map(URI::getPath)
                    .filter(path -> path.endsWith("/wp-admin/install.php"))
                    .isPresent();
            return new Meaning(Reason.SERVER_FAULT, isInstaller ? "wordpress_not_installed" : "site_moved");
        }
        boolean json = answer.claimsJson();
        switch (status) {
            case 200:
                return json ? UNEXPECTED : NOT_WORDPRESS;
            case 401:
                return answer.header("WWW-Authenticate").isPresent()
                        ? new Meaning(Reason.SERVER_FAULT, "basic_auth_in_front")
                        : UNEXPECTED;
            case 403:
            case 406:
                return json ? UNEXPECTED : BLOCKED;
            case 404:
                return json ? UNEXPECTED : NOT_WORDPRESS;
            case 407:
                return new Meaning(Reason.SERVER_UNREACHABLE, "proxy_authentication_required");
            case 429:
                return WAIT;
            case 502:
            case 503:
            case 504:
                return UNAVAILABLE;
            case 511:
                return new Meaning(Reason.SERVER_FAULT, "captive_portal");
            default:
                return status >= 500 ? BROKEN : UNEXPECTED;
        }
    }

    private static boolean isRedirect(int status) {
        return status >= 301 && status <= 303 || status == 307 || status == 308;
    }

    /** Returns where a redirect leads, if that is a web address without a password in it. */
    private static Optional<URI> location(HttpAnswer answer) {
        return answer.location()
                .filter(target -> target.getHost() != null && target.getRawUserInfo() == null)
                .filter(target -> "https".equals(target.getScheme()) || "http".equals(target.getScheme()));
    }

    private static final class Meaning {

        private final Reason reason;
        private final String code;

        private Meaning(Reason reason, String code) {
            this.reason = reason;
            this.code = code;
        }
    }
}
