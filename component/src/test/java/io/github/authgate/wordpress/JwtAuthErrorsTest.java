package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthErrorsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private final JwtAuthErrors errors = new JwtAuthErrors(CLOCK, true);

    @ParameterizedTest
    @CsvSource({
        "incorrect_password,              INVALID_CREDENTIALS invalid_credentials",
        "invalid_username,                INVALID_CREDENTIALS invalid_credentials",
        "invalid_email,                   INVALID_CREDENTIALS invalid_credentials",
        "empty_username,                  INVALID_CREDENTIALS invalid_credentials",
        "empty_password,                  INVALID_CREDENTIALS invalid_credentials",
        "jwt_auth_missing_credentials,    INVALID_CREDENTIALS invalid_credentials",
        "authentication_failed,           INVALID_CREDENTIALS invalid_credentials",
        "too_many_retries,                TOO_MANY_ATTEMPTS too_many_attempts",
        "ip_blocked,                      TOO_MANY_ATTEMPTS too_many_attempts",
        "wfls_twofactor_required,         ACCOUNT_REFUSED second_factor",
        "wfls_twofactor_failed,           ACCOUNT_REFUSED second_factor",
        "invalid_application_credentials, ACCOUNT_REFUSED second_factor",
    })
    void aCodeAboutCredentialsMeansTheSameWithAndWithoutThePluginsPrefix(String code, String meaning) {
        assertThat(said(errors.ofLogin(refusal(403, code)))).isEqualTo(meaning);
        assertThat(said(errors.ofLogin(refusal(403, "[jwt_auth] " + code)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "authgate_invalid_credentials,    INVALID_CREDENTIALS invalid_credentials",
        "authgate_account_refused,        ACCOUNT_REFUSED account_refused",
        "authgate_role_refused,           ACCOUNT_REFUSED role_refused",
        "authgate_second_factor_required, ACCOUNT_REFUSED second_factor",
        "authgate_too_many_attempts,      TOO_MANY_ATTEMPTS too_many_attempts",
        "authgate_api_key_not_configured, CLIENT_REFUSED api_key_not_configured",
        "authgate_api_key_invalid,        CLIENT_REFUSED api_key_invalid",
        "authgate_api_key_missing,        CLIENT_REFUSED api_key_invalid",
        "jwt_auth_bad_config,             SERVER_FAULT login_plugin_unconfigured",
        "jwt_auth_unsupported_algorithm,  SERVER_FAULT login_plugin_unconfigured",
        "jwt_auth_no_auth_header,         SERVER_FAULT authorization_stripped",
        "rest_no_route,                   SERVER_FAULT login_plugin_missing",
        "rest_not_logged_in,              SERVER_FAULT rest_blocked",
        "rest_cannot_access,              SERVER_FAULT rest_blocked",
        "rest_forbidden,                  SERVER_FAULT rest_blocked",
        "internal_server_error,           SERVER_FAULT server_error",
        "never_heard_of,                  SERVER_FAULT unexpected_answer",
    })
    void aGeneralCodeMeansTheSameWhateverWasAsked(String code, String meaning) {
        assertThat(said(errors.ofProbe(refusal(403, code)))).isEqualTo(meaning);
        assertThat(said(errors.ofLogin(refusal(403, code)))).isEqualTo(meaning);
        assertThat(said(errors.ofValidation(refusal(403, code)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "jwt_auth_invalid_token,   SESSION_EXPIRED session_expired",
        "jwt_auth_bad_iss,         SESSION_EXPIRED site_address_changed",
        "jwt_auth_bad_request,     SESSION_EXPIRED session_expired",
        "jwt_auth_user_not_found,  SESSION_EXPIRED session_expired",
        "jwt_auth_obsolete_token,  SESSION_EXPIRED session_expired",
        "authgate_token_expired,   SESSION_EXPIRED session_expired",
        "authgate_token_invalid,   SESSION_EXPIRED session_expired",
        "authgate_session_revoked, SESSION_EXPIRED session_revoked",
    })
    void aCodeAboutATokenEndsTheSessionButIsNoAnswerToALogin(String code, String meaning) {
        assertThat(said(errors.ofValidation(refusal(403, code)))).isEqualTo(meaning);
        assertThat(JwtAuthErrors.endsSession(code)).isTrue();
        assertThat(said(errors.ofLogin(refusal(403, code)))).isEqualTo("SERVER_FAULT unexpected_answer");
        assertThat(said(errors.ofProbe(refusal(403, code)))).isEqualTo("SERVER_FAULT unexpected_answer");
    }

    @Test
    void nothingElseEndsASession() {
        assertThat(JwtAuthErrors.endsSession("incorrect_password")).isFalse();
        assertThat(JwtAuthErrors.endsSession("authgate_api_key_invalid")).isFalse();
        assertThat(said(errors.ofValidation(refusal(403, "incorrect_password"))))
                .isEqualTo("SERVER_FAULT unexpected_answer");
    }

    @Test
    void aForeignCodeThatNobodyKnowsIsARefusalOfTheAccountByALogin() {
        HttpAnswer answer = refusal(403, "[jwt_auth] some_plugin_says_no");

        assertThat(said(errors.ofLogin(answer))).isEqualTo("ACCOUNT_REFUSED account_refused");
        assertThat(said(errors.ofValidation(answer))).isEqualTo("SERVER_FAULT unexpected_answer");
    }

    @Test
    void aMissingKeyIsTheSettingOfThisProgramWhereItHasNone() {
        JwtAuthErrors withoutKey = new JwtAuthErrors(CLOCK, false);

        assertThat(said(withoutKey.ofLogin(refusal(401, "authgate_api_key_invalid"))))
                .isEqualTo("CLIENT_REFUSED api_key_not_set");
        assertThat(said(withoutKey.ofLogin(refusal(401, "authgate_api_key_missing"))))
                .isEqualTo("CLIENT_REFUSED api_key_not_set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt_auth_invalid_token", "authgate_invalid_credentials", "rest_no_route"})
    void anErrorUnderStatus200IsNoErrorThatWeKnow(String code) {
        assertThat(said(errors.ofValidation(refusal(200, code)))).isEqualTo("SERVER_FAULT unexpected_answer");
        assertThat(said(errors.ofLogin(refusal(200, code)))).isEqualTo("SERVER_FAULT unexpected_answer");
        assertThat(said(errors.ofProbe(refusal(200, code)))).isEqualTo("SERVER_FAULT unexpected_answer");
    }

    @ParameterizedTest
    @CsvSource({
        "200, not_wordpress,                 unexpected_answer",
        "204, unexpected_answer,             unexpected_answer",
        "300, unexpected_answer,             unexpected_answer",
        "301, site_moved,                    site_moved",
        "302, site_moved,                    site_moved",
        "303, site_moved,                    site_moved",
        "304, unexpected_answer,             unexpected_answer",
        "305, unexpected_answer,             unexpected_answer",
        "306, unexpected_answer,             unexpected_answer",
        "307, site_moved,                    site_moved",
        "308, site_moved,                    site_moved",
        "309, unexpected_answer,             unexpected_answer",
        "400, unexpected_answer,             unexpected_answer",
        "401, unexpected_answer,             unexpected_answer",
        "403, rest_blocked,                  unexpected_answer",
        "404, not_wordpress,                 unexpected_answer",
        "405, unexpected_answer,             unexpected_answer",
        "406, rest_blocked,                  unexpected_answer",
        "407, proxy_authentication_required, proxy_authentication_required",
        "429, too_many_attempts,             too_many_attempts",
        "499, unexpected_answer,             unexpected_answer",
        "500, server_error,                  server_error",
        "501, server_error,                  server_error",
        "502, server_unavailable,            server_unavailable",
        "503, server_unavailable,            server_unavailable",
        "504, server_unavailable,            server_unavailable",
        "505, server_error,                  server_error",
        "511, captive_portal,                captive_portal",
        "999, server_error,                  server_error",
    })
    void withoutACodeTheStatusDecides(int status, String ofAPage, String ofAnObject) {
        assertThat(errors.ofLogin(Answers.page(status)).code()).isEqualTo(ofAPage);
        assertThat(errors.ofLogin(Answers.json(status, "{}")).code()).isEqualTo(ofAnObject);
    }

    @Test
    void aBrowsersPasswordDialogInFrontOfTheSiteIsSomethingElseThanARefusal() {
        HttpAnswer answer = Answers.of(401, "", "Content-Type", "text/html", "WWW-Authenticate", "Basic realm=x");

        assertThat(said(errors.ofLogin(answer))).isEqualTo("SERVER_FAULT basic_auth_in_front");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/wp-admin/install.php,        wordpress_not_installed",
        "https://example.org/blog/wp-admin/install.php?x, wordpress_not_installed",
        "https://example.org/wp-admin/install.php/more,   site_moved",
        "https://www.example.org/,                        site_moved",
        "http://www.example.org:8080/,                    site_moved",
    })
    void aRedirectLeadsToTheInstallerOrElsewhere(String target, String code) {
        AuthException failure = errors.ofProbe(Answers.of(302, "", "Location", target));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.location()).contains(URI.create(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/elsewhere",
                "//example.org/",
                "https:///",
                "ftp://example.org/",
                "javascript:alert(1)",
                "https://ann:secret@example.org/",
                "https://exa mple.org/",
                "",
            })
    void aTargetThatIsNoWebAddressIsNotPassedOn(String target) {
        AuthException failure = errors.ofProbe(Answers.of(301, "", "Location", target));

        assertThat(failure.code()).isEqualTo("site_moved");
        assertThat(failure.location()).isEmpty();
    }

    @Test
    void onlyARedirectHasATarget() {
        HttpAnswer answer = Answers.of(201, "", "Location", "https://example.org/");

        assertThat(errors.ofLogin(answer).location()).isEmpty();
    }

    @Test
    void whoeverHasToWaitIsToldHowLong() {
        assertThat(errors.ofLogin(Answers.of(429, "", "Retry-After", "60")).retryAfter())
                .contains(Duration.ofMinutes(1));
        assertThat(errors.ofLogin(Answers.of(429, "")).retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(errors.ofLogin(Answers.of(503, "", "Retry-After", "60")).retryAfter())
                .contains(Duration.ofMinutes(1));
        assertThat(errors.ofLogin(Answers.of(429, "", "Retry-After", "Wed, 25 Nov 2026 12:00:07 GMT"))
                        .retryAfter())
                .contains(Duration.ofSeconds(7));
        assertThat(errors.ofLogin(Answers.of(503, "")).retryAfter()).isEmpty();
    }

    @Test
    void oneSentenceTellsATokenFromTheFuture() {
        assertThat(JwtAuthErrors.isNotYetValid(token("Cannot handle token prior to 2026-11-25T12:00:01+0000")))
                .isTrue();
        assertThat(JwtAuthErrors.isNotYetValid(token("Expired token"))).isFalse();
        assertThat(JwtAuthErrors.isNotYetValid(token("It says: Cannot handle token prior to x")))
                .isFalse();
        assertThat(JwtAuthErrors.isNotYetValid(
                        Answers.json(403, "{\"code\":\"other\",\"message\":\"Cannot handle token prior to x\"}")))
                .isFalse();
        assertThat(JwtAuthErrors.isNotYetValid(refusal(403, "jwt_auth_invalid_token")))
                .isFalse();
    }

    private static HttpAnswer token(String message) {
        return Answers.json(403, "{\"code\":\"jwt_auth_invalid_token\",\"message\":\"" + message + "\"}");
    }

    private static HttpAnswer refusal(int status, String code) {
        return Answers.json(status, "{\"code\":\"" + code + "\",\"data\":{\"status\":" + status + "}}");
    }

    private static String said(AuthException failure) {
        return failure.reason() + " " + failure.code();
    }
}
