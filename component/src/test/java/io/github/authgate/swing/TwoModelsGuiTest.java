package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One window, two gates of two sites, and a modal dialog that both have to lock. */
class TwoModelsGuiTest extends SessionGuiTest {

    private final ScriptedService otherService = new ScriptedService();
    private final AuthModel otherModel = new AuthModel(otherService);
    private JTextField letter;
    private JDialog dialog;

    @BeforeEach
    void openADialogOfBoth() {
        show(() -> {
            JPanel host = new JPanel();
            host.add(new AuthGate(model, session -> new JLabel("orders")));
            host.add(new AuthGate(otherModel, session -> new JLabel("stock")));
            return host;
        });
        logIn();
        doOnEdt(() -> otherModel.login(new Credentials("ann", new char[] {'x'}, false)));
        otherService.lastLogin().grant("70", "ann");
        until("the other gate is open", () -> otherModel.getState() == AuthModel.State.LOGGED_IN);
        letter = onEdt(() -> new JTextField("about both", 20));
        dialog = openModal(letter);
    }

    /** Types into the form that the dialog carries, as soon as it is ready. */
    private void submit(String typed, ScriptedService asked) {
        int before = asked.logins.size();
        untilAFormOfTheDialogHasTheFocus();
        type(typed);
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> asked.logins.size() > before);
    }

    private void untilAFormOfTheDialogHasTheFocus() {
        until("a form has the focus", () -> {
            Component owner = focusOwner();
            return owner != null
                    && "authgate.password".equals(owner.getName())
                    && SwingUtilities.isDescendingFrom(owner, dialog);
        });
    }

    @Test
    void bothAreUnlockedOnTheDialogOneAfterTheOther() {
        lock();
        doOnEdt(otherModel::lock);
        settle();

        submit("the first", service);
        service.lastLogin().grant("7", "ann");
        until("the first is open", () -> model.getState() == AuthModel.State.LOGGED_IN);
        settle();
        assertThat(isShowing(letter)).as("what the second still covers").isFalse();

        submit("the second", otherService);
        otherService.lastLogin().grant("70", "ann");
        until("the letter is back", letter::isShowing);
        assertThat(letter.getText()).isEqualTo("about both");
    }

    @Test
    void aLockThatComesMeanwhileDoesNotGetThePasswordThatIsBeingTyped() {
        lock();
        untilAFormOfTheDialogHasTheFocus();
        type("half");
        doOnEdt(otherModel::lock);
        settle();

        submit("way", service);
        assertThat(service.lastLogin().password).isEqualTo("halfway");
    }

    @Test
    void whoIsUnlockedWhileItsFormWaitsIsOutOfTheWayAfterwards() {
        lock();
        doOnEdt(otherModel::lock);
        settle();
        doOnEdt(() -> otherModel.login(new Credentials("ann", new char[] {'x'}, false)));
        otherService.lastLogin().grant("70", "ann");
        until("the other is open", () -> otherModel.getState() == AuthModel.State.LOGGED_IN);
        settle();
        assertThat(isShowing(letter)).isFalse();

        submit("the first", service);
        service.lastLogin().grant("7", "ann");
        until("the letter is back", letter::isShowing);
    }
}
