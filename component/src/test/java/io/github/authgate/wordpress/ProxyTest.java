package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login says about a proxy that it has no password for. */
class ProxyTest {

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9", "https://127.0.0.1:9"})
    void aProxyThatWantsAPasswordIsNamedAtOnce(String site) throws Exception {
        try (RawServer proxy = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n"
                            + "Content-Length: 0\r\nConnection: close\r\n\r\n");
                });
                WordPressAuthService service = WordPressAuthService.builder(
                                WordPressConfig.builder(URI.create(site)).build())
                        .proxy(ProxySelector.of(new InetSocketAddress(
                                InetAddress.getLoopbackAddress(),
                                proxy.address().getPort())))
                        .build();
                Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
            CompletableFuture<AuthSession> login = service.login(credentials);

            Throwable failure = catchThrowable(() -> login.get(20, TimeUnit.SECONDS));

            assertThat(failure).hasCauseInstanceOf(AuthException.class);
            AuthException cause = (AuthException) failure.getCause();
            assertThat(cause.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(cause.code()).isEqualTo("proxy_authentication_required");
        }
    }
}
