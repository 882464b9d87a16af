package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a token into a session: the server has to validate it, and to say whose it is.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SessionCheck {

    /** Two servers behind one address may differ by a second; a token younger than that deserves one more question. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMillis(1_500);

    private final JwtAuthApi api;
    private final JwtAuthErrors errors;
    private final UserReader users;
    private final Clock clock;
    private final Delay delay;

    SessionCheck(JwtAuthApi api, JwtAuthErrors errors, UserReader users, Clock clock, Delay delay) {
        this.api = api;
        this.errors = errors;
        this.users = users;
        this.clock = clock;
        this.delay = delay;
    }

    /**
     * Checks a token that this very login has been given.
     *
     * @param login the answer that issued it
     * @return a future of the session; a refusal is a fault of the server, never an expired session
     */
    CompletableFuture<AuthSession> issued(Attempt<?> attempt, Site site, String token, ObjectNode login) {
        return api.validate(attempt, site, token)
                .thenCompose(answer -> JwtAuthErrors.isNotYetValid(answer)
                        ? attempt.step(() -> delay.of(CLOCK_DIFFERENCE))
                                .thenCompose(waited -> api.validate(attempt, site, token))
                        : CompletableFuture.completedFuture(answer))
                .thenCompose(answer -> users.agree(login, answer)
                        ? session(attempt, site, token, answer, id -> users.ofLogin(login, id))
                        : CompletableFuture.failedFuture(fault("user_mismatch")))
                .exceptionally(SessionCheck::neverExpired);
    }

    /**
     * Checks a token that may have lived a long time.
     *
     * @return a future of the session; ends with {@link Reason#SESSION_EXPIRED} if the server takes the token back
     */
    CompletableFuture<AuthSession> existing(Attempt<?> attempt, Site site, String token) {
        return api.validate(attempt, site, token)
                .thenCompose(answer -> session(attempt, site, token, answer, users::ofId));
    }

    private AuthException refusal(HttpAnswer answer) {
        return JwtAuthErrors.isNotYetValid(answer) ? fault("clock_differs") : errors.ofValidation(answer);
    }

    private CompletableFuture<AuthSession> session(
            Attempt<?> attempt, Site site, String token, HttpAnswer validation, Function<String, AuthUser> otherwise) {
        if (!Acceptance.isValidated(validation)) {
            return CompletableFuture.failedFuture(refusal(validation));
        }
        JwtClaims claims = JwtClaims.of(token);
        AccessToken accessToken = AccessToken.of(token, expiry(claims, validation));
        Optional<AuthUser> said = users.ofValidation(validation);
        CompletableFuture<AuthUser> user = said.isPresent()
                ? CompletableFuture.completedFuture(said.get())
                : ask(attempt, site, token, claims, otherwise);
        return user.thenApply(known -> AuthSession.of(known, accessToken))
                .thenApply(session -> sameId(session, claims));
    }

    /** Asks for the user; without an answer the login holds, but nobody may rely on roles. */
    private CompletableFuture<AuthUser> ask(
            Attempt<?> attempt, Site site, String token, JwtClaims claims, Function<String, AuthUser> otherwise) {
        CompletableFuture<Optional<HttpAnswer>> me =
                api.me(attempt, site, token).handle((answer, failure) -> Optional.ofNullable(answer));
        return me.thenApply(answer -> {
            if (answer.filter(SessionCheck::saysUserIsGone).isPresent()) {
                throw new CompletionException(new AuthException(Reason.SESSION_EXPIRED, "user_gone", null));
            }
            return answer.flatMap(users::ofMe)
                    .or(() -> claims.userId().map(otherwise))
                    .orElseThrow(() -> new CompletionException(fault("user_unknown")));
        });
    }

    /** After a yes to the token, "not logged in" can only mean that its user does not exist any more. */
    private static boolean saysUserIsGone(HttpAnswer me) {
        return me.status() == 401
                && me.code().filter("rest_not_logged_in"::equals).isPresent();
    }

    private static AuthSession sameId(AuthSession session, JwtClaims claims) {
        if (claims.userId().filter(id -> !id.equals(session.user().id())).isPresent()) {
            throw new CompletionException(fault("user_mismatch"));
        }
        return session;
    }

    private static AuthException fault(String code) {
        return new AuthException(Reason.SERVER_FAULT, code, null);
    }

    private static AuthSession neverExpired(Throwable failure) {
        AuthException known = TransportFailures.translate(failure, false);
        throw new CompletionException(known.reason() == Reason.SESSION_EXPIRED ? fault("token_refused") : known);
    }

    /**
     * Returns when the token ends on this machine's clock: as far from now as it was from the server's clock when that
     * answered, and never further than it was meant to live.
     */
    private @Nullable Instant expiry(JwtClaims claims, HttpAnswer answer) {
        Instant now = Instant.now(clock);
        return claims.expiresAt()
                .map(expiresAt -> Duration.between(answer.date().orElse(now), expiresAt))
                .map(left -> claims.lifetime()
                        .filter(lifetime -> lifetime.compareTo(left) < 0)
                        .orElse(left))
                // a token that the server accepts has not ended: such a date says nothing
                .filter(left -> !left.isNegative() && !left.isZero())
                .map(now::plus)
                .orElse(null);
    }
}
