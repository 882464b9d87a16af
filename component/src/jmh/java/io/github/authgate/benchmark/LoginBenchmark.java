package io.github.authgate.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A login of a client that has been at work for a while: a token and its validation, over TLS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoginBenchmark {

    private final String address = System.getProperty("benchmark.site");
    private final ObjectMapper json = new ObjectMapper();
    private final BareClient bare = new BareClient(address);
    private final BareClient bareAsync = BareClient.asynchronous(address);
    private final WordPressAuthService service = WordPressAuthService.create(
            WordPressConfig.builder(URI.create(address)).apiKey("ag_key").build());

    /** Finds the site, as a form does when it is shown. */
    @Setup
    public void prepare() throws Exception {
        service.prepare().get();
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        service.close();
    }

    /** With this library. */
    @Benchmark
    public AuthSession authGate() throws Exception {
        try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
            return service.login(credentials).get();
        }
    }

    /** The same two requests with a client of the JDK. */
    @Benchmark
    public void bareHttpClient() throws Exception {
        bare.login("ann", "secret");
    }

    /** The same, sent so that a user can cancel: the JDK hands each answer over to another thread then. */
    @Benchmark
    public void bareHttpClientAsync() throws Exception {
        bareAsync.login("ann", "secret");
    }

    /** The same two requests with the JDK's old client, which keeps its connection. */
    @Benchmark
    public void httpUrlConnection() throws Exception {
        urlConnectionLogin(false);
    }

    /** The same two requests with the JDK's old client, each over a connection of its own. */
    @Benchmark
    public void httpUrlConnectionClosed() throws Exception {
        urlConnectionLogin(true);
    }

    private void urlConnectionLogin(boolean closes) throws IOException {
        String token = post("/wp-json/jwt-auth/v1/token", "username=ann&password=secret", "", closes);
        post("/wp-json/jwt-auth/v1/token/validate", "", "Bearer " + token, closes);
    }

    private String post(String path, String body, String authorization, boolean closes) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("X-API-KEY", "ag_key");
        if (!authorization.isEmpty()) {
            connection.setRequestProperty("Authorization", authorization);
        }
        if (closes) {
            connection.setRequestProperty("Connection", "close");
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return json.readTree(connection.getInputStream().readAllBytes())
                .path("token")
                .asText();
    }
}
