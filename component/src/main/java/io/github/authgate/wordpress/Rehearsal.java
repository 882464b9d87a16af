package io.github.authgate.wordpress;

import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A login with made-up credentials that never leaves the memory: made-up answers take the place of the server's. It goes
 * through everything that a real login goes through but the network, so that the JVM has loaded it when the real one
 * comes. Whatever comes out is thrown away: no session of it is ever seen outside.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Rehearsal {

    private static final String TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
            + "eyJpYXQiOjEsIm5iZiI6MSwiZXhwIjoyLCJkYXRhIjp7InVzZXIiOnsiaWQiOiIxIn19fQ.AA";
    private static final String INDEX = "{\"name\":\"A &amp; B\",\"namespaces\":[\"jwt-auth/v1\",\"authgate/v1\"]}";
    private static final String ISSUED = "{\"token\":\"" + TOKEN + "\",\"user_nicename\":\"a\","
            + "\"user_email\":\"a@example.org\",\"user_display_name\":\"A &amp; B\"}";
    private static final String VALIDATED = "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"user\":"
            + "{\"id\":1,\"name\":\"a\",\"display_name\":\"A\",\"email\":\"a@example.org\","
            + "\"roles\":[\"editor\"],\"capabilities\":{\"edit_posts\":true}}}}";
    private static final HttpHeaders HEADERS = HttpHeaders.of(
            Map.of(
                    "Content-Type", List.of("application/json; charset=UTF-8"),
                    "Date", List.of("Thu, 01 Jan 1970 00:00:01 GMT")),
            (name, value) -> true);

    private final WordPressConfig config;
    private final JwtAuthErrors errors;
    private final UserReader users;
    private final Clock clock;
    private final Delay delay;

    Rehearsal(WordPressConfig config, JwtAuthErrors errors, UserReader users, Clock clock, Delay delay) {
        this.config = config;
        this.errors = errors;
        this.users = users;
        this.clock = clock;
        this.delay = delay;
    }

    /** Rehearses once, on the calling thread: when this returns the work is done, and the future is done or about to be. */
    CompletableFuture<AuthSession> login() {
        JwtAuthApi api = new JwtAuthApi(config, Rehearsal::answer);
        SessionCheck check = new SessionCheck(api, errors, users, clock, delay);
        TokenLogin login = new TokenLogin(api, check, errors, abandoned -> {});
        Site site = Site.of(
                config.address(),
                RestRoot.pretty(config.address()),
                read(INDEX).json().orElseThrow());
        return Attempt.start(Runnable::run, delay, config.attemptTimeout(), attempt -> session(attempt, login, site));
    }

    private static CompletableFuture<HttpAnswer> answer(HttpRequest request) {
        boolean isLogin = request.uri().getRawPath().endsWith("/token");
        return CompletableFuture.completedFuture(read(isLogin ? ISSUED : VALIDATED));
    }

    private static HttpAnswer read(String json) {
        return HttpAnswer.of(200, HEADERS, BoundedBody.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static CompletableFuture<AuthSession> session(Attempt<?> attempt, TokenLogin login, Site site) {
        try (Credentials nobody = new Credentials("a b", new char[] {'c', ' ', '\u00e9'}, false);
                FormBody form = FormBody.of(nobody)) {
            return login.session(attempt, site, form);
        }
    }
}
