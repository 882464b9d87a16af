package io.github.authgate.recipes;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.testkit.AuthGateFixture;
import io.github.authgate.testkit.FakeAuthService;
import io.github.authgate.testkit.FakeUser;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a tool tests what is behind its gate. */
@Tag("gui")
class OrdersToolGuiTest {

    private final FakeAuthService service =
            FakeAuthService.of(FakeUser.of("ann", "secret").withDisplayName("Ann Smith"));
    private final AuthModel model = new AuthModel(service);
    private FrameFixture window;
    private AuthGateFixture gate;

    @BeforeEach
    void start() {
        Robot robot = BasicRobot.robotWithNewAwtHierarchy(); // sees what is made from now on
        window = new FrameFixture(robot, GuiActionRunner.execute(() -> ordersTool(model)));
        window.show();
        gate = window.with(AuthGateFixture.gateNamed("orders.gate"));
    }

    @AfterEach
    void stop() {
        window.cleanUp();
    }

    /** Stands for the tool. */
    private static JFrame ordersTool(AuthModel model) {
        AuthGate gate = new AuthGate(model, session -> {
            JTextField note = new JTextField(20);
            note.setName("orders.note");
            return note;
        });
        gate.setName("orders.gate");
        JFrame frame = new JFrame("Orders");
        frame.setContentPane(gate);
        frame.setSize(500, 460);
        return frame;
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        gate.logIn("ann", "secret").requireContent();
        window.textBox("orders.note").enterText("Call Hotel Adler");

        service.revokeTokens();
        model.call(service::revalidate); // as any request of the tool

        gate.requireDenied("Your session has expired. Please log in again.").requireLockedFor("Ann Smith");
        gate.unlock("secret").requireContent();
        window.textBox("orders.note").requireText("Call Hotel Adler");
    }

    @Test
    void withoutTheNetworkNobodyIsLetIn() {
        service.refuse(Reason.SERVER_UNREACHABLE);

        gate.logIn("ann", "secret")
                .requireDenied("The server cannot be reached. Check your network connection and try again.");

        service.accept();
        gate.clickLogIn().requireContent(); // the password is still there
    }
}
