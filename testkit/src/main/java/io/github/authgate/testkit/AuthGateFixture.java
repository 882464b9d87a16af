package io.github.authgate.testkit;

import io.github.authgate.AuthException;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.Component;
import java.awt.Container;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.driver.JComponentDriver;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.WaitTimedOutError;
import org.assertj.swing.fixture.AbstractContainerFixture;
import org.assertj.swing.fixture.ComponentFixtureExtension;
import org.assertj.swing.fixture.JCheckBoxFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * Does with a gate what a person does, by keys and mouse, and checks what that person sees: for GUI tests with
 * AssertJ-Swing, which the tool brings along.
 *
 * <p>For the thread of the test, never the event dispatch thread: every method waits until what it needs or requires is
 * there, because a service answers in its own time. What has not come after ten seconds, or after the time of
 * {@link #waitAtMost}, is an {@link AssertionError} that says where the gate stands instead.
 *
 * <pre>{@code
 * FrameFixture window = new FrameFixture(robot, frame);
 * AuthGateFixture gate = window.with(AuthGateFixture.gateNamed("orders.gate"));
 * gate.logIn("ann", "wrong").requireDenied("User name or password is wrong.");
 * gate.enterPassword("secret").checkRememberMe().clickLogIn().requireContent();
 *
 * window.menuItem("lock").click();
 * gate.requireLockedFor("Ann Smith").unlock("secret").requireContent();
 * }</pre>
 *
 * <p>A gate within the content of another is a gate of its own: a fixture sees nothing of it. What else the content holds
 * is found by the methods that every fixture of a container has.
 */
public final class AuthGateFixture extends AbstractContainerFixture<AuthGateFixture, AuthGate, JComponentDriver> {

    private Timeout patience = Timeout.timeout(10, TimeUnit.SECONDS);

    /**
     * Creates a fixture for a gate.
     *
     * @param robot moves the mouse and presses the keys
     * @param gate the gate
     */
    public AuthGateFixture(Robot robot, AuthGate gate) {
        super(AuthGateFixture.class, robot, gate);
    }

    /**
     * Creates a fixture for a gate that shows in any window.
     *
     * @param robot moves the mouse and presses the keys
     * @param name the {@linkplain Component#getName() name} of the gate
     * @throws org.assertj.swing.exception.ComponentLookupException if no gate of this name shows, or more than one
     */
    public AuthGateFixture(Robot robot, String name) {
        super(AuthGateFixture.class, robot, name, AuthGate.class);
    }

    /**
     * Finds a gate within a window or another container, by {@code container.with(gateNamed(…))}.
     *
     * @param name the {@linkplain Component#getName() name} of the gate
     * @return what {@link AbstractContainerFixture#with} asks for
     */
    public static ComponentFixtureExtension<AuthGate, AuthGateFixture> gateNamed(String name) {
        return new ComponentFixtureExtension<>() {
            @Override
            public AuthGateFixture createFixture(Robot robot, Container root) {
                return new AuthGateFixture(robot, robot.finder().findByName(root, name, AuthGate.class, true));
            }
        };
    }

    @Override
    protected JComponentDriver createDriver(Robot robot) {
        return new JComponentDriver(robot);
    }

    /**
     * Sets how long every method waits.
     *
     * @param time ten seconds unless set
     * @return this fixture
     */
    public AuthGateFixture waitAtMost(Duration time) {
        patience = Timeout.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /**
     * Types a user name in the place of what is in the field.
     *
     * @param username what is typed
     * @return this fixture
     */
    public AuthGateFixture enterUsername(String username) {
        return enter("authgate.username", username);
    }

    /**
     * Types a password in the place of what is in the field.
     *
     * @param password what is typed
     * @return this fixture
     */
    public AuthGateFixture enterPassword(String password) {
        return enter("authgate.password", password);
    }

    private AuthGateFixture enter(String field, String text) {
        JTextComponentFixture input = new JTextComponentFixture(robot(), usable(field, JTextComponent.class));
        input.deleteText().enterText(text);
        return this;
    }

    /**
     * Ticks "Remember me".
     *
     * @return this fixture
     */
    public AuthGateFixture checkRememberMe() {
        new JCheckBoxFixture(robot(), usable("authgate.rememberMe", JCheckBox.class)).check();
        return this;
    }

    /**
     * Presses the button of the form.
     *
     * @return this fixture
     */
    public AuthGateFixture clickLogIn() {
        return click("authgate.login");
    }

    /**
     * Types name and password and presses the button of the form.
     *
     * @param username what is typed as the name
     * @param password what is typed as the password
     * @return this fixture
     */
    public AuthGateFixture logIn(String username, String password) {
        return enterUsername(username).enterPassword(password).clickLogIn();
    }

    /**
     * Types the password of the user who is locked out, and presses the button of the form.
     *
     * @param password what is typed
     * @return this fixture
     */
    public AuthGateFixture unlock(String password) {
        return enterPassword(password).clickLogIn();
    }

    /**
     * Gives up the attempt that is under way.
     *
     * @return this fixture
     */
    public AuthGateFixture cancel() {
        return click("authgate.cancel");
    }

    /**
     * Follows "Switch user", on the form of a locked gate or under "Access denied".
     *
     * @return this fixture
     */
    public AuthGateFixture switchUser() {
        return click("authgate.switchUser");
    }

    /**
     * Follows "Try again" under a failure.
     *
     * @return this fixture
     */
    public AuthGateFixture tryAgain() {
        return click("authgate.tryAgain");
    }

    /**
     * Prolongs the session from the banner that warns of its end.
     *
     * @param password what is typed
     * @return this fixture
     */
    public AuthGateFixture stayLoggedIn(String password) {
        return click("authgate.stayLoggedIn").enterPassword(password).clickLogIn();
    }

    private AuthGateFixture click(String button) {
        robot().click(usable(button, AbstractButton.class));
        return this;
    }

    /**
     * Requires the form in which a name and a password can be typed.
     *
     * @return this fixture
     */
    public AuthGateFixture requireForm() {
        usable("authgate.username", JTextComponent.class);
        usable("authgate.password", JTextComponent.class);
        return this;
    }

    /**
     * Requires what is seen of an attempt under way: its button to cancel it, and no content beside it.
     *
     * @return this fixture
     */
    public AuthGateFixture requireBusy() {
        until(
                "an attempt is under way",
                () -> showing("authgate.cancel", AbstractButton.class).isPresent() && !isContentShowing());
        return this;
    }

    /**
     * Requires "Access denied", a sentence under it, and no content.
     *
     * @param sentence what the sentence is, in the language of the gate
     * @return this fixture
     */
    public AuthGateFixture requireDenied(String sentence) {
        until(
                "access is denied with \"" + sentence + "\"",
                () -> showing("authgate.accessDenied", JLabel.class).isPresent()
                        && sentence.equals(text("authgate.reason"))
                        && !isContentShowing());
        return this;
    }

    /**
     * Requires that the content is out of sight until its user has logged in again, and that the form says who that is.
     *
     * @param displayName what the user is called on the screen
     * @return this fixture
     */
    public AuthGateFixture requireLockedFor(String displayName) {
        until(
                "the gate is locked for " + displayName,
                () -> modelState() == AuthModel.State.LOCKED
                        && showing("authgate.lockedUser", JLabel.class)
                                .filter(label -> displayName.equals(label.getText()))
                                .isPresent()
                        && showing("authgate.password", JTextComponent.class).isPresent()
                        && !isContentShowing());
        return this;
    }

    /**
     * Requires that the content shows.
     *
     * @return this fixture
     */
    public AuthGateFixture requireContent() {
        until("the content shows", this::isContentShowing);
        return this;
    }

    /**
     * Requires a banner above the content.
     *
     * @param text matches all that it says, in the language of the gate
     * @return this fixture
     */
    public AuthGateFixture requireBanner(Pattern text) {
        until(
                "a banner says " + text,
                () -> isContentShowing()
                        && text.matcher(text("authgate.banner")).matches());
        return this;
    }

    /**
     * Requires that the content shows without a banner above it.
     *
     * @return this fixture
     */
    public AuthGateFixture requireNoBanner() {
        until(
                "the content shows without a banner",
                () -> isContentShowing()
                        && showing("authgate.banner", JTextComponent.class).isEmpty());
        return this;
    }

    private boolean isContentShowing() {
        JComponent content = target().getContent();
        return content != null && content.isShowing() && SwingUtilities.isDescendingFrom(content, target());
    }

    private AuthModel.State modelState() {
        AuthModel model = target().getModel();
        return model == null ? AuthModel.State.LOGGED_OUT : model.getState();
    }

    private String text(String name) {
        return showing(name, JTextComponent.class).map(JTextComponent::getText).orElse("");
    }

    /** Waits until a part of the gate shows and can be used. */
    private <T extends JComponent> T usable(String name, Class<T> type) {
        until(
                name + " can be used",
                () -> showing(name, type).filter(Component::isEnabled).isPresent());
        return GuiActionRunner.execute(() -> showing(name, type).orElseThrow());
    }

    private <T extends JComponent> Optional<T> showing(String name, Class<T> type) {
        return robot().finder().findAll(target(), new OwnPart<>(name, type)).stream()
                .findFirst();
    }

    private void until(String what, Callable<Boolean> condition) {
        try {
            Pause.pause(new GateCondition(what, condition), patience);
        } catch (WaitTimedOutError e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private String describe() {
        AuthModel model = target().getModel();
        AuthException failure = model == null ? null : model.getFailure();
        return ", but the gate is " + modelState() + (failure == null ? "" : " after " + failure.getMessage());
    }

    /** A part that shows and belongs to this gate, not to one within its content. */
    private final class OwnPart<T extends JComponent> extends GenericTypeMatcher<T> {

        private final String name;

        private OwnPart(String name, Class<T> type) {
            super(type, true);
            this.name = name;
        }

        @Override
        protected boolean isMatching(T component) {
            return name.equals(component.getName())
                    && SwingUtilities.getAncestorOfClass(AuthGate.class, component) == target();
        }
    }

    private final class GateCondition extends Condition {

        private final Callable<Boolean> condition;

        private GateCondition(String what, Callable<Boolean> condition) {
            super(what);
            this.condition = condition;
        }

        @Override
        public boolean test() {
            return Boolean.TRUE.equals(GuiActionRunner.execute(condition));
        }

        @Override
        protected String descriptionAddendum() {
            return GuiActionRunner.execute(AuthGateFixture.this::describe);
        }
    }
}
