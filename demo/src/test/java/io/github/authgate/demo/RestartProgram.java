package io.github.authgate.demo;

import io.github.authgate.gui.VirtualDisplay;
import io.github.authgate.testkit.AuthGateFixture;
import java.time.Duration;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;

/** One start of the demo, in a JVM of its own: what a person does, and has to see. */
final class RestartProgram {

    /** A JVM that has only just started, on a machine that may have a lot to do. */
    private static final int PATIENCE_MILLIS = 120_000;

    private RestartProgram() {}

    /** Takes the step, the address of the site and the file for tokens; exits with 0 if everything was as it has to be. */
    public static void main(String[] arguments) {
        try {
            VirtualDisplay.start();
            Robot robot = BasicRobot.robotWithNewAwtHierarchy();
            robot.settings().delayBetweenEvents(10);
            Main.main(new String[] {"--site", arguments[1], "--token-file", arguments[2]});
            FrameFixture window = WindowFinder.findFrame("demo.window")
                    .withTimeout(PATIENCE_MILLIS)
                    .using(robot);
            AuthGateFixture gate =
                    window.with(AuthGateFixture.gateNamed("demo.gate")).waitAtMost(Duration.ofMillis(PATIENCE_MILLIS));
            take(arguments[0], gate, window);
            System.exit(0);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void take(String step, AuthGateFixture gate, FrameFixture window) {
        switch (step) {
            case "log-in":
                gate.requireForm()
                        .checkRememberMe()
                        .logIn("rita", "rita-pass-1")
                        .requireContent();
                break;
            case "restored":
                gate.requireContent();
                window.label("demo.user").requireText("Rita Weber · editor");
                break;
            case "denied":
                gate.requireDenied("Your session was ended by the site. Please log in again.")
                        .requireForm();
                break;
            default:
                throw new IllegalArgumentException(step);
        }
    }
}
