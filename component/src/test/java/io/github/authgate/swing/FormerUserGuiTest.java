package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dialog;
import java.util.Optional;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a user leaves behind who is logged out while a dialog is open, and what the next one finds. */
class FormerUserGuiTest extends SessionGuiTest {

    private JTextField letter;
    private JDialog dialog;

    @BeforeEach
    void logOutWithADialogOpen() {
        show(() -> new AuthGate(model, session -> {
            JLabel content = new JLabel("content");
            content.setName(session.user().getName());
            return content;
        }));
        logIn();
        letter = onEdt(() -> new JTextField("ann's letter", 20));
        dialog = openModal(letter);
        lock();
        logOut();
        until(
                "the dialog carries the form",
                () -> Components.find(dialog, "authgate.password").isPresent());
    }

    private String failure() {
        return onEdt(() -> model.getFailure() == null ? "" : model.getFailure().code());
    }

    @Test
    void nobodyElseGetsInWhileADialogOfTheUserBeforeStandsInTheWay() {
        presentOn(dialog, "8", "bob");
        until("bob has an answer", () -> !model.isBusy());
        settle();

        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOGGED_OUT);
        assertThat(failure()).isEqualTo("dialog_of_another");
        assertThat(isShowing(letter)).isFalse();
        String reason = onEdt(() -> ((JTextComponent) Components.named(dialog, "authgate.reason")).getText());
        assertThat(reason).as("what helps, on the form that can be reached").contains("Close it");
        assertThat(service.loggedOut)
                .as("his token")
                .anyMatch(session -> session.user().id().equals("8"));
        assertThat(service.kept).noneMatch(session -> session.user().id().equals("8"));
    }

    @Test
    void theNextUserGetsInWhenTheDialogHasBeenClosed() {
        doOnEdt(dialog::dispose);
        logIn("8", "bob");

        untilShowing("bob");
        assertThat(isShowing(letter)).isFalse();
    }

    @Test
    void theUserWhoseDialogItIsGetsItBack() {
        presentOn(dialog, "7", "ann");
        until("the letter is back", letter::isShowing);
        assertThat(letter.getText()).isEqualTo("ann's letter");
    }

    @Test
    void aStoredSessionOfSomebodyElseIsNotOpenedBehindTheDialogAndStaysStored() {
        service.stored = Optional.of(ScriptedService.session("8", "bob"));
        doOnEdt(model::restore);
        until("there is an answer", () -> !model.isBusy());
        settle();

        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOGGED_OUT);
        assertThat(failure()).isEqualTo("dialog_of_another");
        assertThat(service.loggedOut).noneMatch(session -> session.user().id().equals("8"));

        doOnEdt(dialog::dispose);
        doOnEdt(model::restore);
        until("bob is in", () -> model.getState() == AuthModel.State.LOGGED_IN);
    }

    @Test
    void aDialogThatTheHostShowsAgainForSomebodyElseStaysCovered() {
        doOnEdt(dialog::dispose);
        logIn("8", "bob");
        SwingUtilities.invokeLater(() -> dialog.setVisible(true));
        until("the dialog shows", dialog::isShowing);
        doOnEdt(model.views()::update);
        settle();

        assertThat(isShowing(letter)).isFalse();
    }

    @Test
    void theFormGoesToTheNextDialogInTheWayWhenTheFirstIsClosed() {
        doOnEdt(dialog::dispose);
        logIn();
        JDialog outer = openModal(onEdt(() -> new JTextField("outer", 20)));
        JTextField note = onEdt(() -> new JTextField("inner", 20));
        JDialog inner = onEdt(() -> {
            JDialog made = new JDialog(outer, "note", Dialog.ModalityType.APPLICATION_MODAL);
            made.add(note);
            made.pack();
            return made;
        });
        SwingUtilities.invokeLater(() -> inner.setVisible(true));
        until("the inner dialog shows", note::isShowing);
        lock();
        logOut();
        until(
                "it carries the form",
                () -> Components.find(inner, "authgate.password").isPresent());

        doOnEdt(inner::dispose);
        until(
                "the outer one carries the form",
                () -> Components.find(outer, "authgate.password").isPresent());
        doOnEdt(outer::dispose);
    }
}
