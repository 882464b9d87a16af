package io.github.authgate.testkit;

import io.github.authgate.AuthService;
import io.github.authgate.AuthServiceContract;

class FakeAuthServiceContractTest extends AuthServiceContract {

    private final FakeAuthService service = FakeAuthService.of(FakeUser.of("ann", "right"));

    @Override
    protected AuthService service() {
        return service;
    }

    @Override
    protected void serverKnowsAnn() {
        service.accept();
    }

    @Override
    protected void serverTakesTokensBack() {
        service.revokeTokens();
    }

    @Override
    protected void serverHoldsItsAnswers() {
        service.holdAnswers();
    }
}
