package io.github.authgate.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of the plugins for logging in: token, validation, logout, status.
 *
 * <p>Thread-safe; methods do not block.
 */
final class LoginRoutes {

    private final Site site;
    private final Faults faults;

    LoginRoutes(Site site, Faults faults) {
        this.site = site;
        this.faults = faults;
    }

    /** Answers a request; empty if it is for none of these routes. */
    Optional<Answer> answer(Request request) {
        if (request.is("POST", "/jwt-auth/v1/token")) {
            return Optional.of(login(request));
        }
        if (request.is("POST", "/jwt-auth/v1/token/validate")) {
            return Optional.of(validation(request));
        }
        if (site.dialect == Dialect.AUTHGATE && request.is("POST", "/authgate/v1/logout")) {
            return Optional.of(logout(request));
        }
        if (site.dialect == Dialect.AUTHGATE && request.is("GET", "/authgate/v1/status")) {
            return Optional.of(status(request));
        }
        return Optional.empty();
    }

    private Answer login(Request request) {
        if (faults.retryAfter().isPresent()) {
            String code = site.dialect == Dialect.AUTHGATE ? "authgate_too_many_attempts" : "too_many_retries";
            long seconds = Math.max(1, faults.retryAfter().get().toSeconds());
            return Answer.refused(site.dialect, 429, code, "Too many attempts.").withRetryAfter(seconds);
        }
        if (request.header("Authorization").isPresent()) {
            // the JWT plugin looks at it even here, so a client that sends it must be seen to fail
            return Answer.refused(site.dialect, site.dialect.refusedToken(), "jwt_auth_invalid_token", "Stale token.");
        }
        Optional<Map.Entry<Long, FakeUser>> account = site.accounts.find(request.parameter("username"));
        if (account.isEmpty()) {
            return wrong("invalid_username");
        }
        FakeUser user = account.get().getValue();
        if (!user.password().equals(request.parameter("password").strip())) {
            return wrong("incorrect_password");
        }
        return user.isBlocked() ? blocked() : issued(account.get().getKey(), user);
    }

    private Answer wrong(String code) {
        switch (site.dialect) {
            case AUTHGATE:
                return Answer.error(401, "authgate_invalid_credentials", "User name or password is wrong.");
            case JWT_AUTH:
                return Answer.error(403, "[jwt_auth] " + code, "<strong>Error:</strong> That did not work.");
            default:
                return Answer.refused(site.dialect, 401, code, "That did not work.");
        }
    }

    private Answer blocked() {
        switch (site.dialect) {
            case AUTHGATE:
                return Answer.error(403, "authgate_account_refused", "This account may not log in.");
            case JWT_AUTH:
                return Answer.error(403, "[jwt_auth] account_blocked", "<strong>Error:</strong> Blocked.");
            default:
                return Answer.refused(site.dialect, 401, "[jwt_auth] account_blocked", "Blocked.");
        }
    }

    private Answer issued(long id, FakeUser user) {
        String token = site.tokens.issue(site.dialect, site.address(), id, user);
        ObjectNode body = Answer.object();
        if (site.dialect == Dialect.USEFUL_TEAM) {
            envelope(body, "jwt_auth_valid_credential", "Credential is valid")
                    .putObject("data")
                    .put("token", token)
                    .put("id", id)
                    .put("email", user.email())
                    .put("nicename", user.name())
                    .put("displayName", Site.escape(user.displayName()));
        } else {
            body.put("token", token)
                    .put("user_email", user.email())
                    .put("user_nicename", user.name())
                    .put("user_display_name", Site.escape(user.displayName()));
        }
        return Answer.ok(body);
    }

    private static ObjectNode envelope(ObjectNode body, String code, String message) {
        return body.put("success", true)
                .put("statusCode", 200)
                .put("code", code)
                .put("message", message);
    }

    private Answer validation(Request request) {
        TokenCheck check = TokenCheck.of(site, request);
        if (check.refusal().isPresent()) {
            return check.refusal().get();
        }
        ObjectNode body = Answer.object();
        if (site.dialect == Dialect.USEFUL_TEAM) {
            envelope(body, "jwt_auth_valid_token", "Token is valid").putArray("data");
            return Answer.ok(body);
        }
        ObjectNode data =
                body.put("code", "jwt_auth_valid_token").putObject("data").put("status", 200);
        if (site.dialect == Dialect.AUTHGATE) {
            FakeUser user = check.user().orElseThrow();
            ObjectNode described = data.putObject("user")
                    .put("id", check.userId())
                    .put("name", user.name())
                    .put("display_name", Site.escape(user.displayName()))
                    .put("email", user.email());
            ContentRoutes.describeRole(described, user);
        }
        return Answer.ok(body);
    }

    private Answer logout(Request request) {
        TokenCheck check = TokenCheck.of(site, request);
        if (check.refusal().isPresent()) {
            return check.refusal().get();
        }
        request.token().ifPresent(site.tokens::revoke);
        ObjectNode body = Answer.object().put("code", "authgate_logged_out");
        body.putObject("data").put("status", 200);
        return Answer.ok(body);
    }

    private Answer status(Request request) {
        return Answer.ok(Answer.object()
                .put("plugin", "fake")
                .put("issuer", "authgate")
                .put("authorization_header", request.header("Authorization").isPresent()));
    }
}
