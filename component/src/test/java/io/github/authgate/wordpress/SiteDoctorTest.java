package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.authgate.wordpress.FakeSite.INDEX_PATH;
import static io.github.authgate.wordpress.FakeSite.VALIDATE_PATH;
import static io.github.authgate.wordpress.FakeSite.html;
import static io.github.authgate.wordpress.FakeSite.index;
import static io.github.authgate.wordpress.FakeSite.json;
import static io.github.authgate.wordpress.FakeSite.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that a site can have, and what the doctor says about it. */
class SiteDoctorTest {

    private static final String STATUS_PATH = "/wp-json/authgate/v1/status";
    private static final String KEY = "ag_0123456789abcdef0123456789abcdef";

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    @BeforeEach
    void healthy() {
        site.works();
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(401, "authgate_token_invalid"));
    }

    static Stream<Arguments> ailments() {
        return Stream.of(
                ailment("nothing", "", with -> {}),
                ailment("plain permalinks", "permalinks", with -> {
                    with.stub(any(urlPathMatching("/wp-json/.*")), html(200));
                    with.stub(
                            get(urlPathEqualTo("/")).withQueryParam("rest_route", equalTo("/")), index("authgate/v1"));
                    with.stub(
                            post(urlPathEqualTo("/"))
                                    .withQueryParam("rest_route", equalTo("/jwt-auth/v1/token/validate")),
                            refused(401, "authgate_token_invalid"));
                }),
                ailment("a web server that refuses /wp-json/ only", "rest_path_blocked", with -> {
                    with.stub(any(urlPathMatching("/wp-json/.*")), html(403));
                    with.stub(
                            get(urlPathEqualTo("/")).withQueryParam("rest_route", equalTo("/")), index("authgate/v1"));
                    with.stub(
                            post(urlPathEqualTo("/"))
                                    .withQueryParam("rest_route", equalTo("/jwt-auth/v1/token/validate")),
                            refused(401, "authgate_token_invalid"));
                }),
                ailment("another web site", "not_wordpress", with -> everywhere(with, html(404))),
                ailment(
                        "pages that WordPress makes instead of REST",
                        "rest_blocked",
                        with -> everywhere(
                                with,
                                html(200)
                                        .withHeader(
                                                "Link", "<https://example.org/wp-json/>; rel=\"https://api.w.org/\""))),
                ailment("a firewall", "rest_blocked", with -> everywhere(with, html(403))),
                ailment(
                        "a plugin that closes REST",
                        "rest_blocked",
                        with -> everywhere(with, refused(401, "rest_not_logged_in"))),
                ailment(
                        "a move",
                        "site_moved",
                        with -> everywhere(with, redirect(301, "https://new.example.org/wp-json/"))),
                ailment(
                        "a move by 307 that keeps the path",
                        "site_moved",
                        with -> everywhere(with, redirect(307, "https://new.example.org/wp-json/"))),
                ailment(
                        "a captive portal",
                        "captive_portal",
                        with -> everywhere(with, redirect(302, "http://login.hotel.example/welcome"))),
                ailment("a captive portal of RFC 6585", "captive_portal", with -> everywhere(with, html(511))),
                ailment(
                        "a WordPress without content",
                        "wordpress_not_installed",
                        with -> everywhere(with, redirect(302, "https://example.org/wp-admin/install.php"))),
                ailment(
                        "a password in front",
                        "basic_auth_in_front",
                        with -> everywhere(with, html(401).withHeader("WWW-Authenticate", "Basic realm=\"Staging\""))),
                ailment("a rate limit", "too_many_attempts", with -> everywhere(with, html(429))),
                ailment(
                        "maintenance",
                        "maintenance",
                        with -> everywhere(with, refused(503, "wp_die").withHeader("Retry-After", "600"))),
                ailment("no PHP", "server_unavailable", with -> everywhere(with, html(502))),
                ailment(
                        "a fatal error",
                        "server_error",
                        with -> everywhere(with, refused(500, "internal_server_error"))),
                ailment(
                        "a page cache",
                        "answer_from_cache",
                        with -> everywhere(with, index("authgate/v1").withHeader("Age", "30"))),
                ailment(
                        "warnings before the JSON",
                        "output_before_json",
                        with -> everywhere(with, json("<br />Warning: no{'name':'x','namespaces':['wp/v2']}"))),
                ailment(
                        "answers in an envelope",
                        "answer_wrapped",
                        with -> everywhere(with, json("{'status':200,'body':{'name':'x','namespaces':['wp/v2']}}"))),
                ailment(
                        "no login plugin",
                        "login_plugin_missing",
                        with -> with.stub(
                                get(urlPathEqualTo(INDEX_PATH)), json("{'name':'x','namespaces':['wp/v2']}"))),
                ailment("the JWT plugin alone", "authgate_missing", with -> {
                    with.stub(get(urlPathEqualTo(INDEX_PATH)), index("wp/v2"));
                    with.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(403, "jwt_auth_invalid_token"));
                }),
                ailment("the plugin of the Streamlit integration", "predecessor_plugin authgate_missing", with -> {
                    with.stub(get(urlPathEqualTo(INDEX_PATH)), index("myplugin/v1"));
                    with.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(403, "jwt_auth_invalid_token"));
                }),
                ailment("Useful Team's plugin", "other_dialect", with -> {
                    with.stub(get(urlPathEqualTo(INDEX_PATH)), index("wp/v2"));
                    with.stub(
                            post(urlPathEqualTo(VALIDATE_PATH)),
                            json("{'success':false,'statusCode':401,'code':'jwt_auth_invalid_token','data':[]}")
                                    .withStatus(401));
                }),
                validation("no secret", "login_plugin_unconfigured", refused(403, "jwt_auth_bad_config")),
                validation("a wrong key", "api_key_invalid", refused(401, "authgate_api_key_invalid")),
                validation(
                        "no key on the site",
                        "api_key_not_configured",
                        refused(503, "authgate_api_key_not_configured")),
                validation("a stripped header", "authorization_stripped", refused(403, "jwt_auth_no_auth_header")),
                validation("a rewritten header", "authorization_altered", refused(403, "jwt_auth_bad_auth_header")),
                validation("too many wrong keys", "too_many_attempts", refused(429, "authgate_too_many_attempts")),
                validation("a yes to everybody", "token_check_missing", json("{'code':'jwt_auth_valid_token'}")),
                validation("REST closed below the index", "rest_blocked", html(403)),
                validation("a request that is too large", "web_server_refused", html(413)));
    }

    private static Arguments ailment(String name, String codes, Consumer<FakeSite> setUp) {
        return Arguments.of(name, codes, setUp);
    }

    private static Arguments validation(String name, String codes, ResponseDefinitionBuilder answer) {
        return ailment(name, codes, with -> with.stub(post(urlPathEqualTo(VALIDATE_PATH)), answer));
    }

    @Test
    void thePluginSaysWhatOnlyTheSiteKnows() throws Exception {
        status("'issuer':'jwt-auth','conflict':true,'secret_problem':'','site':'https://www.example.org/'");

        SiteReport report = examine(site.address(), KEY);

        assertThat(codes(report)).isEqualTo("plugin_conflict site_address_differs");
        assertThat(report.exitStatus()).isZero();
        assertThat(report.toText())
                .contains("versions: AuthGate 1.0.0, WordPress 6.1.9, PHP 8.2.36, tokens issued by jwt-auth for 30")
                .contains("Address: https://www.example.org/");
        assertThat(site.request(STATUS_PATH).getHeader("X-API-KEY")).isEqualTo(KEY);
        assertThat(site.request(STATUS_PATH).containsHeader("Authorization")).isFalse();
    }

    @Test
    void whatThePluginDoesNotSayLeavesNoGap() throws Exception {
        site.stub(get(urlPathEqualTo(STATUS_PATH)), json("{'issuer':'authgate'}"));
        assertThat(examine(site.address(), KEY).toText()).contains("versions: tokens issued by authgate\n");

        site.stub(get(urlPathEqualTo(STATUS_PATH)), json("{}"));
        assertThat(examine(site.address(), KEY).toText()).doesNotContain("versions");
    }

    @Test
    void aSecretThatThePluginRefusesIsAnObstacle() throws Exception {
        status("'issuer':'authgate','conflict':false,'secret_problem':'short','site':''");

        SiteReport report = examine(site.address(), KEY);

        assertThat(codes(report)).isEqualTo("login_plugin_unconfigured");
        assertThat(report.findings().get(0).details()).containsExactly("Secret: short");
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatCannotCountAttemptsIsAnObstacle() throws Exception {
        status("'issuer':'authgate','conflict':false,'secret_problem':'','site':'','limits_work':false");

        SiteReport report = examine(site.address(), KEY);

        assertThat(codes(report)).isEqualTo("attempts_not_counted");
        assertThat(report.findings().get(0).forAdministrator()).contains("MySQL or MariaDB");
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void aHealthySiteSaysSoOfItself() throws Exception {
        status("'issuer':'authgate','conflict':false,'secret_problem':'','https':false,'site':'" + site.address()
                + "'");

        assertThat(codes(examine(site.address(), KEY))).isEmpty();
    }

    private static void status(String facts) {
        site.stub(
                get(urlPathEqualTo(STATUS_PATH)),
                json("{'authgate':'1.0.0','wordpress':'6.1.9','php':'8.2.36','token_minutes':30," + facts + "}"));
    }

    private static void everywhere(FakeSite with, ResponseDefinitionBuilder answer) {
        with.stub(any(anyUrl()), answer);
    }

    private static ResponseDefinitionBuilder redirect(int status, String target) {
        return aResponse().withStatus(status).withHeader("Location", target);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ailments")
    void theDoctorFinds(String ailment, String codes, Consumer<FakeSite> setUp) throws Exception {
        setUp.accept(site);

        SiteReport report = examine(site.address(), KEY);

        assertThat(codes(report)).as(report.toText()).isEqualTo(codes);
        assertThat(site.requests()).hasSizeLessThanOrEqualTo(4);
        assertThat(report.exitStatus()).isEqualTo(report.obstacle().isPresent() ? 1 : 0);
    }

    @Test
    void aProgramWithoutAKeyIsToldSo() throws Exception {
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(401, "authgate_api_key_invalid"));

        assertThat(codes(examine(site.address(), null))).isEqualTo("api_key_not_set");
    }

    @Test
    void aWordPressAboveTheFolderIsFound() throws Exception {
        site.stub(any(urlPathMatching("/blog/.*")), html(404));
        site.stub(get(urlPathEqualTo("/")).withQueryParam("rest_route", equalTo("/")), index("authgate/v1"));

        SiteReport report = examine(site.address().resolve("/blog"), KEY);

        assertThat(codes(report)).isEqualTo("site_elsewhere");
        assertThat(report.findings().get(0).details()).containsExactly("Address: " + site.address());
    }

    @Test
    void theTargetOfARedirectIsNamedWithoutItsQuery() throws Exception {
        everywhere(site, redirect(301, "https://new.example.org/blog/wp-json/?session=abc#x"));

        assertThat(examine(site.address(), KEY).findings().get(0).details())
                .contains("Address: https://new.example.org/blog");
    }

    @Test
    void aClockThatIsOffIsANoteAndNoObstacle() throws Exception {
        site.stub(
                get(urlPathEqualTo(INDEX_PATH)),
                index("authgate/v1").withHeader("Date", "Tue, 24 Nov 2026 12:00:00 GMT"));

        SiteReport report = SiteDoctor.builder(site.address().toString())
                .apiKey(KEY)
                .surroundings(Surroundings.USUAL.withClock(
                        Clock.fixed(Instant.parse("2026-11-24T11:50:00Z"), ZoneOffset.UTC)))
                .build()
                .examine()
                .get(20, TimeUnit.SECONDS);

        assertThat(codes(report)).isEqualTo("clock_off");
        assertThat(report.findings().get(0).details())
                .containsExactly("This computer's clock is 600 seconds behind the site's");
        assertThat(report.exitStatus()).isZero();
    }

    @Test
    void theAdministratorGetsTheExactLinesForTheWebServer() throws Exception {
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(403, "jwt_auth_no_auth_header"));

        assertThat(examine(site.address(), KEY).toText())
                .contains("RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]")
                .contains("CGIPassAuth On")
                .contains("fastcgi_param HTTP_AUTHORIZATION $http_authorization;");
    }

    @Test
    void nothingSecretIsInTheReportAndOnlyTheKeyIsSent() throws Exception {
        SiteReport report = examine(site.address(), KEY);

        assertThat(report.toText() + report.toJson() + report)
                .doesNotContain(KEY)
                .doesNotContain(Probes.MADE_UP_TOKEN);
        LoggedRequest validation = site.request(VALIDATE_PATH);
        assertThat(validation.getHeader("X-API-KEY")).isEqualTo(KEY);
        assertThat(validation.getHeader("Authorization")).isEqualTo("Bearer " + Probes.MADE_UP_TOKEN);
        assertThat(site.request(INDEX_PATH).containsHeader("X-API-KEY")).isFalse();
        assertThat(site.asked()).noneMatch(request -> request.endsWith("/token"));
    }

    @Test
    void whatAServerSaysCannotDressUpTheReport() throws Exception {
        site.stub(
                any(anyUrl()),
                aResponse()
                        .withStatus(418)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"code\":\"<html>\\u202e\\n[good] all is well\\u001b[31m\",\"message\":\"<b>x\"}"));

        SiteReport report = examine(site.address(), KEY);

        assertThat(report.toText()).contains("code <html>??[good] all is well?[31m");
        assertThat(report.toText().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f);
    }

    @Test
    void theJsonSaysTheSame() throws Exception {
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), refused(401, "authgate_api_key_invalid"));

        JsonNode json = new ObjectMapper().readTree(examine(site.address(), KEY).toJson());

        assertThat(json.path("healthy").asBoolean(true)).isFalse();
        assertThat(json.path("site").asText()).isEqualTo(site.address().toString());
        assertThat(json.path("passed")).hasSizeGreaterThan(3);
        JsonNode finding = json.path("findings").path(0);
        assertThat(finding.path("code").asText()).isEqualTo("api_key_invalid");
        assertThat(finding.path("obstacle").asBoolean()).isTrue();
        assertThat(finding.path("user").asText()).isEqualTo(Cause.API_KEY_INVALID.forUser());
        assertThat(finding.path("administrator").asText()).isEqualTo(Cause.API_KEY_INVALID.forAdministrator());
    }

    @Test
    void theServiceOffersTheSameReport() throws Exception {
        try (WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).apiKey(KEY).build())) {
            assertThat(service.offersDiagnosis()).isTrue();
            assertThat(service.diagnose().get(20, TimeUnit.SECONDS))
                    .contains(examine(site.address(), KEY).toText());
        }
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyCauseHasASentenceForTheUserAndOneForTheAdministrator(Cause cause) {
        for (String sentence : List.of(cause.forUser(), cause.forAdministrator())) {
            assertThat(sentence).matches("[A-Z?/].*\\.").doesNotContain("\n").hasSizeLessThan(260);
            assertThat(sentence.chars()).allMatch(c -> c >= ' ' && c < 0x7f);
        }
        assertThat(cause.forUser()).hasSizeLessThan(130).doesNotContain("REST").doesNotContain("JSON");
    }

    private static SiteReport examine(URI address, @org.jspecify.annotations.Nullable String key) throws Exception {
        return SiteDoctor.builder(address.toString())
                .apiKey(key)
                .build()
                .examine()
                .get(20, TimeUnit.SECONDS);
    }

    private static String codes(SiteReport report) {
        return report.findings().stream().map(SiteFinding::code).collect(Collectors.joining(" "));
    }
}
