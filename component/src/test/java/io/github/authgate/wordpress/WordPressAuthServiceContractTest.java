package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import io.github.authgate.AuthService;
import io.github.authgate.AuthServiceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class WordPressAuthServiceContractTest extends AuthServiceContract {

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    private WordPressAuthService service;

    @BeforeEach
    void start() {
        service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).apiKey("key").build());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Override
    protected AuthService service() {
        return service;
    }

    @Override
    protected void serverKnowsAnn() {
        site.works();
        site.stub(
                post(urlPathEqualTo(FakeSite.TOKEN_PATH)).withRequestBody(containing("password=wrong")),
                FakeSite.refused(403, "[jwt_auth] incorrect_password"));
    }

    @Override
    protected void serverTakesTokensBack() {
        site.stub(post(urlPathEqualTo(FakeSite.VALIDATE_PATH)), FakeSite.refused(401, "authgate_session_revoked"));
    }

    @Override
    protected void serverHoldsItsAnswers() {
        site.stub(any(anyUrl()), FakeSite.html(200).withFixedDelay(30_000));
    }
}
