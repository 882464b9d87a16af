package io.github.authgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.BorderLayout;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthGateFixtureGuiTest extends GuiTest {

    private static final String WRONG = "User name or password is wrong.";

    private final FakeAuthService service = FakeAuthService.of(
            FakeUser.of("ann", "secret").withDisplayName("Ann Smith").withRole("editor"),
            FakeUser.of("bob", "other").withDisplayName("Bob Jones"));
    private AuthModel model;
    private AuthGateFixture gate;

    @BeforeEach
    void open() {
        show(() -> {
            model = new AuthModel(service);
            AuthGate made =
                    new AuthGate(model, session -> content(session.user().displayName()));
            made.setName("outer");
            made.getLoginPanel().setRememberMeVisible(true);
            return made;
        });
        gate = window.with(AuthGateFixture.gateNamed("outer"));
    }

    /** A field, and a gate within for administrators only. */
    private JPanel content(String name) {
        JTextField field = new JTextField(name, 20);
        field.setName("field");
        AuthGate staff = new AuthGate(model, session -> new JPanel());
        staff.setName("inner");
        staff.setRequiredCapability("manage_options");
        JPanel content = new JPanel(new BorderLayout());
        content.add(field, BorderLayout.NORTH);
        content.add(staff);
        return content;
    }

    private void logIn() {
        gate.logIn("ann", "secret").requireContent();
    }

    @Test
    void aPersonLogsIn() {
        gate.requireForm()
                .enterUsername("ann")
                .enterPassword("secret")
                .clickLogIn()
                .requireContent();

        gate.textBox("field").requireText("Ann Smith");
        assertThat(service.calls()).containsExactly("restore", "login ann", "keep ann");
    }

    @Test
    void whatIsTypedTakesThePlaceOfWhatWasThere() {
        gate.logIn("eve", "guess").requireDenied(WRONG);

        gate.logIn("bob", "other").requireContent();

        assertThat(service.calls()).contains("login eve", "login bob");
    }

    @Test
    void rememberMeIsTicked() {
        gate.checkRememberMe().logIn("ann", "secret").requireContent();

        assertThat(service.rememberedUser()).contains("ann");
    }

    @Test
    void anAttemptIsCancelled() {
        service.holdAnswers();
        gate.logIn("ann", "secret").requireBusy().cancel().requireForm();

        service.releaseAnswers();
        settle();

        gate.requireForm();
        assertThat(service.calls()).doesNotContain("keep ann");
    }

    @Test
    void aFailureIsTriedAgain() {
        service.remember("ann");
        service.refuse(Reason.SERVER_UNREACHABLE);
        doOnEdt(model::restore);
        gate.requireDenied("The server cannot be reached. Check your network connection and try again.");

        service.accept();
        gate.tryAgain().requireContent();
    }

    @Test
    void aLockedGateIsUnlocked() {
        logIn();
        doOnEdt(model::lock);

        gate.requireLockedFor("Ann Smith").unlock("secret").requireContent();
    }

    @Test
    void anotherUserTakesOver() {
        logIn();
        doOnEdt(model::lock);

        gate.requireLockedFor("Ann Smith").switchUser().logIn("bob", "other").requireContent();

        gate.textBox("field").requireText("Bob Jones");
    }

    @Test
    void aSessionIsProlongedFromItsBanner() {
        service.setTokenLifetime(Duration.ofMinutes(1));
        logIn();
        gate.requireBanner(Pattern.compile("Your session ends in .*"));
        service.setTokenLifetime(Duration.ofHours(1));

        gate.stayLoggedIn("secret").requireNoBanner();
    }

    @Test
    void aGateWithinTheContentIsAGateOfItsOwn() {
        logIn();
        AuthGateFixture inner = new AuthGateFixture(robot, "inner");

        inner.requireDenied(
                "Your account does not have the permission that this program needs. Please ask the administrator.");
        gate.requireContent();
        assertThatThrownBy(() -> window.with(AuthGateFixture.gateNamed("outer"))
                        .waitAtMost(Duration.ofMillis(200))
                        .switchUser())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("authgate.switchUser can be used");

        inner.switchUser();
        gate.requireForm();
    }

    @Test
    void whatDoesNotComeIsSaidTogetherWithWhatThereIsInstead() {
        gate.logIn("ann", "wrong").requireDenied(WRONG);

        assertThatThrownBy(() -> gate.waitAtMost(Duration.ofMillis(200)).requireContent())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the content shows")
                .hasMessageContaining("but the gate is LOGGED_OUT after INVALID_CREDENTIALS");
    }
}
