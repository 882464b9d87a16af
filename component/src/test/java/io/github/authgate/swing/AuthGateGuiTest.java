package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.gui.GuiTest;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person, a keyboard and a gate. */
class AuthGateGuiTest extends GuiTest {

    private final ScriptedService service = new ScriptedService();
    private final List<JTextField> made = new ArrayList<>();
    private AuthModel model;
    private AuthGate gate;

    @BeforeEach
    void open() {
        show(() -> {
            javax.swing.JPanel host = new javax.swing.JPanel(new java.awt.BorderLayout());
            model = new AuthModel(service);
            gate = new AuthGate(model, session -> {
                JTextField field = new JTextField("work of " + session.user().getName());
                field.setName("content");
                made.add(field);
                return field;
            });
            host.add(gate);
            return host;
        });
        until("the form asks", () -> gate.getComponent(0) instanceof LoginPanel);
    }

    private void logIn(String name, String password) {
        window.textBox("authgate.username").enterText(name);
        window.textBox("authgate.password").enterText(password);
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> !service.logins.isEmpty());
    }

    @Test
    void theContentAppearsOnlyAfterTheServiceHasGranted() {
        logIn("ann", "secret");

        assertThat(service.login().username).isEqualTo("ann");
        assertThat(service.login().password).isEqualTo("secret");
        assertThat(made).isEmpty();
        requireNotShowing("content");

        service.login().grant("7", "ann");

        until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
        assertThat(onEdt(() -> gate.getComponentCount())).isEqualTo(1);
        requireNotShowing("authgate.password");
    }

    @Test
    void aWrongPasswordIsClearedAndAskedForAgain() {
        logIn("ann", "wrong");
        service.login().refuse(Reason.INVALID_CREDENTIALS);

        untilShowing("authgate.accessDenied");
        window.label("authgate.accessDenied").requireText("Access denied");
        window.textBox("authgate.reason").requireText("User name or password is wrong.");
        window.textBox("authgate.username").requireText("ann");
        window.textBox("authgate.password").requireText("");
        untilFocused(window.textBox("authgate.password").target());
        assertThat(made).isEmpty();
    }

    @Test
    void anUnreachableServerLeavesWhatWasTyped() {
        logIn("ann", "secret");
        service.login().refuse(Reason.SERVER_UNREACHABLE);

        untilShowing("authgate.accessDenied");
        window.textBox("authgate.username").requireText("ann");
        window.textBox("authgate.password").requireText("secret");
        assertThat(made).isEmpty();
    }

    @Test
    void escapeCancelsAndALateAnswerChangesNothing() {
        logIn("ann", "secret");
        until("the form is busy", () -> model.isBusy());

        press(KeyEvent.VK_ESCAPE);

        until(
                "the form is usable",
                () -> window.textBox("authgate.password").target().isEnabled());
        assertThat(service.login().answer).isCancelled();
        window.textBox("authgate.password").requireText("secret");
        assertThat(made).isEmpty();
    }

    @Test
    void afterUnlockingTheUserIsBackWhereTheyWere() {
        logIn("ann", "secret");
        service.login().grant("7", "ann");
        until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
        JTextField field = made.get(0);
        untilFocused(field);
        type("my ");
        doOnEdt(() -> model.lock());
        until("the lock shows", () -> gate.getComponent(0) instanceof LoginPanel);
        untilFocused(window.textBox("authgate.password").target());
        requireNotShowing("authgate.username");
        assertThat(onEdt(field::isShowing)).isFalse();

        type("secret");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked again", () -> service.logins.size() == 2);
        assertThat(service.lastLogin().username).isEqualTo("ann");
        service.lastLogin().grant("7", "ann");

        until("the same content shows", field::isShowing);
        untilFocused(field);
        assertThat(made).hasSize(1);
        String text = onEdt(field::getText);
        assertThat(text).contains("my ");
    }

    @Test
    void whileLockedAnotherUserCanLogIn() {
        logIn("ann", "secret");
        service.login().grant("7", "ann");
        until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
        doOnEdt(() -> model.lock());
        until("the lock shows", () -> gate.getComponent(0) instanceof LoginPanel);

        window.button("authgate.switchUser").click();
        window.textBox("authgate.username").deleteText().enterText("eve");
        window.textBox("authgate.password").enterText("other");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked again", () -> service.logins.size() == 2);
        service.lastLogin().grant("8", "eve");

        until(
                "content of their own shows",
                () -> made.size() == 2 && made.get(1).isShowing());
        assertThat(service.lastLogin().username).isEqualTo("eve");
    }

    @Test
    void theDefaultButtonOfTheContentComesBackWithIt() {
        List<String> clicks = new ArrayList<>();
        doOnEdt(() -> gate.setContentFactory(session -> {
            javax.swing.JPanel panel = new javax.swing.JPanel();
            JTextField field = new JTextField("field", 10);
            field.setName("content");
            javax.swing.JButton save = new javax.swing.JButton("Save");
            save.addActionListener(event -> clicks.add("saved"));
            panel.add(field);
            panel.add(save);
            made.add(field);
            panel.addHierarchyListener(event -> {
                if (panel.getRootPane() != null && clicks.isEmpty()) {
                    panel.getRootPane().setDefaultButton(save);
                }
            });
            return panel;
        }));
        logIn("ann", "secret");
        service.login().grant("7", "ann");
        until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
        untilFocused(made.get(0));
        press(KeyEvent.VK_ENTER);
        until("Enter saves", () -> clicks.size() == 1);

        doOnEdt(() -> model.lock());
        until("the lock shows", () -> gate.getComponent(0) instanceof LoginPanel);
        untilFocused(window.textBox("authgate.password").target());
        press(KeyEvent.VK_ENTER);
        settle();
        assertThat(clicks).as("Enter saves nothing while locked").hasSize(1);

        type("secret");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked again", () -> service.logins.size() == 2);
        service.lastLogin().grant("7", "ann");
        untilFocused(made.get(0));
        press(KeyEvent.VK_ENTER);
        until("Enter saves again", () -> clicks.size() == 2);
    }

    @Test
    void aGateInATabOfTheHostDoesNotTakeTheFocusFromTheHost() {
        JTextField search = onEdt(() -> {
            JTextField field = new JTextField("search", 10);
            field.setName("search");
            gate.getParent().add(field, java.awt.BorderLayout.NORTH);
            gate.getParent().revalidate();
            return field;
        });
        window.textBox("search").click();
        untilFocused(search);
        doOnEdt(() -> model.login(new io.github.authgate.Credentials("ann", new char[] {'x'}, false)));
        service.login().grant("7", "ann");
        until("the content shows", () -> made.size() == 1 && made.get(0).isShowing());
        doOnEdt(() -> model.lock());
        until("the lock shows", () -> gate.getComponent(0) instanceof LoginPanel);
        settle();

        assertThat(onEdt(search::isFocusOwner)).isTrue();
    }
}
