package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies that refuse, fail or are not there, and passwords that are nobody's business. */
class ProxyFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "407 Proxy Authentication Required, Proxy-Authenticate: Basic realm=x, SERVER_UNREACHABLE",
        "407 Proxy Authentication Required, X: y,                              SERVER_UNREACHABLE",
        "502 Bad Gateway,                   Content-Type: text/html,           SERVER_UNREACHABLE",
    })
    void aProxyThatRefusesATunnelIsAnUnreachableServer(String status, String header, Reason reason) throws IOException {
        try (RawServer proxy = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: 4\r\n\r\nnope");
            connection.waitForEnd();
        })) {
            AuthException failure = loginFailure(URI.create("https://example.org"), through(proxy));

            assertThat(failure.reason()).isIn(reason, Reason.SERVER_FAULT);
            assertThat(proxy.connections())
                    .allSatisfy(connection -> assertThat(connection.requests())
                            .allMatch(request -> request.equals("CONNECT example.org:443 HTTP/1.1")));
        }
    }

    @Test
    void aProxyThatIsNotThereIsAnUnreachableServer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        AuthException failure = loginFailure(
                URI.create("https://example.org"), ProxySelector.of(new InetSocketAddress("127.0.0.1", port)));

        assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSelectorThatNamesNoProxyMeansThatThereIsNone(boolean answersNull) throws IOException {
        try (RawServer server = new RawServer(GoodLogin::serve)) {
            assertThat(login(server.address(), new SilentSelector(answersNull ? null : List.of())))
                    .satisfiesAnyOf(
                            login -> assertThat(value(login).user().id()).isEqualTo("7"),
                            login -> assertThat(failure(login).reason()).isEqualTo(Reason.SERVER_UNREACHABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"WWW-Authenticate: Basic realm=\"members\"\r\n", ""})
    void theProgramsPasswordsAreForNoServerThatAsks(String challenge) throws IOException {
        List<String> asked = new ArrayList<>();
        Authenticator.setDefault(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                asked.add(String.valueOf(getRequestorType()));
                return new PasswordAuthentication("proxy-user", "proxy-password".toCharArray());
            }
        });
        List<String> requests = new ArrayList<>();
        try (RawServer server = new RawServer(connection -> {
            while (true) {
                requests.add(connection.read());
                connection.write("HTTP/1.1 401 Unauthorized\r\n" + challenge + "Content-Length: 0\r\n\r\n");
            }
        })) {
            AuthException failure = loginFailure(server.address(), ProxySelector.of(null));

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_FAULT);
            assertThat(asked).isEmpty();
            assertThat(requests).noneMatch(request -> request.contains("Authorization"));
        } finally {
            Authenticator.setDefault(null);
        }
    }

    private static ProxySelector through(RawServer proxy) {
        return ProxySelector.of(
                new InetSocketAddress("127.0.0.1", proxy.address().getPort()));
    }

    private static AuthException loginFailure(URI site, ProxySelector proxy) {
        return failure(login(site, proxy));
    }

    private static CompletableFuture<AuthSession> login(URI site, ProxySelector proxy) {
        WordPressAuthService service = WordPressAuthService.builder(
                        WordPressConfig.builder(site).build())
                .proxy(proxy)
                .build();
        CompletableFuture<AuthSession> login = GoodLogin.login(service);
        login.whenComplete((session, failure) -> service.close());
        return login;
    }

    private static final class SilentSelector extends ProxySelector {

        private final List<Proxy> answer;

        private SilentSelector(List<Proxy> answer) {
            this.answer = answer;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return answer;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }
}
