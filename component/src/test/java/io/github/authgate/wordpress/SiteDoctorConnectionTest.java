package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says where no HTTP answer comes about: addresses, names, sockets, certificates, proxies. */
class SiteDoctorConnectionTest {

    @TempDir
    static Path folder;

    private static TestCertificates certificates;
    private static HttpsServer good;
    private static HttpsServer expired;
    private static HttpsServer future;
    private static HttpsServer other;

    @BeforeAll
    static void startServers() throws Exception {
        certificates = TestCertificates.in(folder);
        good = certificates.serve("good", "dns:localhost", "-1d");
        expired = certificates.serve("expired", "dns:localhost", "-10d");
        future = certificates.serve("future", "dns:localhost", "+10d");
        other = certificates.serve("other", "dns:other.example.org", "-1d");
    }

    @AfterAll
    static void stopServers() {
        for (HttpsServer server : List.of(good, expired, future, other)) {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "example.org, has to begin with https://",
        "http://example.org, has to begin with https://",
        "https://ann:secret@example.org, must not contain a user name",
        "https://exa mple.org, not an address",
        "https://example.org/?page_id=2, must not contain a question mark"
    })
    void anAddressThatIsNoneIsFoundBeforeAnythingIsSent(String address, String complaint) {
        SiteReport report = SiteDoctor.builder(address).build().examine().join();

        assertThat(report.obstacle()).map(SiteFinding::code).contains("address_invalid");
        assertThat(report.findings().get(0).details())
                .singleElement()
                .asString()
                .contains(complaint);
        assertThat(report.toText()).doesNotContain("secret");
    }

    @Test
    void aNameWithoutAServer() throws Exception {
        assertThat(find("https://no-such-host.invalid", null)).isEqualTo("host_unknown");
    }

    @Test
    void aPortWhereNothingListens() throws Exception {
        assertThat(find("http://127.0.0.1:" + closedPort(), null)).isEqualTo("connection_refused");
    }

    @Test
    void aServerThatHangsUp() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.reset();
        })) {
            assertThat(find(server.address().toString(), null)).isEqualTo("connection_lost");
        }
    }

    @Test
    void aServerThatSpeaksAnotherProtocol() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            connection.waitForEnd();
        })) {
            assertThat(find(server.address().toString(), null)).isEqualTo("malformed_answer");
        }
    }

    @Test
    void aServerThatIsSilentEndsTheExaminationWithWhatIsKnown() throws Exception {
        try (RawServer server = new RawServer(RawServer.Connection::waitForEnd)) {
            SiteReport report = SiteDoctor.builder(WordPressConfig.builder(server.address())
                            .attemptTimeout(Duration.ofMillis(400))
                            .build())
                    .build()
                    .examine()
                    .get(20, TimeUnit.SECONDS);

            assertThat(report.obstacle()).map(SiteFinding::code).contains("timeout");
            assertThat(report.toText()).contains("[good] name: 127.0.0.1");
        }
    }

    @Test
    void cancellingHangsUp() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            asked.complete(null);
            connection.waitForEnd();
        })) {
            CompletableFuture<SiteReport> examination = SiteDoctor.builder(
                            server.address().toString())
                    .surroundings(Surroundings.USUAL.withDelay(
                            duration -> new CompletableFuture<>())) // no time limit hangs up first
                    .build()
                    .examine();
            asked.get(20, TimeUnit.SECONDS);

            examination.cancel(true);

            server.connections().get(0).closed().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aGoodCertificateOfTheCompanysOwnAuthority() throws Exception {
        SiteReport report = SiteDoctor.builder(address(good))
                .sslContext(certificates.trusting())
                .build()
                .examine()
                .get(20, TimeUnit.SECONDS);

        assertThat(report.obstacle()).map(SiteFinding::code).contains("not_wordpress");
        assertThat(report.toText()).contains("connection: https, certificate trusted");
    }

    @Test
    void anAuthorityThatNobodyKnows() throws Exception {
        SiteReport report = SiteDoctor.builder(address(good)).build().examine().get(20, TimeUnit.SECONDS);

        assertThat(report.obstacle()).map(SiteFinding::code).contains("tls_issuer_unknown");
        assertThat(report.toText())
                .contains("Certificate: CN=good")
                .contains("Issued by: CN=Company Authority")
                .contains("Made for: localhost");
    }

    @Test
    void aCertificateThatHasExpired() throws Exception {
        assertThat(findTrusting(expired)).isEqualTo("tls_certificate_expired");
    }

    @Test
    void aCertificateOfTheFuture() throws Exception {
        assertThat(findTrusting(future)).isEqualTo("tls_certificate_not_yet_valid");
    }

    @Test
    void aCertificateForAnotherHost() throws Exception {
        assertThat(findTrusting(other)).isEqualTo("tls_certificate_other_host");
    }

    @Test
    void httpWhereHttpsShouldBe() throws Exception {
        try (RawServer server = new RawServer(connection -> connection.write("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(find("https://localhost:" + server.address().getPort(), null))
                    .isEqualTo("tls_not_spoken");
        }
    }

    @Test
    void aServerThatEndsTheHandshakeWithAnAlert() throws Exception {
        byte[] handshakeFailure = {0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28};
        try (RawServer server = new RawServer(connection -> {
            connection.write(new String(handshakeFailure, java.nio.charset.StandardCharsets.US_ASCII));
            connection.waitForEnd();
        })) {
            assertThat(find("https://localhost:" + server.address().getPort(), null))
                    .isEqualTo("tls_failed");
        }
    }

    @Test
    void aServerThatHangsUpInTheHandshake() throws Exception {
        try (RawServer server = new RawServer(RawServer.Connection::readByte)) {
            assertThat(find("https://localhost:" + server.address().getPort(), null))
                    .isEqualTo("connection_lost");
        }
    }

    @Test
    void httpsWhereHttpWasWritten() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            String page = "<center>The plain HTTP request was sent to HTTPS port</center>";
            connection.write("HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: " + page.length()
                    + "\r\n\r\n" + page);
        })) {
            assertThat(find(server.address().toString(), null)).isEqualTo("https_expected");
        }
    }

    @Test
    void aProxyThatIsDown() throws Exception {
        assertThat(find("http://127.0.0.1:9", proxy(closedPort()))).isEqualTo("proxy_unreachable");
    }

    @Test
    void aProxyThatWantsAPassword() throws Exception {
        try (RawServer server = answering("407 Proxy Authentication Required\r\nProxy-Authenticate: Basic")) {
            assertThat(find("http://127.0.0.1:9", proxy(server.address().getPort())))
                    .isEqualTo("proxy_authentication_required");
            assertThat(find("https://127.0.0.1:9", proxy(server.address().getPort())))
                    .isEqualTo("proxy_authentication_required");
        }
    }

    @Test
    void aProxyThatDoesNotLetThrough() throws Exception {
        try (RawServer server = answering("403 Forbidden")) {
            assertThat(find("https://127.0.0.1:9", proxy(server.address().getPort())))
                    .isEqualTo("proxy_refused");
        }
    }

    @Test
    void aNameIsNotLookedUpWhereTheProxyDoesThat() throws Exception {
        try (RawServer server = answering("403 Forbidden")) {
            assertThat(find(
                            "https://no-such-host.invalid",
                            proxy(server.address().getPort())))
                    .isEqualTo("proxy_refused");
        }
    }

    @Test
    void proxySettingsThatThrow() throws Exception {
        ProxySelector broken = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw new IllegalStateException("secret");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };

        assertThat(find("http://127.0.0.1:9", broken)).isEqualTo("proxy_settings_broken");
    }

    private static RawServer answering(String status) {
        return new RawServer(connection -> {
            connection.read();
            connection.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        });
    }

    private static ProxySelector proxy(int port) {
        return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static String address(HttpsServer server) {
        return "https://localhost:" + server.getAddress().getPort();
    }

    private static String findTrusting(HttpsServer server) throws Exception {
        return SiteDoctor.builder(address(server))
                .sslContext(certificates.trusting())
                .build()
                .examine()
                .get(20, TimeUnit.SECONDS)
                .obstacle()
                .map(SiteFinding::code)
                .orElse("");
    }

    private static String find(String address, @Nullable ProxySelector proxy) throws Exception {
        SiteDoctor.Builder builder = SiteDoctor.builder(address);
        if (proxy != null) {
            builder.proxy(proxy);
        }
        SiteReport report = builder.build().examine().get(20, TimeUnit.SECONDS);
        return report.obstacle().map(SiteFinding::code).orElse("");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
