package io.github.authgate.wordpress;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A login as it should be: what Ann presents, and what a site with the JWT plugin answers on the wire. */
final class GoodLogin {

    static final String INDEX = "{'name':'x','namespaces':['jwt-auth/v1']}";
    static final String ISSUED = "{'token':'" + FakeSite.token(7, 1_000, 4_600) + "','user_nicename':'ann'}";
    static final String VALID = "{'code':'jwt_auth_valid_token','data':{'status':200,'user':{'id':7,'name':'ann'}}}";

    private GoodLogin() {}

    /** Answers the probe, the login and the validation. */
    static void serve(RawServer.Connection connection) throws IOException {
        connection.read();
        connection.answer(INDEX);
        connection.read();
        connection.answer(ISSUED);
        connection.read();
        connection.answer(VALID);
        connection.waitForEnd();
    }

    static CompletableFuture<AuthSession> login(AuthService service) {
        try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
            return service.login(credentials);
        }
    }
}
