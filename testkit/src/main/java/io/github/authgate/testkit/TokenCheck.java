package io.github.authgate.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says whose a request is, or why its token is refused, each plugin in its own words.
 *
 * <p>Immutable and thread-safe.
 */
final class TokenCheck {

    private final Site site;
    private final @Nullable Answer refusal;
    private final long userId;

    private TokenCheck(Site site, @Nullable Answer refusal, long userId) {
        this.site = site;
        this.refusal = refusal;
        this.userId = userId;
    }

    static TokenCheck of(Site site, Request request) {
        if (request.header("Authorization").isEmpty()) {
            return refused(site, "jwt_auth_no_auth_header", "Authorization header not found.");
        }
        String token = request.token().orElse("");
        Tokens.Verdict verdict = site.tokens.judge(token);
        if (verdict != Tokens.Verdict.VALID) {
            return refused(site, code(site.dialect, verdict), message(verdict));
        }
        JsonNode holder = site.tokens.claims(token).path("data").path("user");
        return ofUser(site, holder.path("id").asLong(), holder.path("pass").asText());
    }

    private static TokenCheck ofUser(Site site, long id, String passwordMark) {
        Optional<FakeUser> user = site.accounts.get(id);
        if (site.dialect == Dialect.JWT_AUTH) {
            // this one never looks at the user
            return new TokenCheck(site, null, id);
        }
        boolean isOurs = site.dialect == Dialect.AUTHGATE;
        if (user.isEmpty()) {
            return refused(site, isOurs ? "authgate_session_revoked" : "jwt_auth_user_not_found", "No such user.");
        }
        if (!site.tokens.passwordMark(user.get()).equals(passwordMark)) {
            return refused(site, isOurs ? "authgate_session_revoked" : "jwt_auth_obsolete_token", "Password changed.");
        }
        if (user.get().isBlocked() && isOurs) {
            Answer answer = Answer.error(403, "authgate_account_refused", "This account may not log in.");
            return new TokenCheck(site, answer, 0);
        }
        return new TokenCheck(site, null, id);
    }

    private static TokenCheck refused(Site site, String code, String message) {
        return new TokenCheck(site, Answer.refused(site.dialect, site.dialect.refusedToken(), code, message), 0);
    }

    private static String code(Dialect dialect, Tokens.Verdict verdict) {
        if (dialect != Dialect.AUTHGATE) {
            return "jwt_auth_invalid_token";
        }
        switch (verdict) {
            case EXPIRED:
                return "authgate_token_expired";
            case REVOKED:
                return "authgate_session_revoked";
            default:
                return "authgate_token_invalid";
        }
    }

    private static String message(Tokens.Verdict verdict) {
        return verdict == Tokens.Verdict.EXPIRED ? "Expired token" : "Signature verification failed";
    }

    Optional<Answer> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Returns the number of the user, who may be gone by now. */
    long userId() {
        return userId;
    }

    Optional<FakeUser> user() {
        return site.accounts.get(userId);
    }

    boolean may(String capability) {
        return user().filter(user -> Roles.capabilities(user.role()).contains(capability))
                .isPresent();
    }
}
