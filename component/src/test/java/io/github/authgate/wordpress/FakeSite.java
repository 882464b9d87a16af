package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A WordPress made of stubs, and the few answers that most tests need. In a static field one server serves all tests of
 * a class, in an instance field each test has its own, out of reach of what earlier tests left under way.
 */
final class FakeSite implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static final String TOKEN_PATH = "/wp-json/jwt-auth/v1/token";
    static final String VALIDATE_PATH = "/wp-json/jwt-auth/v1/token/validate";
    static final String ME_PATH = "/wp-json/wp/v2/users/me";
    static final String INDEX_PATH = "/wp-json/";
    static final String LOGOUT_PATH = "/wp-json/authgate/v1/logout";

    private static final String USER =
            "{'id':7,'name':'ann','display_name':'Ann &amp; Co','email':'ann@example.org','roles':['editor'],"
                    + "'capabilities':{'edit_posts':true,'publish_posts':false}}";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final Map<String, CompletableFuture<LoggedRequest>> awaited = new ConcurrentHashMap<>();

    private boolean isShared;

    FakeSite() {
        server.addMockServiceRequestListener(
                (request, response) -> requested(pathOf(request.getUrl())).complete(LoggedRequest.createFrom(request)));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        isShared = true;
        server.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isShared) {
            server.resetAll();
            awaited.clear();
        } else {
            server.start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!isShared) {
            server.stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    URI address() {
        return URI.create(server.baseUrl());
    }

    /** Returns a future of the first request to a path, completed when its answer is ready. */
    CompletableFuture<LoggedRequest> requested(String path) {
        return awaited.computeIfAbsent(path, unseen -> new CompletableFuture<>());
    }

    /** Lets everything work, the way our own plugin answers. */
    FakeSite works() {
        stub(get(urlPathEqualTo(INDEX_PATH)), index("authgate/v1"));
        stub(post(urlPathEqualTo(TOKEN_PATH)), issued(token(7, 1_000, 4_600)));
        stub(post(urlPathEqualTo(VALIDATE_PATH)), validated(USER));
        stub(post(urlPathEqualTo(LOGOUT_PATH)), json("{'code':'authgate_logged_out','data':{'status':200}}"));
        return this;
    }

    /** Lets everything work, the way the JWT plugin alone answers: its validation says nothing about the user. */
    FakeSite worksWithoutOurPlugin() {
        stub(get(urlPathEqualTo(INDEX_PATH)), index("wp/v2"));
        stub(post(urlPathEqualTo(TOKEN_PATH)), issued(token(7, 1_000, 4_600)));
        stub(post(urlPathEqualTo(VALIDATE_PATH)), json("{'code':'jwt_auth_valid_token','data':{'status':200}}"));
        stub(get(urlPathEqualTo(ME_PATH)), me("['editor']", "{'edit_posts':true}"));
        return this;
    }

    void stub(MappingBuilder request, ResponseDefinitionBuilder response) {
        server.stubFor(request.willReturn(response));
    }

    /** Returns what was asked so far, oldest first, as {@code POST /path}. */
    List<String> asked() {
        return requests().stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .collect(Collectors.toList());
    }

    /** Returns the requests so far, oldest first. */
    List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }

    /** Returns the only request to a path. */
    LoggedRequest request(String path) {
        List<LoggedRequest> requests = requests().stream()
                .filter(request -> pathOf(request.getUrl()).equals(path))
                .collect(Collectors.toList());
        assertThat(requests).as("requests to " + path).hasSize(1);
        return requests.get(0);
    }

    private static String pathOf(String url) {
        return url.split("\\?", 2)[0];
    }

    static ResponseDefinitionBuilder index(String namespace) {
        return json("{'name':'Ann &amp; S\\u00f6hne','url':'https://example.org','namespaces':['jwt-auth/v1','"
                + namespace + "'],'site_icon_url':''}");
    }

    static ResponseDefinitionBuilder issued(String token) {
        return json("{'token':'" + token + "','user_email':'ann@example.org','user_nicename':'ann',"
                + "'user_display_name':'Ann &amp; Co'}");
    }

    static ResponseDefinitionBuilder validated(String user) {
        return json("{'code':'jwt_auth_valid_token','data':{'status':200,'user':" + user + "}}");
    }

    static ResponseDefinitionBuilder me(String roles, String capabilities) {
        return json("{'id':7,'slug':'ann','name':'Ann &amp; Co','email':'ann@example.org','roles':" + roles
                + ",'capabilities':" + capabilities + "}");
    }

    static ResponseDefinitionBuilder refused(int status, String code) {
        return json("{'code':'" + code + "','message':'<strong>Error:</strong> no','data':{'status':" + status + "}}")
                .withStatus(status);
    }

    static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><body>Hello</body></html>");
    }

    /** Answers with JSON that is written with single quotes here. */
    static ResponseDefinitionBuilder json(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=UTF-8")
                .withBody(body.replace('\'', '"'));
    }

    /** Makes a token with the claims of the JWT plugin and a signature that nobody here looks at. */
    static String token(long userId, long issuedAt, long expiresAt) {
        return token("{\"iss\":\"https://example.org\",\"iat\":" + issuedAt + ",\"nbf\":" + issuedAt + ",\"exp\":"
                + expiresAt + ",\"data\":{\"user\":{\"id\":\"" + userId + "\"}}}");
    }

    static String token(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2lnbmF0dXJl";
    }
}
