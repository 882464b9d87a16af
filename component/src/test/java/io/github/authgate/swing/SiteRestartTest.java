package io.github.authgate.swing;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.authgate.AuthService;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many users of one real server, which is restarted while they work. Time is simulated, what goes over the wire is not. */
class SiteRestartTest {

    private static final int USERS = 50;
    private static final String INDEX = "{'name':'x','namespaces':['jwt-auth/v1','authgate/v1']}";

    private final ManualTime time = new ManualTime("2026-11-23T08:00:00Z");
    private final Random random = new Random(13);
    private final List<WordPressAuthService> services = new ArrayList<>();
    private final List<AuthModel> models = new ArrayList<>();
    private final Queue<State> states = new ConcurrentLinkedQueue<>();
    private final Queue<CompletableFuture<?>> underway = new ConcurrentLinkedQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile boolean down;

    @BeforeEach
    void start() throws IOException {
        start(0);
    }

    private void start(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), USERS);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        services.forEach(WordPressAuthService::close);
        server.stop(0);
    }

    @Test
    void nobodyNoticesARestartAndEverybodyIsConfirmedAfterwards() throws IOException {
        int port = server.getAddress().getPort();
        for (int i = 1; i <= USERS; i++) {
            models.add(loggedIn("user" + i, URI.create("http://127.0.0.1:" + port)));
        }
        assertThat(asked).containsEntry("/jwt-auth/v1/token", USERS);
        pass(Duration.ofMinutes(4));
        int before = questions.get();

        server.stop(0);
        pass(Duration.ofSeconds(90));
        down = true;
        start(port);
        pass(Duration.ofSeconds(90));

        // the first question of each and its repetitions after about 15, 30 and 60 seconds
        assertThat(questions.get() - before).isBetween(USERS, 5 * USERS);

        down = false;
        asked.clear();
        pass(Duration.ofMinutes(12));

        assertThat(states).as("what users have seen").isEmpty();
        for (int i = 1; i <= USERS; i++) {
            assertThat(asked.getOrDefault("user" + i, 0))
                    .as("questions of user %s", i)
                    .isBetween(1, 4);
        }
        assertThat(asked.keySet()).as("nobody has logged in again or out").noneMatch(who -> who.startsWith("/"));
    }

    private AuthModel loggedIn(String user, URI address) {
        WordPressAuthService service =
                WordPressAuthService.create(WordPressConfig.builder(address).build());
        services.add(service);
        AuthModel model = OnEdt.get(() -> new AuthModel(watched(service), time, time, time, random::nextDouble));
        OnEdt.run(() -> model.login(new Credentials(user, "secret".toCharArray(), false)));
        awaitAnswers();
        assertThat(OnEdt.get(model::getState)).isEqualTo(State.LOGGED_IN);
        OnEdt.run(() -> model.addPropertyChangeListener("state", event -> states.add((State) event.getNewValue())));
        return model;
    }

    /** Lets time pass, second by second: a server answers within one, so that nobody's patience ends before it does. */
    private void pass(Duration duration) {
        for (int second = 0; second < duration.toSeconds(); second++) {
            time.pass(Duration.ofSeconds(1));
            awaitAnswers();
        }
    }

    private void awaitAnswers() {
        for (CompletableFuture<?> next = underway.poll(); next != null; next = underway.poll()) {
            value(next);
        }
        OnEdt.settle();
    }

    private AuthService watched(AuthService service) {
        return (AuthService) Proxy.newProxyInstance(
                AuthService.class.getClassLoader(),
                new Class<?>[] {AuthService.class},
                (proxy, method, arguments) -> ask(service, method, arguments));
    }

    private Object ask(AuthService service, Method method, Object[] arguments) throws ReflectiveOperationException {
        if (method.getName().equals("revalidate")) {
            questions.incrementAndGet();
        }
        Object answer = method.invoke(service, arguments);
        if (!(answer instanceof CompletableFuture)) {
            return answer;
        }
        CompletableFuture<Object> passedOn = new CompletableFuture<>();
        // done only when the model has been told
        underway.add(((CompletableFuture<?>) answer)
                .handle((value, failure) ->
                        failure == null ? passedOn.complete(value) : passedOn.completeExceptionally(failure)));
        return passedOn;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (down) {
            answer(exchange, 502, "<html>Bad gateway</html>", "text/html");
        } else if (path.endsWith("/token/validate")) {
            String user = exchange.getRequestHeaders().getFirst("Authorization").replaceAll(".*\\.", "");
            asked.merge(user, 1, Integer::sum);
            answer(
                    exchange,
                    "{'code':'jwt_auth_valid_token','data':{'status':200,'user':{'id':" + user.substring(4)
                            + ",'name':'" + user + "'}}}");
        } else if (path.endsWith("/wp-json/")) {
            answer(exchange, INDEX);
        } else {
            asked.merge(path.replace("/wp-json", ""), 1, Integer::sum);
            String user = body.replaceAll("username=|&.*", "");
            answer(exchange, "{'token':'a.b." + user + "','user_nicename':'" + user + "'}");
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, json.replace('\'', '"'), "application/json");
    }

    private static void answer(HttpExchange exchange, int status, String text, String type) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
