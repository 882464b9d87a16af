package io.github.authgate.testkit;

import io.github.authgate.AuthService;
import io.github.authgate.AuthServiceContract;
import io.github.authgate.wordpress.WordPressAuthService;
import org.junit.jupiter.api.AfterEach;

/** The real client is at home on the site that stands in for WordPress. */
class FakeWordPressContractTest extends AuthServiceContract {

    private final FakeWordPress site =
            FakeWordPress.builder().user(FakeUser.of("ann", "right")).start();
    private final WordPressAuthService service = WordPressAuthService.create(site.config());

    @AfterEach
    void close() {
        service.close();
        site.close();
    }

    @Override
    protected AuthService service() {
        return service;
    }

    @Override
    protected void serverKnowsAnn() {
        site.releaseAnswers();
    }

    @Override
    protected void serverTakesTokensBack() {
        site.revokeTokens();
    }

    @Override
    protected void serverHoldsItsAnswers() {
        site.holdAnswers();
    }
}
