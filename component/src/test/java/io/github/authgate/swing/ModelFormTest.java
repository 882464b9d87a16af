package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
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
    private final AbstractButton rememberMe = (AbstractButton) Components.named(panel, "authgate.rememberMe");

    @BeforeEach
    void connect() {
        OnEdt.run(() -> {
            panel.setRememberMeVisible(true);
            form.setModel(model);
            form.update();
        });
    }

    private void submit(boolean remembered) {
        OnEdt.run(() -> {
            username.setText("ann");
            password.setText("secret");
            rememberMe.setSelected(remembered);
            press("authgate.login");
        });
    }

    private void press(String name) {
        ((AbstractButton) Components.named(panel, name)).doClick(0);
    }

    private void logOut() {
        OnEdt.run(() -> {
            model.logout();
            form.update();
        });
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
        submit(false);

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

    @Test
    void theNextUserIsNotRememberedUnlessTheySaySo() {
        submit(true);
        service.lastLogin().grant("7", "ann");
        answered();

        logOut();
        assertThat(OnEdt.get(rememberMe::isSelected)).isFalse();
    }

    @Test
    void whatTheUserTickedForAnAttemptStaysTickedWhenItFails() {
        submit(true);
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);
        answered();

        assertThat(OnEdt.get(rememberMe::isSelected)).isTrue();
        submit(OnEdt.get(rememberMe::isSelected));
        assertThat(service.lastLogin().rememberMe).isTrue();
    }

    @Test
    void aNameThatTheHostFillsInDoesNotEndTheLookForTheSessionInTheBackgroundButOneThatIsTypedDoes() {
        service.holdsRestore = true;
        OnEdt.run(model::restore);
        service.restores.get(0).completeExceptionally(ScriptedService.failure(Reason.SERVER_UNREACHABLE));
        answered();
        assertThat(isRetrying()).isTrue();

        OnEdt.run(() -> panel.setUsername("ann"));
        assertThat(isRetrying()).isTrue();

        OnEdt.run(() -> username.replaceSelection("e"));
        assertThat(isRetrying()).isFalse();
    }

    private boolean isRetrying() {
        return OnEdt.get(() -> model.life().state().phase().isRetrying());
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
