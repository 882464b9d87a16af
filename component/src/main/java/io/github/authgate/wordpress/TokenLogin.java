package io.github.authgate.wordpress;

import io.github.authgate.AuthSession;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Exchanges credentials for a session: has a token issued, and then validated.
 *
 * <p>Thread-safe; methods do not block.
 */
final class TokenLogin {

    private final JwtAuthApi api;
    private final SessionCheck check;
    private final JwtAuthErrors errors;
    private final Consumer<String> abandoned;

    /**
     * @param abandoned told of a token that was issued and whose session nobody gets to see
     */
    TokenLogin(JwtAuthApi api, SessionCheck check, JwtAuthErrors errors, Consumer<String> abandoned) {
        this.api = api;
        this.check = check;
        this.errors = errors;
        this.abandoned = abandoned;
    }

    /**
     * Logs in.
     *
     * @param credentials wiped as soon as there is an answer to them
     */
    CompletableFuture<AuthSession> session(Attempt<?> attempt, Site site, FormBody credentials) {
        return api.token(attempt, site, credentials)
                // now, not when the token has been validated: nobody needs the password any more
                .whenComplete((answer, failure) -> credentials.close())
                .thenCompose(answer -> validated(attempt, site, answer));
    }

    private CompletableFuture<AuthSession> validated(Attempt<?> attempt, Site site, HttpAnswer answer) {
        Optional<String> token = Acceptance.issuedToken(answer);
        if (token.isEmpty()) {
            return CompletableFuture.failedFuture(errors.ofLogin(answer));
        }
        // from here on there is a token: whoever does not get to see it must not leave it behind
        attempt.whenFailed(() -> abandoned.accept(token.get()));
        return check.issued(attempt, site, token.get(), answer.json().orElseThrow());
    }
}
