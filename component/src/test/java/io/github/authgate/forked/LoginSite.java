package io.github.authgate.forked;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;

/**
 * A WordPress with the plugin AuthGate, reduced to what a login needs, for a program in another JVM. What happens to a
 * login is in the name of its user.
 */
final class LoginSite implements AutoCloseable {

    /** A user whose password is right. */
    static final String ANN = "ann";

    /** A user whose password is wrong. */
    static final String WRONG = "wrong";

    /** A user for whom the server is out of order. */
    static final String BROKEN = "broken";

    /** A user whose login is never answered. */
    static final String NEVER = "never";

    /** A user to whom the server repeats the password, in its headers and in a refusal. */
    static final String REPEATED = "repeated";

    /** A user to whom the server repeats the password in something that is not JSON. */
    static final String GARBLED = "garbled";

    /** A user whose token breaks in the middle. */
    static final String TORN = "torn";

    /** A user for whom the answer never comes to an end. */
    static final String FLOODED = "flooded";

    /** A user for whom the server hangs up. */
    static final String CUT_OFF = "cutoff";

    /** Answers when a login that will never be answered has arrived. */
    static final String HELD = "/held";

    /** Answers when a token has been revoked. */
    static final String REVOKED = "/revoked";

    private static final String INDEX =
            "{\"name\":\"x\",\"url\":\"https://example.org\",\"namespaces\":[\"jwt-auth/v1\",\"authgate/v1\"]}";
    private static final String VALID = "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"user\":"
            + "{\"id\":7,\"name\":\"ann\",\"roles\":[\"editor\"],\"capabilities\":{\"edit_posts\":true}}}}";

    static {
        // without it, each answer waits 40 ms for the client to acknowledge its headers; read when the first server is
        // made
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final String scheme;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "login-site");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Semaphore held = new Semaphore(0);
    private final Semaphore revoked = new Semaphore(0);

    LoginSite() {
        this(null);
    }

    /**
     * @param certificate what to prove with who it is, over TLS; {@code null} for plain HTTP
     */
    LoginSite(SSLContext certificate) {
        scheme = certificate == null ? "http" : "https";
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = certificate == null ? HttpServer.create(here, 50) : HttpsServer.create(here, 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (certificate != null) {
            ((HttpsServer) server).setHttpsConfigurator(new HttpsConfigurator(certificate));
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the tokens that were issued, oldest first. */
    List<String> tokens() {
        return tokens;
    }

    /** Returns the password that a user was last logged in with. */
    String passwordOf(String user) {
        return passwords.get(user);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/jwt-auth/v1/token")) {
            logIn(exchange, body);
        } else if (path.endsWith("/token/validate")) {
            answer(exchange, 200, VALID);
        } else if (path.endsWith("/logout")) {
            answer(exchange, 200, "{\"code\":\"authgate_logged_out\",\"data\":{\"status\":200}}");
            revoked.release();
        } else if (path.equals(HELD)) {
            held.acquireUninterruptibly();
            answer(exchange, 200, "{}");
        } else if (path.equals(REVOKED)) {
            revoked.acquireUninterruptibly();
            answer(exchange, 200, "{}");
        } else {
            answer(exchange, 200, INDEX);
        }
    }

    private void logIn(HttpExchange exchange, String form) throws IOException {
        String user = field(form, "username");
        passwords.put(user, field(form, "password"));
        if (user.startsWith(WRONG)) {
            answer(exchange, 403, "{\"code\":\"[jwt_auth] incorrect_password\",\"data\":{\"status\":403}}");
        } else if (user.startsWith(BROKEN)) {
            answer(exchange, 503, "{}");
        } else if (user.startsWith(REPEATED)) {
            exchange.getResponseHeaders().set("X-Password", passwords.get(user));
            answer(exchange, 403, "{\"code\":\"" + passwords.get(user) + "\",\"message\":\"" + form + "\"}");
        } else if (user.startsWith(GARBLED)) {
            answer(exchange, 200, "{\"token\":\"a.b.c\",\"token\":" + passwords.get(user) + "}" + form);
        } else if (user.startsWith(TORN)) {
            answer(exchange, 200, "{\"token\":\"" + issue().replace(".", "\\r\\nX: .") + "\"}");
        } else if (user.startsWith(FLOODED)) {
            flood(exchange);
        } else if (user.startsWith(CUT_OFF)) {
            exchange.close();
        } else if (user.startsWith(NEVER)) {
            held.release();
        } else {
            answer(exchange, 200, "{\"token\":\"" + issue() + "\",\"user_nicename\":\"ann\"}");
        }
    }

    /** Writes until the client hangs up. */
    private static void flood(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] blanks = new byte[64 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
                body.write(blanks);
            }
        } catch (IOException hungUp) {
            exchange.close();
        }
    }

    private synchronized String issue() {
        String token = token(tokens.size());
        tokens.add(token);
        return token;
    }

    private static String field(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Makes a token that ends in a signature of its own, by which it can be told from all others. */
    private static String token(int number) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"iat\":1000,\"exp\":4600,\"data\":{\"user\":{\"id\":\"7\"}}}";
        return base64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + "."
                + new Canary(1_000 + number, 43).reveal();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
