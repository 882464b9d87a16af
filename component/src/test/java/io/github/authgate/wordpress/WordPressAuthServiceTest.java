package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.FakeSite.INDEX_PATH;
import static io.github.authgate.wordpress.FakeSite.LOGOUT_PATH;
import static io.github.authgate.wordpress.FakeSite.ME_PATH;
import static io.github.authgate.wordpress.FakeSite.TOKEN_PATH;
import static io.github.authgate.wordpress.FakeSite.VALIDATE_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressAuthServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @RegisterExtension
    final FakeSite site = new FakeSite();

    private final TokenStore store = TokenStore.inMemory();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private WordPressAuthService service;

    @BeforeEach
    void start() {
        service = service("ag_key");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private WordPressAuthService service(String apiKey) {
        return WordPressAuthService.builder(
                        WordPressConfig.builder(site.address()).apiKey(apiKey).build())
                .tokenStore(store)
                .clock(clock)
                .delay(duration -> duration.compareTo(Duration.ofSeconds(2)) < 0
                        ? CompletableFuture.completedFuture(null)
                        : Delay.system().of(duration))
                .build();
    }

    private CompletableFuture<AuthSession> login() {
        return login(false);
    }

    private CompletableFuture<AuthSession> login(boolean rememberMe) {
        try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), rememberMe)) {
            return service.login(credentials);
        }
    }

    @Test
    void aLoginIsAProbeWithoutSecretsAndTwoRequests() {
        site.works();

        value(login());

        assertThat(site.asked())
                .containsExactly(
                        "GET /wp-json/?_fields=name,url,namespaces,site_icon_url",
                        "POST /wp-json/jwt-auth/v1/token",
                        "POST /wp-json/jwt-auth/v1/token/validate");
        LoggedRequest probe = site.request(INDEX_PATH);
        assertThat(probe.containsHeader("X-API-KEY")).isFalse();
        assertThat(probe.containsHeader("Authorization")).isFalse();
        LoggedRequest token = site.request(TOKEN_PATH);
        assertThat(token.getBodyAsString()).isEqualTo("username=ann&password=secret");
        assertThat(token.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(token.getHeader("Accept")).isEqualTo("application/json");
        assertThat(token.getHeader("X-API-KEY")).isEqualTo("ag_key");
        assertThat(token.containsHeader("Authorization")).isFalse();
        assertThat(token.containsHeader("Cookie")).isFalse();
        LoggedRequest validate = site.request(VALIDATE_PATH);
        assertThat(validate.getHeader("Authorization")).isEqualTo("Bearer " + FakeSite.token(7, 1_000, 4_600));
        assertThat(validate.getHeader("X-API-KEY")).isEqualTo("ag_key");
    }

    @Test
    void theSecondLoginNeedsNoProbeAndSendsNoCookieOfTheFirst() {
        site.works();
        site.stub(
                post(urlPathEqualTo(TOKEN_PATH)),
                FakeSite.issued(FakeSite.token(7, 1_000, 4_600)).withHeader("Set-Cookie", "refresh_token=1; path=/"));

        value(login());
        value(login());

        assertThat(site.asked()).hasSize(5);
        assertThat(site.requests()).noneMatch(request -> request.containsHeader("Cookie"));
    }

    @Test
    void everyRequestSpeaksPlainHttp11() {
        site.works();

        value(login());

        assertThat(site.requests()).allSatisfy(request -> {
            assertThat(request.containsHeader("Upgrade")).isFalse();
            assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
        });
    }

    @Test
    void withoutOurPluginAThirdRequestAsksWhoTheUserIs() {
        site.worksWithoutOurPlugin();

        AuthSession session = value(login());

        assertThat(site.asked().get(3))
                .isEqualTo("GET /wp-json/wp/v2/users/me?context=edit&_fields=id,name,slug,email,roles,capabilities");
        assertThat(session.user().roles()).containsExactly("editor");
        assertThat(session.user().getName()).isEqualTo("ann");
    }

    @Test
    void theUserIsDescribedAsTheServerSays() {
        site.works();

        AuthUser user = value(login()).user();

        assertThat(user.id()).isEqualTo("7");
        assertThat(user.getName()).isEqualTo("ann");
        assertThat(user.displayName()).isEqualTo("Ann & Co");
        assertThat(user.email()).contains("ann@example.org");
        assertThat(user.roles()).containsExactly("editor");
        assertThat(user.capabilities()).containsExactly("edit_posts");
        assertThat(user.site()).contains(site.address());
    }

    @Test
    void whereUsersMeFailsTheLoginHoldsButTheRolesAreUnknown() {
        site.worksWithoutOurPlugin();
        site.stub(get(urlPathEqualTo(ME_PATH)), FakeSite.html(500));

        AuthUser user = value(login()).user();

        assertThat(user.id()).isEqualTo("7");
        assertThat(user.displayName()).isEqualTo("Ann & Co");
        assertThat(user.rolesKnown()).isFalse();
        assertThat(user.capabilities()).isEmpty();
    }

    @Test
    void aUserWhomTheServerDoesNotKnowAnyMoreIsNotLoggedIn() {
        site.worksWithoutOurPlugin();
        site.stub(get(urlPathEqualTo(ME_PATH)), FakeSite.refused(401, "rest_not_logged_in"));

        assertThat(failure(login()).code()).isEqualTo("token_refused");
    }

    @Test
    void aRestoredTokenOfADeletedUserIsForgotten() throws IOException {
        site.worksWithoutOurPlugin();
        store.save(site.address().toString(), FakeSite.token(7, 1_000, 4_600));
        site.stub(get(urlPathEqualTo(ME_PATH)), FakeSite.refused(401, "rest_not_logged_in"));

        assertThat(failure(service.restore()).reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(store.load(site.address().toString())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':8,'name':'ann'}", "{'id':7,'name':'eve'}"})
    void aValidationOfAnotherUserThanTheLoginNamedIsNoLogin(String user) {
        site.works();
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), FakeSite.validated(user));

        assertThat(failure(login()).code()).isEqualTo("user_mismatch");
    }

    @Test
    void aUserWithoutANumberIsNoLogin() {
        site.worksWithoutOurPlugin();
        site.stub(post(urlPathEqualTo(TOKEN_PATH)), FakeSite.issued(FakeSite.token("{\"exp\":4600}")));
        site.stub(get(urlPathEqualTo(ME_PATH)), FakeSite.html(500));

        assertThat(failure(login()).code()).isEqualTo("user_unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 403, 404})
    void whereThePrettyAddressIsNotWordPressesTheQueryIsUsedForEverything(int status) {
        site.stub(any(anyUrl()), FakeSite.html(status));
        site.stub(get(urlPathEqualTo("/")), FakeSite.index("authgate/v1"));
        site.stub(
                post(urlEqualTo("/?rest_route=/jwt-auth/v1/token")), FakeSite.issued(FakeSite.token(7, 1_000, 4_600)));
        site.stub(
                post(urlEqualTo("/?rest_route=/jwt-auth/v1/token/validate")),
                FakeSite.validated("{'id':7,'name':'ann','roles':[],'capabilities':[]}"));

        value(login());

        assertThat(site.asked())
                .containsExactly(
                        "GET /wp-json/?_fields=name,url,namespaces,site_icon_url",
                        "GET /?rest_route=/&_fields=name,url,namespaces,site_icon_url",
                        "POST /?rest_route=/jwt-auth/v1/token",
                        "POST /?rest_route=/jwt-auth/v1/token/validate");
    }

    @Test
    void aSiteInASubdirectoryIsAskedThere() {
        service.close();
        service = WordPressAuthService.create(WordPressConfig.builder(URI.create(site.address() + "/blog/wp-admin/"))
                .build());
        site.stub(get(urlPathEqualTo("/blog/wp-json/")), FakeSite.index("authgate/v1"));
        site.stub(post(urlPathEqualTo("/blog" + TOKEN_PATH)), FakeSite.issued(FakeSite.token(7, 1_000, 4_600)));
        site.stub(post(urlPathEqualTo("/blog" + VALIDATE_PATH)), FakeSite.validated("{'id':7,'name':'ann'}"));

        assertThat(value(login()).user().site()).contains(URI.create(site.address() + "/blog"));
    }

    @Test
    void aPageThatIsLongerThanWeReadIsNotWordPressEither() {
        site.stub(any(anyUrl()), FakeSite.html(200).withBody("x".repeat(BoundedBody.LIMIT * 4)));

        assertThat(failure(login()).code()).isEqualTo("not_wordpress");
    }

    @ParameterizedTest
    @CsvSource({
        "200, , not_wordpress",
        "403, , rest_blocked",
        "404, , not_wordpress",
        "401, Basic realm=x, basic_auth_in_front",
        "502, , server_unavailable",
        "511, , captive_portal",
    })
    void whereThereIsNoWordPressThePasswordIsNotSent(int status, String challenge, String code) {
        site.stub(
                any(anyUrl()),
                challenge == null
                        ? FakeSite.html(status)
                        : FakeSite.html(status).withHeader("WWW-Authenticate", challenge));

        assertThat(failure(login()).code()).isEqualTo(code);
        assertThat(site.asked()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void whereNoPluginIssuesTokensThePasswordIsNotSent() {
        site.stub(get(urlPathEqualTo(INDEX_PATH)), FakeSite.json("{'name':'x','namespaces':['wp/v2']}"));

        AuthException failure = failure(login());

        assertThat(failure.reason()).isEqualTo(Reason.SERVER_FAULT);
        assertThat(failure.code()).isEqualTo("login_plugin_missing");
        assertThat(site.asked()).hasSize(1);
    }

    @Test
    void aBlockedRestInterfaceIsRecognisedByItsCode() {
        site.stub(any(anyUrl()), FakeSite.refused(401, "rest_not_logged_in"));

        assertThat(failure(login()).code()).isEqualTo("rest_blocked");
        assertThat(site.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsReportedWithItsTargetAndNotFollowed(int status) throws IOException {
        try (RawServer elsewhere = new RawServer(RawServer.Connection::waitForEnd)) {
            site.works();
            site.stub(
                    any(anyUrl()).atPriority(1),
                    FakeSite.html(status).withHeader("Location", elsewhere.address() + "/new"));

            AuthException failure = failure(login());

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_FAULT);
            assertThat(failure.code()).isEqualTo("site_moved");
            assertThat(failure.location()).contains(URI.create(elsewhere.address() + "/new"));
            assertThat(site.asked()).noneMatch(request -> request.startsWith("POST"));
            assertThat(elsewhere.connections()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/new/, /new/, site_moved",
        "?lang=en, /wp-json/?lang=en, site_moved",
        "/wp-admin/install.php, /wp-admin/install.php, wordpress_not_installed",
    })
    void aRedirectWithinTheSiteIsReportedWithItsTarget(String target, String path, String code) {
        site.stub(any(anyUrl()), FakeSite.html(302).withHeader("Location", target));

        AuthException failure = failure(login());

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.location()).contains(URI.create(site.address() + path));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectOfTheLoginItselfTakesThePasswordNowhere(int status) throws IOException {
        try (RawServer elsewhere = new RawServer(RawServer.Connection::waitForEnd)) {
            site.works();
            site.stub(
                    post(urlPathEqualTo(TOKEN_PATH)),
                    FakeSite.html(status).withHeader("Location", elsewhere.address() + "/"));

            assertThat(failure(login()).code()).isEqualTo("site_moved");
            assertThat(elsewhere.connections()).isEmpty();
        }
    }

    @Test
    void anUninstalledWordPressIsRecognised() {
        site.stub(any(anyUrl()), FakeSite.html(302).withHeader("Location", "https://example.org/wp-admin/install.php"));

        assertThat(failure(login()).code()).isEqualTo("wordpress_not_installed");
    }

    @Test
    void aFaultOfTheLoginMakesTheNextOneProbeAgain() {
        site.works();
        site.stub(post(urlPathEqualTo(TOKEN_PATH)), FakeSite.refused(404, "rest_no_route"));

        assertThat(failure(login()).code()).isEqualTo("login_plugin_missing");
        assertThat(failure(login()).code()).isEqualTo("login_plugin_missing");

        assertThat(site.asked())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(2);
    }

    @Test
    void permalinksThatTurnPlainDisturbARunningSessionOnce() {
        site.works();
        AuthSession session = value(login());
        site.stub(any(anyUrl()), FakeSite.html(404));
        site.stub(get(urlPathEqualTo("/")), FakeSite.index("authgate/v1"));
        site.stub(
                post(urlEqualTo("/?rest_route=/jwt-auth/v1/token/validate")),
                FakeSite.validated("{'id':7,'name':'ann','roles':[],'capabilities':{}}"));

        assertThat(failure(service.revalidate(session)).code()).isEqualTo("not_wordpress");

        assertThat(value(service.revalidate(session)).user().id()).isEqualTo("7");
    }

    @Test
    void aWrongPasswordDoesNotProbeAgain() {
        site.works();
        site.stub(post(urlPathEqualTo(TOKEN_PATH)), FakeSite.refused(401, "authgate_invalid_credentials"));

        failure(login());
        failure(login());

        assertThat(site.asked())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ag_key, 401, authgate_api_key_invalid,        CLIENT_REFUSED, api_key_invalid",
        "'',     401, authgate_api_key_invalid,        CLIENT_REFUSED, api_key_not_set",
        "ag_key, 503, authgate_api_key_not_configured, CLIENT_REFUSED, api_key_not_configured",
        "ag_key, 401, authgate_invalid_credentials,    INVALID_CREDENTIALS, invalid_credentials",
        "ag_key, 403, authgate_account_refused,        ACCOUNT_REFUSED, account_refused",
        "ag_key, 403, authgate_role_refused,           ACCOUNT_REFUSED, role_refused",
        "ag_key, 403, authgate_second_factor_required, ACCOUNT_REFUSED, second_factor",
        "ag_key, 429, authgate_too_many_attempts,      TOO_MANY_ATTEMPTS, too_many_attempts",
        "ag_key, 400, authgate_bad_request,            SERVER_FAULT, unexpected_answer",
        "ag_key, 401, authgate_token_expired,          SERVER_FAULT, unexpected_answer",
        "ag_key, 403, something_else,                  SERVER_FAULT, unexpected_answer",
    })
    void ourPluginsRefusalsAreTold(String apiKey, int status, String code, Reason reason, String told) {
        service.close();
        service = service(apiKey);
        site.works();
        site.stub(post(urlPathEqualTo(TOKEN_PATH)), FakeSite.refused(status, code));

        AuthException failure = failure(login());

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.code()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "0, 1",
        "300, 300",
        "86400, 300",
        "99999999999999999999, 5",
        "-5, 5",
        "abc, 5",
        "1.5, 5",
        "'', 5",
        "'Mon, 23 Nov 2026 12:01:30 GMT', 90",
        "'Mon, 23 Nov 2026 11:00:00 GMT', 1",
        "'Mon, 23 Nov 2037 12:00:00 GMT', 300",
    })
    void theWaitThatTheServerAsksForIsToldInSeconds(String retryAfter, int seconds) {
        site.works();
        site.stub(
                post(urlPathEqualTo(TOKEN_PATH)),
                FakeSite.html(429)
                        .withHeader("Retry-After", retryAfter)
                        .withHeader("Date", "Mon, 23 Nov 2026 12:00:00 GMT"));

        AuthException failure = failure(login());

        assertThat(failure.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void aTokenYoungerThanTheServersClockIsValidatedOnceMore() {
        site.works();
        site.stub(
                post(urlPathEqualTo(VALIDATE_PATH))
                        .inScenario("clock")
                        .whenScenarioStateIs(STARTED)
                        .willSetStateTo("later"),
                FakeSite.json("{'code':'jwt_auth_invalid_token','message':'Cannot handle token prior to now'}")
                        .withStatus(403));

        assertThat(value(login()).user().getName()).isEqualTo("ann");
        assertThat(site.asked())
                .filteredOn(request -> request.endsWith("/validate"))
                .hasSize(2);
    }

    @Test
    void aTokenThatStaysTooYoungIsAFaultAndNotAnExpiredSession() {
        site.works();
        site.stub(
                post(urlPathEqualTo(VALIDATE_PATH)),
                FakeSite.json("{'code':'jwt_auth_invalid_token','message':'Cannot handle token prior to now'}")
                        .withStatus(403));

        assertThat(failure(login()).reason()).isEqualTo(Reason.SERVER_FAULT);
        assertThat(site.asked())
                .filteredOn(request -> request.endsWith("/validate"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-11-23T12:00:00Z", "2026-11-23T12:00:00Z", "2036-11-23T12:00:00Z"})
    void aWrongClockHereDoesNotChangeHowLongATokenLives(String local) {
        service.close();
        clock = Clock.fixed(Instant.parse(local), ZoneOffset.UTC);
        service = service("ag_key");
        issuesTokenAt(NOW, NOW, NOW.plusSeconds(1_800));

        assertThat(value(login()).accessToken().expiresAt())
                .contains(Instant.parse(local).plusSeconds(1_800));
    }

    @Test
    void aTokenNeverLivesLongerThanItWasMeantTo() {
        issuesTokenAt(NOW.minusSeconds(7_200), NOW, NOW.plusSeconds(600));

        assertThat(value(login()).accessToken().expiresAt()).contains(NOW.plusSeconds(600));
    }

    @Test
    void aTokenWhoseDatesSayNothingHasNoKnownEnd() {
        issuesTokenAt(NOW, NOW.minusSeconds(7_200), NOW.minusSeconds(600));

        assertThat(value(login()).accessToken().expiresAt()).isEmpty();
    }

    private void issuesTokenAt(Instant serverTime, Instant issuedAt, Instant expiresAt) {
        String date = java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(serverTime.atOffset(ZoneOffset.UTC));
        site.works();
        site.stub(
                post(urlPathEqualTo(TOKEN_PATH)),
                FakeSite.issued(FakeSite.token(7, issuedAt.getEpochSecond(), expiresAt.getEpochSecond())));
        site.stub(
                post(urlPathEqualTo(VALIDATE_PATH)),
                FakeSite.validated("{'id':7,'name':'ann'}").withHeader("Date", date));
    }

    @Test
    void prepareTellsTheSitesNameAndTheLoginUsesWhatItFound() {
        site.works();

        CompletableFuture<Optional<io.github.authgate.SiteInfo>> prepared = service.prepare();
        value(login());

        assertThat(value(prepared)).hasValueSatisfying(info -> {
            assertThat(info.name()).isEqualTo("Ann & S\u00f6hne");
            assertThat(info.address()).isEqualTo(site.address());
            assertThat(info.lostPasswordUri())
                    .contains(URI.create(site.address() + "/wp-login.php?action=lostpassword"));
        });
        assertThat(site.asked())
                .filteredOn(request -> request.startsWith("GET"))
                .hasSize(1);
    }

    @Test
    void prepareIsSilentAboutFailuresAndTheLoginReportsThem() {
        site.stub(any(anyUrl()), FakeSite.html(404));

        assertThat(value(service.prepare())).isEmpty();
        assertThat(failure(login()).code()).isEqualTo("not_wordpress");
    }

    @Test
    void aLoginThatJoinsAProbeWhichFailsAsksOnceMore() throws IOException {
        CompletableFuture<Void> probing = new CompletableFuture<>();
        CompletableFuture<Void> down = new CompletableFuture<>();
        ManualDelay delay = new ManualDelay();
        try (RawServer server = new RawServer(
                        connection -> {
                            connection.read();
                            probing.complete(null);
                            down.join();
                            connection.write("HTTP/1.1 400 No\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 13\r\nConnection: close\r\n\r\n{\"code\":\"no\"}");
                        },
                        connection -> {
                            connection.read();
                            connection.answer("{'name':'x','namespaces':['jwt-auth/v1']}");
                            connection.read();
                            connection.answer("{'token':'" + FakeSite.token(7, 1_000, 4_600) + "'}");
                            connection.read();
                            connection.answer("{'code':'jwt_auth_valid_token','data':{'user':{'id':7,'name':'ann'}}}");
                            connection.waitForEnd();
                        });
                WordPressAuthService raw = WordPressAuthService.builder(
                                WordPressConfig.builder(server.address()).build())
                        .delay(delay)
                        .build()) {
            raw.prepare();
            value(probing);
            CompletableFuture<AuthSession> login;
            try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
                login = raw.login(credentials);
            }
            delay.awaitWaits(6); // deadline and step of prepare, of the probe, of the login: it has joined
            down.complete(null);

            assertThat(value(login).user().id()).isEqualTo("7");
        }
    }

    @Test
    void cancellingPrepareLeavesTheLoginAlone() {
        site.works();

        service.prepare().cancel(true);

        assertThat(value(login()).user().getName()).isEqualTo("ann");
    }

    @Test
    void aTokenWhoseValidationFailsIsRevoked() {
        site.works();
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), FakeSite.html(500));

        assertThat(failure(login()).code()).isEqualTo("server_error");

        value(site.requested(LOGOUT_PATH));
    }

    @Test
    void logoutTellsTheServer() {
        site.works();
        AuthSession session = value(login());

        assertThat(value(service.logout(session))).isTrue();

        assertThat(value(site.requested(LOGOUT_PATH)).getHeader("X-API-KEY")).isEqualTo("ag_key");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 503})
    void aServerThatDoesNotConfirmTheLogoutIsToldAgainLater(int status) {
        service.close();
        CompletableFuture<Duration> again = new CompletableFuture<>();
        service = WordPressAuthService.builder(
                        WordPressConfig.builder(site.address()).build())
                .delay(duration -> {
                    if (duration.equals(Duration.ofSeconds(20))) {
                        again.complete(duration);
                    }
                    return new CompletableFuture<>();
                })
                .build();
        site.works();
        AuthSession session = value(login());
        site.stub(post(urlPathEqualTo(LOGOUT_PATH)), FakeSite.html(status));

        assertThat(value(service.logout(session))).isTrue();

        assertThat(value(again)).isNotNull();
    }

    @Test
    void aSessionOfAnotherSiteIsNeitherSentNorStoredNorLoggedOut() throws IOException {
        site.works();
        store.save(site.address().toString(), "the.own.token");
        AuthUser elsewhere = AuthUser.builder("7", "ann")
                .site(URI.create("https://other.example.org"))
                .build();
        AuthSession foreign = AuthSession.of(elsewhere, AccessToken.of("another.sites.token", null))
                .withRememberMe(true);

        assertThat(failure(service.revalidate(foreign)).reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(value(service.keep(foreign))).isFalse();
        assertThat(value(service.keep(foreign.withRememberMe(false)))).isFalse();
        assertThat(value(service.logout(foreign))).isFalse();

        value(login()); // whatever was asked before has been asked by now
        assertThat(site.requests())
                .noneMatch(request -> "Bearer another.sites.token".equals(request.getHeader("Authorization")));
        assertThat(store.load(site.address().toString())).contains("the.own.token");
    }

    @Test
    void loggingOneSessionOutLeavesTheStoredTokenOfAnotherAlone() throws IOException {
        site.works();
        AuthSession newcomer = value(login());
        store.save(site.address().toString(), "another.stored.token");

        assertThat(value(service.logout(newcomer))).isTrue();

        assertThat(store.load(site.address().toString())).contains("another.stored.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a token", "a.b", "a.b.c\n", "<html>"})
    void aStoredTokenThatIsNoneIsDeletedWithoutAskingTheServer(String stored) throws IOException {
        site.works();
        store.save(site.address().toString(), stored);

        assertThat(value(service.restore())).isEmpty();

        assertThat(store.load(site.address().toString())).isEmpty();
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void theStoredTokenOfOneSiteIsNotSentToAnother() throws IOException {
        site.works();
        store.save("https://other.example.org", FakeSite.token(7, 1_000, 4_600));
        store.save(site.address() + "/blog", FakeSite.token(7, 1_000, 4_600));

        assertThat(value(service.restore())).isEmpty();

        assertThat(site.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 429, 404, 403})
    void aFaultOfTheServerDoesNotEraseTheStoredToken(int status) throws IOException {
        site.works();
        store.save(site.address().toString(), FakeSite.token(7, 1_000, 4_600));
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), FakeSite.html(status));

        failure(service.restore());

        assertThat(store.load(site.address().toString())).isPresent();
    }

    @Test
    void aRestoreIsOneRequestWithOurPluginTheProbeApart() throws IOException {
        site.works();
        store.save(site.address().toString(), FakeSite.token(7, 1_000, 4_600));

        assertThat(value(service.restore())).isPresent();

        assertThat(site.asked())
                .filteredOn(request -> request.startsWith("POST"))
                .hasSize(1);
    }

    @Test
    void aStoreThatFailsIsNoReasonNotToAskForThePassword() {
        service.close();
        service = WordPressAuthService.builder(
                        WordPressConfig.builder(site.address()).build())
                .tokenStore(new BrokenTokenStore())
                .build();
        site.works();

        assertThat(value(service.restore())).isEmpty();
        AuthSession session = value(login(true));
        assertThat(value(service.keep(session))).isFalse();
        assertThat(value(service.logout(session))).isFalse();
    }

    @Test
    void afterCloseNothingIsUnderWayAndNothingStarts() {
        site.stub(any(anyUrl()), FakeSite.html(200).withFixedDelay(60_000));
        CompletableFuture<AuthSession> login = login();

        service.close();

        assertThat(login).isCancelled();
        assertThat(failure(login()).code()).isEqualTo("service_closed");
    }

    private static final class BrokenTokenStore implements TokenStore {

        @Override
        public Optional<String> load(String key) throws IOException {
            throw new IOException("locked");
        }

        @Override
        public void save(String key, String secret) {
            throw new IllegalStateException("no keychain");
        }

        @Override
        public void delete(String key) throws IOException {
            throw new IOException("locked");
        }
    }
}
