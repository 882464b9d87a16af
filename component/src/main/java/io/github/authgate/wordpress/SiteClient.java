package io.github.authgate.wordpress;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Everything that speaks HTTP and JSON with one site. Made when it is first needed and not on the event dispatch thread:
 * just to verify these classes the JVM loads parts of the HTTP client and of Jackson, which nobody should wait for to see
 * a form.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SiteClient {

    final HttpExchanges http;
    final JwtAuthErrors errors;
    final SiteProbe probe;
    final SiteIcons icons;
    final JwtAuthApi api;
    final SessionCheck check;
    final TokenLogin login;
    final HostRequests hostRequests;
    final Rehearsal rehearsal;

    /**
     * @param abandoned told of a token that was issued and whose session nobody gets to see
     */
    SiteClient(WordPressConfig config, Executor executor, Surroundings surroundings, Consumer<String> abandoned) {
        Clock clock = surroundings.clock();
        Delay delay = surroundings.delay();
        UserReader users = new UserReader(config.site());
        http = new HttpExchanges(executor, config.connectTimeout(), surroundings);
        errors = new JwtAuthErrors(clock, config.hasApiKey());
        probe = new SiteProbe(config.address(), http, errors);
        icons = new SiteIcons(http);
        api = new JwtAuthApi(config, http::send);
        check = new SessionCheck(api, errors, users, clock, delay);
        login = new TokenLogin(api, check, errors, abandoned);
        hostRequests = new HostRequests(config, http, executor);
        rehearsal = new Rehearsal(config, errors, users, clock, delay);
    }
}
