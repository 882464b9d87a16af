package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dialog that is too small for the form which it has to carry, at the edge of the screen. */
class WindowRoomGuiTest extends SessionGuiTest {

    private JDialog dialog;
    private Rectangle bounds;

    @BeforeEach
    void openAtTheEdge() {
        show(() -> new AuthGate(model, session -> new JLabel("content")));
        logIn();
        dialog = openModal(onEdt(() -> new JTextField("find", 8)));
        untilPlaced(dialog);
        doOnEdt(() -> {
            Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
            dialog.setLocation(
                    screen.x + screen.width - dialog.getWidth() - 5, screen.y + screen.height - dialog.getHeight() - 5);
        });
        settle();
        bounds = onEdt(dialog::getBounds);
    }

    @AfterEach
    void close() {
        doOnEdt(dialog::dispose);
    }

    private Component lockAndFind(String name) {
        lock();
        until("the dialog carries the form", () -> Components.find(dialog, name).isPresent());
        return onEdt(() -> Components.named(dialog, name));
    }

    @Test
    void theWholeFormIsOnTheScreenAndTheDialogGoesBackToWhereItWas() {
        Component login = lockAndFind("authgate.login");
        until("the form is laid out", () -> login.getWidth() > 0);
        Rectangle button = onEdt(() -> new Rectangle(login.getLocationOnScreen(), login.getSize()));
        assertThat(onEdt(() -> dialog.getGraphicsConfiguration().getBounds()).contains(button))
                .as("%s is on the screen", button)
                .isTrue();

        logIn();
        until("it is where it was", () -> dialog.getBounds().equals(bounds));
    }

    @Test
    void aDialogThatIsMovedWhileLockedStaysThereAndIsSmallAgain() {
        lockAndFind("authgate.login");
        doOnEdt(() -> dialog.setLocation(100, 100));
        settle();

        logIn();
        until("it has its size", () -> dialog.getSize().equals(bounds.getSize()));
        Point place = onEdt(dialog::getLocation);
        assertThat(place).isEqualTo(new Point(100, 100));
    }

    @Test
    void aDialogThatIsResizedWhileLockedStaysAsItIs() {
        lockAndFind("authgate.login");
        Rectangle chosen = new Rectangle(120, 110, 500, 450);
        doOnEdt(() -> dialog.setBounds(chosen));
        settle();

        logIn();
        settle();
        Rectangle after = onEdt(dialog::getBounds);
        assertThat(after).isEqualTo(chosen);
    }
}
