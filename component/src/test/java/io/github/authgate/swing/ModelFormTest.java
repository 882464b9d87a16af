package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import javax.swing.JPasswordField;
import org.junit.jupiter.api.Test;

/** A form that stays where it is while the session opens, as on the cover of a dialog that belongs to another user. */
class ModelFormTest {

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final LoginPanel panel = OnEdt.get(LoginPanel::new);
    private final ModelForm form = OnEdt.get(() -> new ModelForm(panel));

    @Test
    void aPasswordDoesNotOutliveTheLoginThatItWasFor() {
        JPasswordField password = (JPasswordField) Components.named(panel, "authgate.password");
        OnEdt.run(() -> {
            form.setModel(model);
            password.setText("secret");
            model.login(new Credentials("ann", "secret".toCharArray(), false));
            form.update();
        });
        assertThat(OnEdt.get(panel::isBusy)).isTrue();

        service.login().grant("7", "ann");
        OnEdt.settle();
        OnEdt.run(form::update);

        assertThat(OnEdt.get(() -> password.getDocument().getLength())).isZero();
        assertThat(OnEdt.get(panel::isBusy)).isFalse();
    }
}
