package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import io.github.authgate.TokenStore;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.swing.AuthModel.State;
import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The full product: every hostile answer, to every question, at the first login, when unlocking and for a restored token,
 * with the real gate over the real service. The content never appears, and the right password opens right afterwards.
 */
class HostileServerTest {

    /** What the client asks. */
    enum Question {
        INDEX("/wp-json/?", "{\"name\":\"x\",\"namespaces\":[\"jwt-auth/v1\"]}"),
        TOKEN(
                "/jwt-auth/v1/token ",
                "{\"token\":\"" + FakeSite.token(7, 1_000, 4_600) + "\",\"user_nicename\":\"ann\"}"),
        VALIDATE(
                "/jwt-auth/v1/token/validate ",
                "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"user\":{\"id\":7,\"name\":\"ann\"}}}");

        private final String path;
        private final String good;

        Question(String path, String good) {
            this.path = path;
            this.good = good;
        }

        private static Question of(String requestLine) {
            for (Question question : List.of(VALIDATE, TOKEN)) {
                if (requestLine.contains(question.path)) {
                    return question;
                }
            }
            return INDEX;
        }
    }

    private TokenStore store = TokenStore.inMemory();
    private final JPanel window = new JPanel();
    private final List<JPanel> made = new ArrayList<>();
    private RawServer server;
    private WordPressAuthService service;
    private AuthModel model;
    private AuthGate gate;
    private volatile Question attacked = Question.INDEX;
    private volatile byte[] answer;

    @BeforeEach
    void start() {
        server = new RawServer(this::serve);
        service = service();
        onEdt(window::addNotify);
        Logger.getLogger("io.github.authgate").setLevel(Level.OFF);
    }

    @AfterEach
    void stop() throws IOException {
        onEdt(window::removeAll);
        service.close();
        server.close();
        Logger.getLogger("io.github.authgate").setLevel(null);
    }

    private WordPressAuthService service() {
        return WordPressAuthService.builder(
                        WordPressConfig.builder(server.address()).build())
                .tokenStore(store)
                .delay(duration -> duration.compareTo(Duration.ofSeconds(2)) < 0
                        ? CompletableFuture.completedFuture(null)
                        : Delay.system().of(duration))
                .build();
    }

    private void serve(RawServer.Connection connection) throws IOException {
        while (true) {
            connection.read();
            List<String> requests = connection.requests();
            Question question = Question.of(requests.get(requests.size() - 1));
            byte[] hostile = answer;
            if (question == attacked && hostile != null) {
                connection.write(hostile);
                return;
            }
            connection.answer(question.good);
        }
    }

    @ParameterizedTest
    @EnumSource(Question.class)
    void noAnswerOpensAtTheFirstLogin(Question question) throws IOException {
        for (Map.Entry<String, byte[]> hostile : answers(question).entrySet()) {
            attack(question, hostile.getValue());
            newGate();
            logIn();

            assertShut(hostile.getKey());
            opensForTheRightPassword(hostile.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource(value = Question.class, names = "INDEX", mode = EnumSource.Mode.EXCLUDE)
    void noAnswerUnlocks(Question question) throws IOException {
        newGate();
        logIn();
        for (Map.Entry<String, byte[]> hostile : answers(question).entrySet()) {
            onEdt(model::lock);
            attack(question, hostile.getValue());
            logIn();

            assertShut(hostile.getKey());
            assertThat(onEdt(() -> model.getLockedUser() != null))
                    .as(hostile.getKey())
                    .isTrue();
            opensForTheRightPassword(hostile.getKey());
            assertThat(made).as("content of %s", hostile.getKey()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"INDEX", "VALIDATE"})
    void noAnswerRestoresAToken(Question question) throws IOException {
        for (Map.Entry<String, byte[]> hostile : answers(question).entrySet()) {
            store = TokenStore.inMemory(); // the service before may still be about to delete what it had stored
            store.save(server.address().toString(), FakeSite.token(7, 1_000, 4_600));
            attack(question, hostile.getValue());
            newGate();

            assertShut(hostile.getKey());
            opensForTheRightPassword(hostile.getKey());
        }
    }

    private static Map<String, byte[]> answers(Question question) {
        return HostileAnswers.around(question.good);
    }

    private void attack(Question question, byte[] hostile) {
        attacked = question;
        answer = hostile;
    }

    /** Shows a new gate over a new service, and waits until it has looked for a stored token. */
    private void newGate() {
        service.close();
        service = service();
        made.clear();
        CompletableFuture<Void> looked = new CompletableFuture<>();
        onEdt(() -> {
            window.removeAll();
            model = new AuthModel(service);
            whenAnswered(looked);
            gate = new AuthGate(model, session -> {
                JPanel panel = new JPanel();
                made.add(panel);
                return panel;
            });
            window.add(gate);
            return null;
        });
        value(looked);
    }

    private void logIn() {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        onEdt(() -> {
            model.login(new Credentials("ann", "secret".toCharArray(), false));
            whenAnswered(answered);
            return null;
        });
        value(answered);
    }

    private void whenAnswered(CompletableFuture<Void> answered) {
        model.addPropertyChangeListener("busy", event -> {
            if (event.getNewValue().equals(false)) {
                answered.complete(null);
            }
        });
    }

    private void assertShut(String hostile) {
        onEdt(() -> {
            assertThat(made.stream().filter(panel -> panel.getParent() != null))
                    .as(hostile)
                    .isEmpty();
            assertThat(model.getSession()).as(hostile).isNull();
            assertThat(model.isBusy()).as(hostile).isFalse();
            assertThat(model.getFailure()).as(hostile).isNotNull();
            return null;
        });
    }

    private void opensForTheRightPassword(String hostile) {
        answer = null;
        logIn();
        onEdt(() -> {
            assertThat(model.getState()).as(hostile).isEqualTo(State.LOGGED_IN);
            assertThat(made).as(hostile).hasSize(1);
            assertThat(javax.swing.SwingUtilities.isDescendingFrom(made.get(0), gate))
                    .as(hostile)
                    .isTrue();
            return null;
        });
    }

    private static void onEdt(Runnable action) {
        onEdt(() -> {
            action.run();
            return null;
        });
    }

    private static <T> T onEdt(java.util.concurrent.Callable<T> action) {
        java.util.concurrent.FutureTask<T> task = new java.util.concurrent.FutureTask<>(action);
        try {
            EventQueue.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
