package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.authgate.AccessToken;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host's own requests in the name of a session. */
class HostRequestsTest {

    private static final String POSTS = "/wp-json/wp/v2/posts";
    private static final String TOKEN = FakeSite.token(7, 1_000, 4_600);

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    private WordPressAuthService service;
    private AuthSession session;

    @BeforeEach
    void start() {
        service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).apiKey("ag_key").build());
        session =
                AuthSession.of(AuthUser.builder("7", "ann").site(site.address()).build(), AccessToken.of(TOKEN, null));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void carryTokenAndKeyAndKeepTheirBody() {
        site.stub(post(urlPathEqualTo(POSTS)), FakeSite.json("{'id':1}").withStatus(201));
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.address() + POSTS + "?x=1"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer of somebody else")
                .POST(BodyPublishers.ofString("{\"title\":\"x\"}"))
                .build();

        HttpResponse<String> response = value(service.send(session, request, BodyHandlers.ofString()));

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("{\"id\":1}");
        LoggedRequest sent = site.request(POSTS);
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(sent.getHeader("X-API-KEY")).isEqualTo("ag_key");
        assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(sent.getBodyAsString()).isEqualTo("{\"title\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/wp-json/", "https://example.org/wp-json/", "http://localhost/"})
    void doNotLeaveTheSite(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();

        assertThatThrownBy(() -> service.send(session, request, BodyHandlers.discarding()))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(TOKEN);
        assertThatThrownBy(() -> service.authorize(session, HttpRequest.newBuilder(URI.create(address))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doNotTakeTheSessionOfAnotherSite() {
        AuthSession other = AuthSession.of(
                AuthUser.builder("7", "ann")
                        .site(URI.create("https://example.org"))
                        .build(),
                AccessToken.of(TOKEN, null));

        assertThatThrownBy(() -> service.authorize(other, HttpRequest.newBuilder(site.address())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withAClientOfTheirOwnAreAuthorizedTheSameWay() {
        HttpRequest request = service.authorize(session, HttpRequest.newBuilder(URI.create(site.address() + POSTS)))
                .build();

        assertThat(request.headers().allValues("Authorization")).containsExactly("Bearer " + TOKEN);
        assertThat(request.headers().allValues("X-API-KEY")).containsExactly("ag_key");
    }

    @Test
    void areNotRedirected() {
        site.stub(get(urlPathEqualTo(POSTS)), FakeSite.html(302).withHeader("Location", "https://example.org/"));

        assertThat(value(service.send(session, postsRequest(), BodyHandlers.discarding()))
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @CsvSource({
        "403, jwt_auth_invalid_token",
        "403, jwt_auth_bad_iss",
        "401, authgate_session_revoked",
        "401, authgate_token_expired",
    })
    void endWithSessionExpiredWhereTheServerTakesTheTokenBack(int status, String code) {
        site.stub(get(urlPathEqualTo(POSTS)), FakeSite.refused(status, code));

        assertThat(failure(service.send(session, postsRequest(), BodyHandlers.ofString()))
                        .reason())
                .isEqualTo(Reason.SESSION_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"403, rest_forbidden", "401, rest_cannot_view", "500, jwt_auth_invalid_token"})
    void giveEveryOtherRefusalToTheHostAsItIs(int status, String code) {
        site.stub(get(urlPathEqualTo(POSTS)), FakeSite.refused(status, code));

        HttpResponse<String> response = value(service.send(session, postsRequest(), BodyHandlers.ofString()));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(code);
    }

    @Test
    void giveALongRefusalToTheHostAsItIs() {
        String page = "x".repeat(BoundedBody.LIMIT * 3);
        site.stub(get(urlPathEqualTo(POSTS)), FakeSite.html(403).withBody(page));

        assertThat(value(service.send(session, postsRequest(), BodyHandlers.ofString()))
                        .body())
                .isEqualTo(page);
    }

    @Test
    void endWhenTheServiceIsClosed() {
        site.stub(get(urlPathEqualTo(POSTS)), FakeSite.json("[]").withFixedDelay(30_000));
        CompletableFuture<HttpResponse<String>> underWay =
                service.send(session, postsRequest(), BodyHandlers.ofString());

        service.close();

        assertThat(underWay).isCancelled();
        assertThat(failure(service.send(session, postsRequest(), BodyHandlers.ofString()))
                        .code())
                .isEqualTo("service_closed");
    }

    private static HttpRequest postsRequest() {
        return HttpRequest.newBuilder(URI.create(site.address() + POSTS)).build();
    }
}
