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
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** A login of a client that has been at work for a while: a token and its validation, over TLS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LoginBenchmark {

    private final ObjectMapper json = new ObjectMapper();
    private final Clients instant = new Clients("benchmark.instantSite");
    private final Clients measured = new Clients("benchmark.site");
    private Clients clients = instant;

    /** Finds the site, as a form does when it is shown, and connects to it. */
    @Setup
    public void prepare() throws Exception {
        for (Clients each : List.of(instant, measured)) {
            each.service.prepare().get();
            each.bare.login("ann", "secret");
            each.bareAsync.login("ann", "secret");
        }
    }

    /** A site that answers at once is there to log in some thousand times before anything is measured. */
    @Setup(Level.Iteration)
    public void choose(IterationParams iteration) {
        clients = iteration.getType() == IterationType.WARMUP ? instant : measured;
    }

    /** Ends the threads. */
    @TearDown
    public void close() {
        instant.service.close();
        measured.service.close();
    }

    /** With this library. */
    @Benchmark
    public AuthSession authGate() throws Exception {
        try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
            return clients.service.login(credentials).get();
        }
    }

    /** The same two requests with a client of the JDK. */
    @Benchmark
    public void bareHttpClient() throws Exception {
        clients.bare.login("ann", "secret");
    }

    /** The same, sent so that a user can cancel: the JDK hands each answer over to another thread then. */
    @Benchmark
    public void bareHttpClientAsync() throws Exception {
        clients.bareAsync.login("ann", "secret");
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
                (HttpURLConnection) URI.create(clients.address + path).toURL().openConnection();
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

    /** The clients of one site. */
    private static final class Clients {

        private final String address;
        private final BareClient bare;
        private final BareClient bareAsync;
        private final WordPressAuthService service;

        Clients(String property) {
            address = System.getProperty(property);
            bare = new BareClient(address);
            bareAsync = BareClient.asynchronous(address);
            service = WordPressAuthService.create(WordPressConfig.builder(URI.create(address))
                    .apiKey("ag_key")
                    .build());
        }
    }
}
