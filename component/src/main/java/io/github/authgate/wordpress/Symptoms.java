package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says which cause an answer points to that is not what a working site would give. It asks {@link JwtAuthErrors} first, so
 * that the doctor and a failed login never tell different stories, and looks closer where those have no more to say.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Symptoms {

    /** The web server itself says these of a request that it does not understand or thinks too large. */
    private static final Set<Integer> REQUEST_REFUSED = Set.of(400, 413, 414, 431);

    private static final Set<Integer> TEMPORARY_REDIRECT = Set.of(302, 303, 307);

    private final SiteAddress site;
    private final JwtAuthErrors errors;

    Symptoms(SiteAddress site, JwtAuthErrors errors) {
        this.site = site;
        this.errors = errors;
    }

    /** Explains the answer to a request for the index. */
    SiteFinding ofIndex(Reply reply) {
        if (errors.ofValidation(reply.answer()).reason() == AuthException.Reason.SESSION_EXPIRED) {
            return altered(); // a token was refused, and none was sent
        }
        return explain(reply, errors.ofProbe(reply.answer()));
    }

    private static SiteFinding altered() {
        return new SiteFinding(Cause.AUTHORIZATION_ALTERED, ServerLines.FOR_AUTHORIZATION);
    }

    /** Explains the refusal of a made-up token, unless it is the refusal that it deserves. */
    Optional<SiteFinding> ofValidation(Reply reply) {
        HttpAnswer answer = reply.answer();
        if (Acceptance.isValidated(answer)) {
            return Optional.of(new SiteFinding(Cause.TOKEN_CHECK_MISSING, List.of()));
        }
        AuthException failure = errors.ofValidation(answer);
        if (failure.reason() == AuthException.Reason.SESSION_EXPIRED) {
            return Optional.empty();
        }
        if (answer.code().filter("jwt_auth_bad_auth_header"::equals).isPresent()) {
            return Optional.of(altered());
        }
        return Optional.of(explain(reply, failure));
    }

    private SiteFinding explain(Reply reply, AuthException failure) {
        Cause said = Cause.of(failure.code()).orElse(Cause.UNEXPECTED_ANSWER);
        Cause cause = closer(said, reply, failure);
        return new SiteFinding(cause, details(cause, reply.answer(), failure));
    }

    private Cause closer(Cause said, Reply reply, AuthException failure) {
        HttpAnswer answer = reply.answer();
        switch (said) {
            case SITE_MOVED:
                return isForEverybody(answer, failure) ? Cause.CAPTIVE_PORTAL : said;
            case SERVER_UNAVAILABLE:
                return isMaintenance(answer) ? Cause.MAINTENANCE : said;
            case NOT_WORDPRESS:
                return spoilt(reply).orElse(namesRestRoot(answer) ? Cause.REST_BLOCKED : said);
            case UNEXPECTED_ANSWER:
                return spoilt(reply).orElseGet(() -> refused(reply).orElse(said));
            default:
                return said;
        }
    }

    /** WordPress names its REST interface in a header of every page. */
    private static boolean namesRestRoot(HttpAnswer answer) {
        return answer.header("Link").filter(link -> link.contains("api.w.org")).isPresent();
    }

    /** WordPress in maintenance is the only one that answers 503 with a time to wait, as JSON or as a page. */
    private static boolean isMaintenance(HttpAnswer answer) {
        return answer.status() == 503
                && (answer.code().filter("wp_die"::equals).isPresent()
                        || answer.header("Retry-After").isPresent());
    }

    /** A site that has moved takes the path along; whoever sends everybody to one page, for now, is in the way. */
    private boolean isForEverybody(HttpAnswer answer, AuthException failure) {
        if (!TEMPORARY_REDIRECT.contains(answer.status())) {
            return false;
        }
        return failure.location()
                .filter(target -> !target.getHost().equalsIgnoreCase(site.uri().getHost()))
                .map(target -> target.getRawPath() + "?" + target.getRawQuery())
                .filter(target -> !target.contains("wp-json") && !target.contains("rest_route"))
                .isPresent();
    }

    private static Optional<Cause> spoilt(Reply reply) {
        HttpAnswer answer = reply.answer();
        if (answer.header("Content-Encoding").isPresent()) {
            return Optional.of(Cause.ANSWER_COMPRESSED);
        }
        if (answer.json().isPresent()) {
            return changed(answer);
        }
        return reply.hasOutputBeforeJson() ? Optional.of(Cause.OUTPUT_BEFORE_JSON) : Optional.empty();
    }

    private static Optional<Cause> changed(HttpAnswer answer) {
        if (answer.isFromCache()) {
            return Optional.of(Cause.ANSWER_FROM_CACHE);
        }
        return answer.json()
                .filter(body -> answer.status() == 200)
                .filter(body ->
                        body.path("data").isObject() || body.path("body").isObject())
                .map(body -> Cause.ANSWER_WRAPPED);
    }

    private static Optional<Cause> refused(Reply reply) {
        HttpAnswer answer = reply.answer();
        if (answer.claimsJson() || !REQUEST_REFUSED.contains(answer.status())) {
            return Optional.empty();
        }
        // the words of nginx and of Apache: there is no other sign
        boolean wantsHttps = reply.says("sent to HTTPS port") || reply.says("SSL-enabled server port");
        return Optional.of(wantsHttps ? Cause.HTTPS_EXPECTED : Cause.WEB_SERVER_REFUSED);
    }

    private static List<String> details(Cause cause, HttpAnswer answer, AuthException failure) {
        List<String> details = new ArrayList<>();
        failure.location().map(Symptoms::withoutRoute).ifPresent(target -> details.add("Address: " + target));
        failure.retryAfter()
                .filter(wait -> cause == Cause.TOO_MANY_ATTEMPTS || cause == Cause.MAINTENANCE)
                .ifPresent(wait -> details.add("Wait: " + wait.toSeconds() + " seconds"));
        if (cause == Cause.AUTHORIZATION_STRIPPED) {
            details.addAll(ServerLines.FOR_AUTHORIZATION);
        } else {
            details.add("Answer: status " + answer.status()
                    + answer.header("Content-Type")
                            .map(type -> ", " + type)
                            .map(ReportText::clean)
                            .orElse("")
                    + answer.code()
                            .map(code -> ", code " + ReportText.clean(code))
                            .orElse(""));
        }
        return details;
    }

    /** Returns where the site would be, if the redirect kept the path that was asked for. */
    private static String withoutRoute(URI target) {
        String address = ReportText.clean(target);
        int route = address.toLowerCase(Locale.ROOT).indexOf("/wp-json");
        return route > 0 ? address.substring(0, route) : address;
    }
}
