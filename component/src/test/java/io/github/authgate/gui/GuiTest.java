package io.github.authgate.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.UIManager;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.edt.GuiTask;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** A test that drives a real window with real keys and a real mouse, and fails when Swing is touched off its thread. */
@Tag("gui")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class GuiTest {

    private static final long PATIENCE_MILLIS = 10_000;

    protected Robot robot;
    protected FrameFixture window;

    @BeforeAll
    static void watchThreads() {
        FailOnThreadViolationRepaintManager.install();
    }

    @BeforeEach
    void startRobot() {
        lookAndFeel("com.formdev.flatlaf.FlatLightLaf");
        robot = BasicRobot.robotWithNewAwtHierarchy();
        robot.settings().delayBetweenEvents(10);
    }

    @AfterEach
    void stopRobot() {
        robot.cleanUp();
    }

    protected static void lookAndFeel(String className) {
        onEdt(() -> {
            UIManager.setLookAndFeel(className);
            return null;
        });
    }

    /** Shows a frame with this content. */
    protected final FrameFixture show(Callable<? extends JComponent> content) {
        JFrame frame = onEdt(() -> {
            JFrame made = new JFrame("test");
            made.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            made.setContentPane(content.call());
            return made;
        });
        window = new FrameFixture(robot, frame);
        window.show(new Dimension(640, 520));
        return window;
    }

    protected static <T> T onEdt(Callable<T> action) {
        return GuiActionRunner.execute(action);
    }

    protected static void doOnEdt(Runnable action) {
        GuiActionRunner.execute(new GuiTask() {
            @Override
            protected void executeInEDT() {
                action.run();
            }
        });
    }

    /** Waits, without a nap, until something is so. */
    protected static void until(String what, Callable<Boolean> condition) {
        Pause.pause(
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return Boolean.TRUE.equals(onEdt(condition));
                    }
                },
                PATIENCE_MILLIS);
    }

    /** Waits until something with this name can be seen. */
    protected final void untilShowing(String name) {
        until(name + " shows", () -> !showing(name).isEmpty());
    }

    private Collection<Component> showing(String name) {
        return robot.finder().findAll(component -> name.equals(component.getName()) && component.isShowing());
    }

    protected static void untilFocused(Component component) {
        until("focus is on " + component.getName(), component::isFocusOwner);
    }

    protected static Component focusOwner() {
        return onEdt(() -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
    }

    /**
     * Waits until the bounds of a window are final. A window manager moves a new window and corrects what Java believed of
     * its borders, and only then activates it; the virtual display, which has none, never activates a second frame.
     */
    protected static void untilPlaced(Window window) {
        until("the window is placed", () -> window.isShowing() && (isDisplayVirtual() || window.isActive()));
    }

    private static boolean isDisplayVirtual() {
        return "cacio".equals(System.getProperty("gui.mode"));
    }

    /** Lets everything that is in the event queue happen. */
    protected final void settle() {
        robot.waitForIdle();
        doOnEdt(() -> {});
    }

    protected final void type(String text) {
        robot.enterText(text);
    }

    protected final void press(int key) {
        robot.pressAndReleaseKey(key);
        robot.waitForIdle();
    }

    @SuppressWarnings("deprecation") // the masks that AssertJ-Swing's robot takes
    protected final void pressWithAlt(int key) {
        robot.pressAndReleaseKey(key, InputEvent.ALT_MASK);
        robot.waitForIdle();
    }

    /** Switches caps lock, on the virtual display or the real keyboard. */
    protected final void capsLock(boolean on) {
        if (isDisplayVirtual()) {
            System.setProperty(VirtualDisplay.CAPS_LOCK, String.valueOf(on));
        } else if (Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_CAPS_LOCK) != on) {
            press(KeyEvent.VK_CAPS_LOCK);
        }
    }

    protected final void tab() {
        Component before = focusOwner();
        press(KeyEvent.VK_TAB);
        until("the focus has moved", () -> {
            Component now =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return now != null && now != before;
        });
    }

    /** Checks that nothing with this name can be seen. */
    protected final void requireNotShowing(String name) {
        assertThat(onEdt(() ->
                        robot.finder().findAll(component -> name.equals(component.getName()) && component.isShowing())))
                .as("components named " + name)
                .isEmpty();
    }
}
