package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.GoodLogin.INDEX;
import static io.github.authgate.wordpress.GoodLogin.VALID;
import static io.github.authgate.wordpress.GoodLogin.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to a login whose status line or headers lie, drip, never end or never come. */
class HeadFaultsTest {
    private static final String ISSUED =
            ("{'token':'" + FakeSite.token(7, 1_000, 4_600) + "','user_nicename':'ann'}").replace('\'', '"');

    @Test
    void noHeadButAGoodOneMakesALoginOfAGoodBody() throws IOException {
        for (String head : HostileAnswers.heads(ISSUED.length())) {
            try (RawServer server = new RawServer(
                    connection -> {
                        connection.read();
                        connection.answer(INDEX);
                        connection.read();
                        connection.write(head + "Connection: close\r\n\r\n" + ISSUED);
                    },
                    HeadFaultsTest::validate)) {
                AuthException failure = loginFailure(server.address(), Delay.system());

                assertThat(failure.reason())
                        .as(head)
                        .isIn(Reason.SERVER_FAULT, Reason.SERVER_UNREACHABLE, Reason.TOO_MANY_ATTEMPTS);
                assertThat(server.connections()).as(head).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    /** Says yes to whatever token comes: nobody may get as far as this. */
    private static void validate(RawServer.Connection connection) throws IOException {
        connection.read();
        connection.answer(VALID);
        connection.waitForEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Slow: ", ""})
    void aHeadThatDoesNotComeToAnEndIsATimeoutAndTheConnectionIsClosed(String beginning) throws IOException {
        ManualDelay delay = new ManualDelay();
        CompletableFuture<Void> dripping = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.answer(INDEX);
                    connection.read();
                    for (char c : beginning.toCharArray()) {
                        connection.write(String.valueOf(c));
                    }
                    dripping.complete(null);
                    connection.waitForEnd();
                });
                WordPressAuthService service = service(server.address(), delay)) {
            CompletableFuture<AuthSession> login = login(service);
            value(dripping);

            delay.pass(Duration.ofSeconds(15));

            assertThat(failure(login).code()).isEqualTo("timeout");
            value(server.connections().get(0).closed());
        }
    }

    @Test
    void endlessHeadersAreCutOff() throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer(INDEX);
            connection.read();
            connection.write("HTTP/1.1 200 OK\r\n");
            for (int i = 0; ; i++) {
                connection.write("X-" + i + ": " + "x".repeat(4_000) + "\r\n");
            }
        })) {
            AuthException failure = loginFailure(server.address(), new ManualDelay()); // no other deadline

            // the JDK stops reading at 384 KiB; that it leaves the socket open is beyond our reach
            assertThat(failure.reason()).isIn(Reason.SERVER_FAULT, Reason.SERVER_UNREACHABLE);
        }
    }

    @Test
    void aPortThatSwallowsConnectionsIsATimeout() throws IOException {
        ManualDelay delay = new ManualDelay();
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + deaf.getLocalPort());
            for (int i = 0; i < 3; i++) {
                // fills the queue of connections that nobody accepts; what comes later gets no answer at all
                Socket socket = new Socket();
                waiting.add(socket);
                connectOrGiveUp(socket, deaf);
            }
            try (WordPressAuthService service = service(address, delay)) {
                CompletableFuture<AuthSession> login = login(service);
                delay.awaitWaits(3);
                delay.pass(Duration.ofSeconds(15));

                assertThat(failure(login).code()).isEqualTo("timeout");
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void connectOrGiveUp(Socket socket, ServerSocket deaf) throws IOException {
        try {
            socket.connect(deaf.getLocalSocketAddress(), 100);
        } catch (java.net.SocketTimeoutException e) {
            // the queue is full already
        }
    }

    private static AuthException loginFailure(URI address, Delay delay) {
        try (WordPressAuthService service = service(address, delay)) {
            return failure(login(service));
        }
    }

    private static WordPressAuthService service(URI address, Delay delay) {
        return WordPressAuthService.builder(WordPressConfig.builder(address)
                        .connectTimeout(Duration.ofMinutes(1)) // so that it is not what ends an attempt
                        .build())
                .delay(delay)
                .build();
    }
}
