package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsServer;
import io.github.authgate.Credentials;
import io.github.authgate.recipes.Networks;
import io.github.authgate.recipes.Requests;
import io.github.authgate.swing.AuthModel;
import java.awt.EventQueue;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of {@code docs/embedding.md} that need a network, run. */
class NetworkRecipesTest {

    @RegisterExtension
    final FakeSite site = new FakeSite();

    @Test
    void aPrivateAuthorityIsTrusted(@TempDir Path folder) throws Exception {
        TestCertificates certificates = TestCertificates.in(folder);
        HttpsServer server = certificates.serve("intranet", "dns:localhost", "-1d");
        WordPressConfig config = WordPressConfig.builder(
                        URI.create("https://localhost:" + server.getAddress().getPort()))
                .build();
        try (WordPressAuthService service =
                Networks.withPrivateAuthority(config, certificates.export(folder.resolve("authority.cer")))) {
            assertThat(service.diagnose().get(20, TimeUnit.SECONDS).orElseThrow())
                    .contains("certificate trusted")
                    .contains("not_wordpress");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aProxyIsAsked() throws Exception {
        try (RawServer proxy = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                });
                WordPressAuthService service = Networks.throughProxy(
                        WordPressConfig.builder(URI.create("https://example.org"))
                                .build(),
                        "127.0.0.1",
                        proxy.address().getPort())) {
            assertThat(service.diagnose().get(20, TimeUnit.SECONDS).orElseThrow())
                    .contains("proxy_refused");
            assertThat(proxy.connections().get(0).requests()).containsExactly("CONNECT example.org:443 HTTP/1.1");
        }
    }

    @Test
    void aToolFetchesItsDraftsWithTheSession() throws Exception {
        site.works();
        site.stub(get(urlPathEqualTo("/wp-json/wp/v2/posts")), FakeSite.json("[{'id':1}]"));
        try (WordPressAuthService auth = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).build())) {
            CompletableFuture<AuthModel> in = new CompletableFuture<>();
            EventQueue.invokeAndWait(() -> {
                AuthModel model = new AuthModel(auth);
                model.addPropertyChangeListener("session", change -> in.complete(model));
                model.login(new Credentials("ann", "secret".toCharArray(), false));
            });

            String drafts = Requests.drafts(in.get(20, TimeUnit.SECONDS), auth, site.address())
                    .get(20, TimeUnit.SECONDS);

            assertThat(drafts).isEqualTo("[{\"id\":1}]");
            assertThat(site.request("/wp-json/wp/v2/posts").getHeader("Authorization"))
                    .startsWith("Bearer ");
        }
    }
}
