package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.GoodLogin.INDEX;
import static io.github.authgate.wordpress.GoodLogin.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that cannot prove who they are, and handshakes that come to no good end. */
class TlsFaultsTest {

    @TempDir
    static Path folder;

    private static Certificates good;

    @BeforeAll
    static void makeCertificate() {
        good = Certificates.ofThisMachine(folder);
    }

    @Test
    void aTrustedCertificateOfThisHostIsGood() throws IOException {
        try (RawServer server = new RawServer(good.listen(), GoodLogin::serve);
                WordPressAuthService service = service(server.secureAddress(), good.trusted(), Delay.system())) {
            assertThat(value(login(service)).user().id()).isEqualTo("7");
        }
    }

    @Test
    void aSelfSignedCertificateIsNotTrustedAndNothingIsSent() throws IOException {
        try (RawServer server = new RawServer(good.listen(), GoodLogin::serve)) {
            assertNotTrusted(server, null);
        }
    }

    @Test
    void anOutdatedCertificateIsNotTrusted() throws IOException {
        Certificates outdated = Certificates.outdated(folder);
        try (RawServer server = new RawServer(outdated.listen(), GoodLogin::serve)) {
            assertNotTrusted(server, outdated.trusted());
        }
    }

    @Test
    void theCertificateOfAnotherHostIsNotTrusted() throws IOException {
        Certificates other = Certificates.ofSomebodyElse(folder);
        try (RawServer server = new RawServer(other.listen(), GoodLogin::serve)) {
            assertNotTrusted(server, other.trusted());
        }
    }

    @Test
    void aServerThatKnowsOnlyTls10IsNotTrusted() throws IOException {
        // a server hello of TLS 1.0: record 3.1, handshake 2, version 3.1, random, no session,
        // TLS_RSA_WITH_AES_128_CBC_SHA
        byte[] hello = new byte[5 + 4 + 38];
        byte[] head = {0x16, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1};
        System.arraycopy(head, 0, hello, 0, head.length);
        hello[hello.length - 2] = 0x2f;
        try (RawServer server = new RawServer(connection -> {
            connection.write(hello);
            connection.waitForEnd();
        })) {
            assertNotTrusted(server, good.trusted());
        }
    }

    @Test
    void aHandshakeThatIsRefusedIsNotTrusted() throws IOException {
        byte[] protocolVersion = {0x15, 3, 3, 0, 2, 2, 70};
        try (RawServer server = new RawServer(connection -> connection.write(protocolVersion))) {
            assertNotTrusted(server, good.trusted());
        }
    }

    @Test
    void aHandshakeThatBreaksOffIsALostConnection() throws IOException {
        byte[] half = {0x16, 3, 3, 0, 42, 2, 0};
        assertLost(connection -> connection.write(half));
    }

    @Test
    void aServerThatHangsUpBeforeTheHandshakeIsALostConnection() throws IOException {
        assertLost(connection -> {}); // the end of the script ends the connection
    }

    @Test
    void aServerThatResetsTheConnectionBeforeTheHandshakeIsALostConnection() throws IOException {
        assertLost(RawServer.Connection::reset);
    }

    @Test
    void aServerThatHangsUpWithinTheHandshakeIsALostConnection() throws IOException {
        assertLost(RawServer.Connection::readByte);
    }

    @Test
    void aServerThatResetsTheConnectionWithinTheHandshakeIsALostConnection() throws IOException {
        assertLost(connection -> {
            connection.readByte();
            connection.reset();
        });
    }

    @Test
    void anAlertOfTheServerIsNotTrustedHoweverTheConnectionEnds() throws IOException {
        byte[] internalError = {0x15, 3, 3, 0, 2, 2, 80};
        try (RawServer server = new RawServer(connection -> {
            connection.readByte();
            connection.write(internalError);
            connection.waitForEnd();
        })) {
            assertNotTrusted(server, good.trusted());
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsATimeout() throws IOException {
        ManualDelay delay = new ManualDelay();
        CompletableFuture<Void> accepted = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
                    accepted.complete(null);
                    connection.waitForEnd();
                });
                WordPressAuthService service = service(server.secureAddress(), null, delay)) {
            CompletableFuture<AuthSession> login = login(service);
            value(accepted);

            delay.pass(Duration.ofSeconds(15));

            assertThat(failure(login).code()).isEqualTo("timeout");
            value(server.connections().get(0).closed());
        }
    }

    @Test
    void theTimeToConnectCoversTheHandshake() throws IOException {
        try (RawServer server = new RawServer(RawServer.Connection::waitForEnd);
                WordPressAuthService service = WordPressAuthService.builder(
                                WordPressConfig.builder(server.secureAddress())
                                        .connectTimeout(Duration.ofMillis(50))
                                        .build())
                        .delay(new ManualDelay()) // no other deadline ends it
                        .build()) {
            AuthException failure = failure(login(service));

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(failure.code()).isEqualTo("timeout");
        }
    }

    @Test
    void aRedirectToPlainHttpIsNotFollowed() throws IOException {
        try (RawServer plain = new RawServer(RawServer.Connection::waitForEnd);
                RawServer server = new RawServer(good.listen(), connection -> {
                    connection.read();
                    connection.answer(INDEX);
                    connection.read();
                    connection.write("HTTP/1.1 308 Permanent Redirect\r\nLocation: " + plain.address()
                            + "/\r\nContent-Length: 0\r\n\r\n");
                    connection.waitForEnd();
                });
                WordPressAuthService service = service(server.secureAddress(), good.trusted(), Delay.system())) {
            assertThat(failure(login(service)).code()).isEqualTo("site_moved");
            assertThat(plain.connections()).isEmpty();
        }
    }

    private static void assertLost(RawServer.Script script) throws IOException {
        try (RawServer server = new RawServer(script);
                WordPressAuthService service = service(server.secureAddress(), good.trusted(), Delay.system())) {
            AuthException failure = failure(login(service));

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(failure.code()).isIn("connection_lost", "connection_refused");
            assertThat(failure.isTransient()).isTrue();
        }
    }

    private static void assertNotTrusted(RawServer server, SSLContext trust) {
        try (WordPressAuthService service = service(server.secureAddress(), trust, Delay.system())) {
            AuthException failure = failure(login(service));

            assertThat(failure.reason()).isEqualTo(Reason.SERVER_NOT_TRUSTED);
            assertThat(failure.getCause()).isNull();
            assertThat(server.connections()).as("no second try without TLS").hasSizeLessThanOrEqualTo(1);
            assertThat(server.connections())
                    .allMatch(connection -> connection.requests().isEmpty());
        }
    }

    private static WordPressAuthService service(URI address, SSLContext trust, Delay delay) {
        WordPressAuthService.Builder builder = WordPressAuthService.builder(WordPressConfig.builder(address)
                        .connectTimeout(Duration.ofMinutes(1)) // so that it is not what ends an attempt
                        .build())
                .delay(delay);
        return trust == null ? builder.build() : builder.sslContext(trust).build();
    }
}
