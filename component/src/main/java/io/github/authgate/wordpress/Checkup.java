package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One examination of a site: the steps of a login in their order, without a login, until one cannot be taken.
 *
 * <p>Thread-safe, for the steps come one after the other; methods do not block.
 */
final class Checkup {

    private static final Duration TOLERATED_CLOCK_DIFFERENCE = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 4_000;

    private final SiteAddress site;
    private final HttpExchanges http;
    private final @Nullable ProxySelector proxySelector;
    private final Clock clock;
    private final Executor executor;
    private final Probes probes;
    private final Symptoms symptoms;

    private final List<String> passed = new ArrayList<>();
    private final List<SiteFinding> findings = new ArrayList<>();
    private boolean throughProxy;

    Checkup(
            SiteAddress site,
            @Nullable String apiKey,
            HttpExchanges http,
            @Nullable ProxySelector proxySelector,
            Clock clock,
            Executor executor) {
        this.site = site;
        this.http = http;
        this.proxySelector = proxySelector;
        this.clock = clock;
        this.executor = executor;
        this.probes = new Probes(apiKey);
        this.symptoms = new Symptoms(site, new JwtAuthErrors(clock, apiKey != null));
        pass("address: " + site);
    }

    /** Examines; the future never fails but by the errand's own end. */
    CompletableFuture<SiteReport> run(Attempt<?> attempt) {
        return proxy().thenCompose(proxy -> throughProxy ? CompletableFuture.completedFuture(null) : resolve(attempt))
                .thenCompose(resolved -> index(attempt))
                .thenCompose(found -> plugins(attempt, found))
                .handle((done, failure) -> {
                    if (failure != null) {
                        found(Obstacle.of(failure));
                    }
                    return report();
                });
    }

    /** Returns what is known so far. */
    synchronized SiteReport report() {
        return new SiteReport(site.toString(), passed, findings);
    }

    synchronized void found(SiteFinding finding) {
        findings.add(finding);
    }

    private void note(Cause cause, String... details) {
        found(new SiteFinding(cause, List.of(details)));
    }

    private synchronized void pass(String step) {
        passed.add(step);
    }

    private CompletableFuture<Void> proxy() {
        List<Proxy> proxies;
        try {
            proxies = proxySelector == null ? List.of() : proxySelector.select(site.uri());
        } catch (RuntimeException e) {
            return Obstacle.stop(Cause.PROXY_SETTINGS_BROKEN);
        }
        if (proxies == null) {
            return Obstacle.stop(Cause.PROXY_SETTINGS_BROKEN);
        }
        // the JDK's client uses the first one, and speaks to HTTP proxies only
        Optional<InetSocketAddress> first = proxies.stream()
                .limit(1)
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .findFirst();
        throughProxy = first.isPresent();
        pass("proxy: "
                + first.map(at -> ReportText.clean(at.getHostString()) + ":" + at.getPort())
                        .orElse("none"));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> resolve(Attempt<?> attempt) {
        String host = site.uri().getHost();
        CompletableFuture<InetAddress[]> lookup = attempt.step(() -> {
            CompletableFuture<InetAddress[]> result = new CompletableFuture<>();
            executor.execute(() -> {
                try {
                    result.complete(InetAddress.getAllByName(host));
                } catch (UnknownHostException e) {
                    result.completeExceptionally(e);
                }
            });
            return result;
        });
        return Obstacle.ifFailed(lookup, failure -> new SiteFinding(BrokenConnections.cause(failure, false), List.of()))
                .thenAccept(addresses -> pass("name: "
                        + Arrays.stream(addresses)
                                .map(InetAddress::getHostAddress)
                                .collect(Collectors.joining(", "))));
    }

    private CompletableFuture<Site> index(Attempt<?> attempt) {
        RestRoot pretty = RestRoot.pretty(site);
        return reply(attempt, Probes.index(pretty)).thenCompose(first -> {
            pass(
                    site.uri().getScheme().equals("https")
                            ? "connection: https, certificate trusted"
                            : "connection: http");
            checkClock(first.answer());
            Optional<Site> found = Probes.site(site, pretty, first.answer());
            if (found.isPresent()) {
                return CompletableFuture.completedFuture(found.get());
            }
            return Probes.isWordPressRefusal(first.answer()) || isFinal(first.answer())
                    ? Obstacle.stop(symptoms.ofIndex(first))
                    : indexByQuery(attempt, first);
        });
    }

    /** Tells whether a proxy, a rate limit or a network answered, which would say the same to any address. */
    private static boolean isFinal(HttpAnswer answer) {
        return answer.status() == 407 || answer.status() == 429 || answer.status() == 511;
    }

    private CompletableFuture<Site> indexByQuery(Attempt<?> attempt, Reply first) {
        RestRoot query = RestRoot.query(site);
        return reply(attempt, Probes.index(query)).thenCompose(second -> {
            Optional<Site> found = Probes.site(site, query, second.answer());
            if (found.isPresent()) {
                int status = first.answer().status();
                note(status == 401 || status == 403 || status == 406 ? Cause.REST_PATH_BLOCKED : Cause.PERMALINKS);
                return CompletableFuture.completedFuture(found.get());
            }
            SiteFinding finding = symptoms.ofIndex(Probes.isWordPressRefusal(second.answer()) ? second : first);
            boolean mayBeElsewhere = finding.code().equals(Cause.NOT_WORDPRESS.code())
                    && !site.uri().getRawPath().isEmpty();
            return mayBeElsewhere ? elsewhere(attempt, finding) : Obstacle.stop(finding);
        });
    }

    /** Looks for a WordPress above the folder in which there is none. */
    private CompletableFuture<Site> elsewhere(Attempt<?> attempt, SiteFinding otherwise) {
        SiteAddress above = SiteAddress.of(site.uri().resolve("/"), true);
        return reply(attempt, Probes.index(RestRoot.query(above)))
                .thenCompose(reply -> Probes.site(above, RestRoot.query(above), reply.answer())
                                .isPresent()
                        ? Obstacle.stop(new SiteFinding(Cause.SITE_ELSEWHERE, List.of("Address: " + above)))
                        : Obstacle.stop(otherwise));
    }

    private void checkClock(HttpAnswer answer) {
        Instant now = clock.instant();
        answer.date().map(date -> Duration.between(date, now)).ifPresent(difference -> {
            if (difference.abs().compareTo(TOLERATED_CLOCK_DIFFERENCE) > 0) {
                String ahead = difference.isNegative() ? " seconds behind the site's" : " seconds ahead of the site's";
                note(
                        Cause.CLOCK_OFF,
                        "This computer's clock is " + difference.abs().toSeconds() + ahead);
            }
        });
    }

    private CompletableFuture<Void> plugins(Attempt<?> attempt, Site found) {
        pass("WordPress: " + ReportText.clean(found.info().name()));
        if (found.hasPredecessor()) {
            note(Cause.PREDECESSOR_PLUGIN);
        }
        if (!found.issuesTokens()) {
            return Obstacle.stop(Cause.LOGIN_PLUGIN_MISSING);
        }
        return reply(attempt, probes.validation(found.root())).thenCompose(reply -> {
            if (reply.answer().json().filter(Checkup::isOtherDialect).isPresent()) {
                note(Cause.OTHER_DIALECT);
            } else if (!found.hasAuthGate()) {
                note(Cause.AUTHGATE_MISSING);
            }
            Optional<SiteFinding> refused = symptoms.ofValidation(reply);
            if (refused.isPresent()) {
                return Obstacle.stop(refused.get());
            }
            pass("login plugin: " + (found.hasAuthGate() ? "AuthGate, API key accepted" : "answers"));
            pass("Authorization header: arrives");
            return found.hasAuthGate() ? status(attempt, found) : CompletableFuture.completedFuture(null);
        });
    }

    /** Asks for what only the site itself knows. A plugin that does not say is none the worse for it. */
    private CompletableFuture<Void> status(Attempt<?> attempt, Site found) {
        return attempt.step(() -> http.look(probes.status(found.root()))).handle((response, failure) -> {
            if (failure == null) {
                Acceptance.success(HttpAnswer.of(response)).map(SiteStatus::new).ifPresent(status -> {
                    if (!status.versions().isEmpty()) {
                        pass("versions: " + status.versions());
                    }
                    status.findings(site).forEach(this::found);
                });
            }
            return null;
        });
    }

    private static boolean isOtherDialect(ObjectNode body) {
        return body.path("success").isBoolean() && body.has("statusCode");
    }

    private CompletableFuture<Reply> reply(Attempt<?> attempt, HttpRequest request) {
        return Obstacle.ifFailed(
                attempt.step(() -> http.look(request)).thenApply(Reply::of), failure -> broken(failure, request.uri()));
    }

    private SiteFinding broken(Throwable failure, URI asked) {
        Cause cause = BrokenConnections.cause(failure, throughProxy);
        boolean isAboutCertificate = cause.code().startsWith("tls_certificate") || cause == Cause.TLS_ISSUER_UNKNOWN;
        return new SiteFinding(
                cause, isAboutCertificate && !throughProxy ? CertificateLook.at(asked, LOOK_MILLIS) : List.of());
    }
}
