package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.awt.Component;
import java.awt.Container;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.swing.AbstractButton;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What those hear who do not see the form. */
class AnnouncementTest {

    private static final String WRONG = "Access denied. User name or password is wrong.";

    private final List<String> said = new ArrayList<>();
    private LoginPanel form;

    @BeforeEach
    void listen() {
        OnEdt.run(() -> {
            form = new LoginPanel();
            form.setLocale(Locale.ENGLISH);
            listen(form);
        });
    }

    /** Notes down every new name, which is what assistive technologies say of what does not have the focus. */
    private void listen(Container root) {
        for (Component child : root.getComponents()) {
            if (child instanceof Accessible && child.getAccessibleContext() != null) {
                child.getAccessibleContext().addPropertyChangeListener(event -> {
                    boolean isNews = event.getPropertyName().equals(AccessibleContext.ACCESSIBLE_NAME_PROPERTY)
                            || event.getPropertyName().equals(AccessibleContext.ACCESSIBLE_STATE_PROPERTY)
                                    && AccessibleState.BUSY.equals(event.getNewValue());
                    if (isNews && event.getNewValue() != null) {
                        said.add(String.valueOf(event.getNewValue()));
                    }
                });
            }
            if (child instanceof Container) {
                listen((Container) child);
            }
        }
    }

    private AccessibleContext spoken(String name) {
        return ((Accessible) Components.named(form, name)).getAccessibleContext();
    }

    @Test
    void aDenialIsToldOnceWhateverElseChangesMeanwhile() {
        OnEdt.run(() -> {
            form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS));
            form.setTitle("Hello");
            form.setTitle(null);
            form.setEnabled(false);
            form.setEnabled(true);
            form.updateUI();
        });

        assertThat(said).filteredOn(WRONG::equals).hasSize(1);
    }

    @Test
    void theSameDenialAfterAnotherAttemptIsToldAgain() {
        OnEdt.run(() -> {
            form.addLoginListener(LoginEvent::getCredentials);
            ((JTextField) Components.named(form, "authgate.username")).setText("ann");
            for (int attempt = 0; attempt < 2; attempt++) {
                ((JTextField) Components.named(form, "authgate.password")).setText("wrong");
                ((AbstractButton) Components.named(form, "authgate.login")).doClick(0);
                form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS));
            }
        });

        assertThat(said).filteredOn(WRONG::equals).hasSize(2);
        assertThat(said).filteredOn(AccessibleState.BUSY.toString()::equals).hasSize(2);
    }

    @Test
    void aCountdownIsToldAtItsBeginningAndNotEverySecond() {
        OnEdt.run(() -> {
            form.setVisible(false); // what can be seen without a window has no place on the screen to tell
            // a moment later it is one second less
            form.showFailure(new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(Duration.ofMillis(90_020)));
            long moment = System.nanoTime() + 25_000_000;
            while (System.nanoTime() < moment) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 2; i++) {
                form.addNotify(); // which makes it tick
                form.removeNotify();
            }
        });

        assertThat(said)
                .filteredOn(words -> words.contains("Too many attempts"))
                .hasSize(1);
    }

    @Test
    void theFieldThatIsToBlameSaysWhyAndSaysItNoMoreWhenThatIsOver() {
        String usual = OnEdt.get(() -> spoken("authgate.password").getAccessibleDescription());
        OnEdt.run(() -> form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS)));
        assertThat(OnEdt.get(() -> spoken("authgate.password").getAccessibleDescription()))
                .isEqualTo(WRONG);

        OnEdt.run(form::clearFailure);
        assertThat(OnEdt.get(() -> spoken("authgate.password").getAccessibleDescription()))
                .isEqualTo(usual)
                .isEqualTo("The password of your account.");
    }

    @Test
    void aHintIsToldOnceAndTheFieldRepeatsIt() {
        OnEdt.run(() -> ((AbstractButton) Components.named(form, "authgate.login")).doClick(0));

        assertThat(said).containsExactly("Please enter your user name.");
        assertThat(OnEdt.get(() -> spoken("authgate.username").getAccessibleDescription()))
                .isEqualTo("Please enter your user name.");
        assertThat(OnEdt.get(() -> spoken("authgate.reason").getAccessibleRole()))
                .isEqualTo(AccessibleRole.ALERT);
    }

    @Test
    void aLockIsToldOnce() {
        OnEdt.run(() -> form.setLockedUser(ScriptedService.session("7", "ann").user(), "ann", false));

        assertThat(said).containsExactly("Locked");
    }

    @Test
    void whoWasAskedForNoNameIsToldOfTheirPasswordAlone() {
        OnEdt.run(() -> {
            form.setLockedUser(ScriptedService.session("7", "ann").user(), "ann", false);
            form.showFailure(new AuthException(Reason.INVALID_CREDENTIALS));
        });

        assertThat(said).endsWith("Access denied. The password is wrong.");
        assertThat(OnEdt.get(() -> ((JTextComponent) Components.named(form, "authgate.reason")).getText()))
                .isEqualTo("The password is wrong.");
    }
}
