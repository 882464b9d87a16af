package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import javax.swing.AbstractButton;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A form that stays where it is while the session opens, as on the cover of a dialog that belongs to another user. */
class ModelFormTest {

    @RegisterExtension
    final ReportedFaults reported = new ReportedFaults();

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final LoginPanel panel = OnEdt.get(LoginPanel::new);
    private final ModelForm form = OnEdt.get(() -> new ModelForm(panel));
    private final JTextComponent username = (JTextComponent) Components.named(panel, "authgate.username");
    private final JTextComponent password = (JTextComponent) Components.named(panel, "authgate.password");

    @BeforeEach
    void connect() {
        OnEdt.run(() -> {
            form.setModel(model);
            form.update();
        });
    }

    private void submit() {
        OnEdt.run(() -> {
            username.setText("ann");
            password.setText("secret");
            press("authgate.login");
        });
    }

    private void press(String name) {
        ((AbstractButton) Components.named(panel, name)).doClick(0);
    }

    private void answered() {
        OnEdt.settle();
        OnEdt.run(form::update);
    }

    @Test
    void aPasswordDoesNotOutliveTheLoginThatItWasFor() {
        OnEdt.run(() -> {
            password.setText("secret");
            model.login(new Credentials("ann", "secret".toCharArray(), false));
            form.update();
        });
        assertThat(OnEdt.get(panel::isBusy)).isTrue();

        service.login().grant("7", "ann");
        answered();

        assertThat(OnEdt.get(() -> password.getDocument().getLength())).isZero();
        assertThat(OnEdt.get(panel::isBusy)).isFalse();
    }

    @Test
    void aHostThatTakesTheCredentialsLeavesAFormThatCanBeUsed() {
        OnEdt.run(() -> panel.addLoginListener(new Audit()));
        submit();

        assertThat(service.logins).isEmpty();
        assertThat(reported.all()).as("says that somebody has taken them").isNotEmpty();
        assertThat(OnEdt.get(panel::isBusy)).isFalse();
    }

    @Test
    void aFormThatTheHostHasMadeBusyIsNoLongerSoWhenItsUserCancelsAndNothingIsUnderWay() {
        OnEdt.run(() -> {
            panel.setBusy(true);
            press("authgate.cancel");
        });

        assertThat(OnEdt.get(panel::isBusy)).isFalse();
    }

    /** Writes down who logs in, and takes more for it than it should. */
    private static final class Audit implements LoginListener {

        @Override
        public void loginRequested(LoginEvent event) {
            event.getCredentials().close();
        }

        @Override
        public void loginCancelled(LoginEvent event) {}
    }
}
