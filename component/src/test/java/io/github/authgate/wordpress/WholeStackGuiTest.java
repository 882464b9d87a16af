package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.GoodLogin.INDEX;
import static io.github.authgate.wordpress.GoodLogin.ISSUED;
import static io.github.authgate.wordpress.GoodLogin.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the keyboard to the wire and back: the gate over the real service, over a server that takes its time. */
class WholeStackGuiTest extends GuiTest {

    private final List<JLabel> made = new ArrayList<>();
    private WordPressAuthService service;
    private AuthGate gate;

    @AfterEach
    void close() {
        service.close();
    }

    private void logIn(RawServer server) {
        service = WordPressAuthService.create(
                WordPressConfig.builder(server.address()).build());
        show(() -> {
            gate = new AuthGate(new AuthModel(service), session -> {
                JLabel label = new JLabel("for " + session.user().getName());
                label.setName("content");
                made.add(label);
                return label;
            });
            return gate;
        });
        untilShowing("authgate.username"); // until it has been seen that no session is stored
        window.textBox("authgate.username").enterText("ann");
        window.textBox("authgate.password").enterText("secret");
        press(KeyEvent.VK_ENTER);
    }

    @Test
    void whileTheServerHoldsTheValidationBackThereIsNoContent() throws IOException {
        CompletableFuture<Void> validating = new CompletableFuture<>();
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer(INDEX);
            connection.read();
            connection.answer(ISSUED);
            connection.read();
            validating.complete(null);
            connection.answer(answer.join());
            connection.waitForEnd();
        })) {
            logIn(server);
            value(validating);
            settle();

            assertThat(made).isEmpty();
            assertThat(onEdt(() -> gate.getContent() == null)).isTrue();
            window.button("authgate.login").requireDisabled();

            answer.complete(VALID);

            until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
            assertThat(server.connections().get(0).requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'code':'jwt_auth_invalid_token','data':{'status':403}}",
                "{'code':'jwt_auth_valid_token','data':{'status':403}}",
                "{'token':'a.b.c'}",
                "{}",
            })
    void withoutAYesToTheTokenThereIsNoContent(String validation) throws IOException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer(INDEX);
            connection.read();
            connection.answer(ISSUED);
            connection.read();
            connection.answer(validation);
            connection.waitForEnd();
        })) {
            logIn(server);

            untilShowing("authgate.accessDenied");
            window.label("authgate.accessDenied").requireText("Access denied");
            assertThat(made).isEmpty();
            assertThat(onEdt(() -> gate.getContent() == null)).isTrue();
        }
    }
}
