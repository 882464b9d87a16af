package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.GoodLogin.INDEX;
import static io.github.authgate.wordpress.GoodLogin.ISSUED;
import static io.github.authgate.wordpress.GoodLogin.VALID;
import static io.github.authgate.wordpress.GoodLogin.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire can do to a login: silence, resets, lies. */
class TransportFaultsTest {

    @Test
    void aRefusedConnectionIsAnUnreachableServer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        AuthException failure = loginFailure(URI.create("http://127.0.0.1:" + port));

        assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        assertThat(failure.code()).isEqualTo("connection_refused");
    }

    @Test
    void anUnknownHostIsAnUnreachableServer() {
        AuthException failure = loginFailure(URI.create("https://no-such-host.invalid"));

        assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        assertThat(failure.code()).isEqualTo("host_unknown");
    }

    @Test
    void aServerThatSpeaksNoTlsIsNotTrusted() throws IOException {
        try (RawServer server = new RawServer(connection -> connection.write("HTTP/1.1 200 OK\r\n\r\n"))) {
            URI https = URI.create("https://127.0.0.1:" + server.address().getPort());

            assertThat(loginFailure(https).reason()).isEqualTo(Reason.SERVER_NOT_TRUSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"token\":",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"",
            })
    void aBrokenAnswerIsAFaultOrALostConnectionAndNeverALogin(String answer) throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write(answer);
        })) {
            AuthException failure = loginFailure(server.address());

            assertThat(failure.reason()).isIn(Reason.SERVER_FAULT, Reason.SERVER_UNREACHABLE);
            assertThat(failure.getCause()).isNull();
        }
    }

    @Test
    void aResetConnectionIsAnUnreachableServer() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.reset();
        })) {
            assertThat(loginFailure(server.address()).reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        }
    }

    @Test
    void interimAnswersAreSkipped() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer(INDEX);
            connection.read();
            connection.write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            connection.answer(ISSUED);
            connection.read();
            connection.answer(VALID);
            connection.waitForEnd();
        })) {
            assertThat(value(login(service(server.address()))).user().id()).isEqualTo("7");
        }
    }

    @Test
    void theDeadlineCoversTheBodyOfAnAnswer() throws IOException {
        ManualDelay delay = new ManualDelay();
        CompletableFuture<Void> dripping = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.write(
                            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
                    dripping.complete(null);
                    connection.waitForEnd();
                });
                WordPressAuthService service = service(server.address(), delay)) {
            CompletableFuture<AuthSession> login = login(service);
            value(dripping);

            delay.pass(Duration.ofSeconds(30));

            AuthException failure = failure(login);
            assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(failure.code()).isEqualTo("timeout");
            value(server.connections().get(0).closed());
        }
    }

    @Test
    void aSilentServerIsGivenUpAfterHalfTheTimeOfTheAttempt() throws IOException {
        ManualDelay delay = new ManualDelay();
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    asked.complete(null);
                    connection.waitForEnd();
                });
                WordPressAuthService service = service(server.address(), delay)) {
            CompletableFuture<AuthSession> login = login(service);
            value(asked);

            delay.pass(Duration.ofSeconds(15));

            assertThat(failure(login).code()).isEqualTo("timeout");
        }
    }

    @Test
    void anEndedLoginLeavesNoTimerBehind() throws IOException {
        ManualDelay delay = new ManualDelay();
        try (RawServer server = new RawServer(GoodLogin::serve);
                WordPressAuthService service = service(server.address(), delay)) {
            value(login(service));

            delay.assertNobodyWaits();
        }
    }

    @Test
    void aClosedServiceLetsGoOfItsConnectionThoughSomebodyHoldsTheService() throws IOException {
        try (RawServer server = new RawServer(GoodLogin::serve)) {
            WordPressAuthService service = service(server.address());
            value(login(service));
            CompletableFuture<Void> closed = server.connections().get(0).closed();

            service.close();

            for (int i = 0; i < 100 && !closed.isDone(); i++) {
                System.gc(); // the JDK's client ends when nobody refers to it, and looks for that now and then
                closed.copy()
                        .completeOnTimeout(null, 100, TimeUnit.MILLISECONDS)
                        .join();
            }
            assertThat(closed).isCompleted();
            assertThat(failure(login(service)).code()).isEqualTo("service_closed");
        }
    }

    @Test
    void cancellingClosesTheConnection() throws IOException {
        CompletableFuture<Void> holding = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer(INDEX);
            connection.read();
            holding.complete(null);
            connection.waitForEnd();
        })) {
            CompletableFuture<AuthSession> login = login(service(server.address()));
            value(holding);

            login.cancel(true);

            value(server.connections().get(0).closed());
        }
    }

    @Test
    void aTokenThatHasArrivedWhenTheLoginIsCancelledIsRevoked() throws IOException {
        CompletableFuture<Void> validating = new CompletableFuture<>();
        CompletableFuture<String> revocation = new CompletableFuture<>();
        try (RawServer server = new RawServer(
                connection -> {
                    connection.read();
                    connection.answer("{'name':'x','namespaces':['jwt-auth/v1','authgate/v1']}");
                    connection.read();
                    connection.answer(ISSUED);
                    connection.read();
                    validating.complete(null);
                    connection.waitForEnd();
                },
                connection -> revocation.complete(connection.read()))) {
            CompletableFuture<AuthSession> login = login(service(server.address()));
            value(validating);

            login.cancel(true);

            assertThat(value(revocation))
                    .startsWith("POST /wp-json/authgate/v1/logout")
                    .contains("Authorization: Bearer " + FakeSite.token(7, 1_000, 4_600));
        }
    }

    @Test
    void aConnectionThatTheServerClosedMeanwhileIsReplacedOnce() throws IOException {
        try (RawServer server = new RawServer(
                connection -> {
                    connection.read();
                    connection.answer(INDEX);
                    connection.read();
                },
                connection -> {
                    connection.read();
                    connection.answer(ISSUED);
                    connection.read();
                    connection.answer(VALID);
                    connection.waitForEnd();
                })) {
            assertThat(value(login(service(server.address()))).user().id()).isEqualTo("7");
            assertThat(server.connections().get(1).requests())
                    .containsExactly(
                            "POST /wp-json/jwt-auth/v1/token HTTP/1.1",
                            "POST /wp-json/jwt-auth/v1/token/validate HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 7_200, -3_600})
    void aConnectionThatHasBeenIdleForLongIsNotUsedAgain(long idleSeconds) throws IOException {
        SettableClock clock = new SettableClock();
        try (RawServer server = serverBehindAFirewallThatForgets();
                WordPressAuthService service = service(server.address(), clock)) {
            value(service.prepare());
            clock.pass(Duration.ofSeconds(idleSeconds));

            assertThat(value(login(service)).user().id()).isEqualTo("7");
        }
    }

    @Test
    void aConnectionThatHasBeenIdleForAMomentIsUsedAgain() throws IOException {
        SettableClock clock = new SettableClock();
        try (RawServer server = new RawServer(GoodLogin::serve);
                WordPressAuthService service = service(server.address(), clock)) {
            value(service.prepare());
            clock.pass(Duration.ofSeconds(30));
            value(login(service));

            assertThat(server.connections()).hasSize(1);
        }
    }

    /** What is sent over the first connection after its first answer is lost, and nobody is told. */
    private static RawServer serverBehindAFirewallThatForgets() {
        return new RawServer(
                connection -> {
                    connection.read();
                    connection.answer(INDEX);
                    connection.waitForEnd();
                },
                connection -> {
                    connection.read();
                    connection.answer(ISSUED);
                    connection.read();
                    connection.answer(VALID);
                    connection.waitForEnd();
                });
    }

    @Test
    void aConnectionThatIsNotUsedAgainIsGarbageAndSoIsItsThread() throws IOException, InterruptedException {
        SettableClock clock = new SettableClock();
        Set<Thread> others = selectors();
        try (RawServer server = serverBehindAFirewallThatForgets();
                WordPressAuthService service = service(server.address(), clock)) {
            value(service.prepare());
            Set<Thread> first = selectors();
            first.removeAll(others);
            clock.pass(Duration.ofMinutes(5));
            value(login(service));

            for (int i = 0; i < 100 && first.stream().anyMatch(Thread::isAlive); i++) {
                System.gc();
                first.iterator().next().join(200);
            }
            assertThat(first).isNotEmpty().noneMatch(Thread::isAlive);
        }
    }

    /** Returns the threads of the JDK's HTTP clients. */
    private static Set<Thread> selectors() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().contains("SelectorManager"));
        return threads;
    }

    private static WordPressAuthService service(URI address, Clock clock) {
        return WordPressAuthService.builder(WordPressConfig.builder(address).build())
                .clock(clock)
                .build();
    }

    private static final class SettableClock extends Clock {

        private volatile Instant now = Instant.EPOCH;

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void aServerThatKeepsClosingIsNotAskedAThirdTime() throws IOException {
        try (RawServer server = new RawServer(
                connection -> {
                    connection.read();
                    connection.answer(INDEX);
                    connection.read();
                },
                RawServer.Connection::read)) {
            assertThat(failure(login(service(server.address()))).reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(server.connections()).hasSize(2);
        }
    }

    @Test
    void anEndlessAnswerIsCutOff() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            while (true) {
                connection.write("x".repeat(8_192));
            }
        })) {
            assertThat(loginFailure(server.address()).reason()).isEqualTo(Reason.SERVER_FAULT);
            value(server.connections().get(0).closed());
        }
    }

    @Test
    void aProxySelectorThatThrowsIsAnUnreachableServer() {
        ProxySelector broken = new ProxySelector() {
            @Override
            public List<java.net.Proxy> select(URI uri) {
                throw new IllegalStateException("no proxy today");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        try (WordPressAuthService service = WordPressAuthService.builder(
                        WordPressConfig.builder(URI.create("https://example.org"))
                                .build())
                .proxy(broken)
                .build()) {
            assertThat(failure(login(service)).reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        }
    }

    private static AuthException loginFailure(URI address) {
        try (WordPressAuthService service = service(address)) {
            return failure(login(service));
        }
    }

    private static WordPressAuthService service(URI address) {
        return service(address, Delay.system());
    }

    private static WordPressAuthService service(URI address, Delay delay) {
        return WordPressAuthService.builder(WordPressConfig.builder(address).build())
                .delay(delay)
                .build();
    }
}
