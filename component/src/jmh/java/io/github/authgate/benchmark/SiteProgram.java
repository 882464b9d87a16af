package io.github.authgate.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A site over TLS that answers like a WordPress with our plugin, after a fixed time. Prints its address, and another one at
 * which it answers at once.
 */
final class SiteProgram {

    private final int thinkMillis;

    private SiteProgram(int thinkMillis) {
        this.thinkMillis = thinkMillis;
    }

    public static void main(String[] args) throws Exception {
        char[] password = args[1].toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(Path.of(args[0]).toFile(), password), password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        System.out.println(start(tls, Integer.parseInt(args[2])));
        System.out.println(start(tls, 0));
    }

    private static String start(SSLContext tls, int thinkMillis) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", new SiteProgram(thinkMillis)::answer);
        server.start();
        return "https://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token/validate")) {
            answer(
                    exchange,
                    200,
                    "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"user\":{\"id\":7,\"name\":\"ann\","
                            + "\"display_name\":\"Ann\",\"email\":\"ann@example.org\",\"roles\":[\"editor\"],"
                            + "\"capabilities\":{\"edit_posts\":true,\"publish_posts\":true,\"read\":true}}}}");
        } else if (path.endsWith("/token") && body.contains("wrong")) {
            answer(
                    exchange,
                    401,
                    "{\"code\":\"authgate_invalid_credentials\",\"message\":\"no\",\"data\":{\"status\":401}}");
        } else if (path.endsWith("/token")) {
            answer(
                    exchange,
                    200,
                    "{\"token\":\"" + token() + "\",\"user_email\":\"ann@example.org\",\"user_nicename\":\"ann\","
                            + "\"user_display_name\":\"Ann\"}");
        } else if (path.endsWith("/logout")) {
            answer(exchange, 200, "{\"code\":\"authgate_logged_out\",\"data\":{\"status\":200}}");
        } else {
            answer(
                    exchange,
                    200,
                    "{\"name\":\"Example\",\"url\":\"https://localhost\",\"namespaces\":[\"oembed/1.0\",\"wp/v2\","
                            + "\"jwt-auth/v1\",\"authgate/v1\"],\"site_icon_url\":\"\"}");
        }
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        try {
            Thread.sleep(thinkMillis);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    static String token() {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"https://localhost\",\"iat\":" + now + ",\"nbf\":" + now + ",\"exp\":"
                + (now + 604_800) + ",\"data\":{\"user\":{\"id\":\"7\"}}}";
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.US_ASCII)) + "."
                + base64.encodeToString(new byte[32]);
    }
}
