package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.Credentials;
import java.awt.Component;
import java.awt.Container;
import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyDescriptor;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form without a window. */
class LoginPanelTest {

    private final LoginPanel panel = OnEdt.get(LoginPanel::new);

    private <C> C part(String name, Class<C> type) {
        return type.cast(Components.named(panel, name));
    }

    private void fillIn(String username, String password) {
        OnEdt.run(() -> {
            part("authgate.username", JTextField.class).setText(username);
            part("authgate.password", JPasswordField.class).setText(password);
        });
    }

    private void submit() {
        OnEdt.run(() -> part("authgate.login", AbstractButton.class).doClick());
    }

    private String password() {
        return OnEdt.get(
                () -> new String(part("authgate.password", JPasswordField.class).getPassword()));
    }

    @Test
    void asksItsListenersWithTheCredentialsAndIsBusyUntilToldOtherwise() {
        List<String> presented = new ArrayList<>();
        panel.addLoginListener(event -> {
            try (Credentials credentials = event.getCredentials()) {
                presented.add(credentials.username() + ":" + new String(credentials.password()));
            }
        });
        fillIn("ann", "secret");
        submit();

        assertThat(presented).containsExactly("ann:secret");
        assertThat(OnEdt.get(panel::isBusy)).isTrue();
        for (String name : List.of("authgate.username", "authgate.password", "authgate.login")) {
            assertThat(OnEdt.get(() -> part(name, Component.class).isEnabled()))
                    .as(name)
                    .isFalse();
        }
        assertThat(OnEdt.get(() -> part("authgate.cancel", Component.class).isVisible()))
                .isTrue();
        submit();
        assertThat(presented).hasSize(1);

        OnEdt.run(() -> panel.setBusy(false));
        assertThat(password()).isEqualTo("secret");
    }

    @Test
    void isNotBusyIfNobodyTakesTheCredentialsAndClosesThem() {
        List<LoginEvent> events = new ArrayList<>();
        panel.addLoginListener(events::add);
        fillIn("ann", "secret");
        submit();

        assertThat(OnEdt.get(panel::isBusy)).isFalse();
        assertThatThrownBy(() -> events.get(0).getCredentials()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstListenerToTakeTheCredentialsOwnsThem() {
        List<String> log = new ArrayList<>();
        LoginListener taker = event -> {
            try {
                event.getCredentials().close();
                log.add("taken");
            } catch (IllegalStateException e) {
                log.add("gone");
            }
        };
        panel.addLoginListener(taker);
        panel.addLoginListener(taker);
        fillIn("ann", "secret");
        submit();

        assertThat(log).containsExactly("taken", "gone");
    }

    @Test
    void aListenerThatThrowsKeepsNoOtherFromHearing() {
        List<String> heard = new ArrayList<>();
        panel.addLoginListener(event -> heard.add("first"));
        panel.addLoginListener(event -> {
            throw new IllegalStateException("careless");
        });
        panel.addLoginListener(event -> heard.add("third"));
        OnEdt.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> heard.add("reported")));
        fillIn("ann", "secret");
        submit();
        OnEdt.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));

        assertThat(heard).containsExactlyInAnyOrder("first", "reported", "third");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|secret|Please enter your user name.", "ann||Please enter your password."})
    void asksForWhatIsMissingInsteadOfAskingTheServer(String row) {
        String[] cells = row.split("\\|");
        List<LoginEvent> events = new ArrayList<>();
        panel.addLoginListener(events::add);
        fillIn(cells[0], cells[1]);
        submit();

        assertThat(events).isEmpty();
        assertThat(OnEdt.get(() -> part("authgate.reason", JTextComponent.class).getText()))
                .isEqualTo(cells[2]);
        assertThat(OnEdt.get(() -> part("authgate.accessDenied", JLabel.class).isVisible()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyAWrongPasswordIsCleared(Reason reason) {
        fillIn("ann", "secret");
        OnEdt.run(() -> panel.showFailure(new AuthException(reason)));

        assertThat(password()).isEqualTo(reason == Reason.INVALID_CREDENTIALS ? "" : "secret");
        assertThat(OnEdt.get(() -> part("authgate.accessDenied", JLabel.class).getText()))
                .isEqualTo("Access denied");
    }

    @Test
    void whoSwitchesTheUserLeavesNoPasswordBehind() {
        OnEdt.run(() -> panel.setLockedUser(
                io.github.authgate.AuthUser.builder("7", "ann").build(), "ann", false));
        fillIn("", "secret");

        OnEdt.run(() -> part("authgate.switchUser", AbstractButton.class).doClick());

        assertThat(password()).isEmpty();
    }

    @Test
    void oneFormOfTwoThatGoesLeavesTheOtherTheDefaultButtonAndTheLastTheHosts() {
        OnEdt.run(() -> {
            javax.swing.JRootPane root = new javax.swing.JRootPane();
            javax.swing.JButton hosts = new javax.swing.JButton();
            root.getContentPane().add(hosts);
            root.setDefaultButton(hosts);
            LoginPanel other = new LoginPanel();
            root.getContentPane().add(panel, "North");
            root.getContentPane().add(other, "South");
            Container window = new javax.swing.JPanel();
            window.add(root);
            window.addNotify();
            Component second = Components.named(other, "authgate.login");
            assertThat(root.getDefaultButton()).isSameAs(second);

            root.getContentPane().remove(panel);
            assertThat(root.getDefaultButton()).isSameAs(second);
            root.getContentPane().add(panel, "North");
            assertThat(root.getDefaultButton()).isSameAs(part("authgate.login", Component.class));
            root.getContentPane().remove(panel);
            assertThat(root.getDefaultButton()).isSameAs(second);
            root.getContentPane().remove(other);

            assertThat(root.getDefaultButton()).isSameAs(hosts);
        });
    }

    @Test
    void aDefaultButtonThatTheHostSetsMeanwhileStays() {
        OnEdt.run(() -> {
            javax.swing.JRootPane root = new javax.swing.JRootPane();
            root.getContentPane().add(panel);
            Container window = new javax.swing.JPanel();
            window.add(root);
            window.addNotify();
            javax.swing.JButton hosts = new javax.swing.JButton();
            root.setDefaultButton(hosts);

            root.getContentPane().remove(panel);

            assertThat(root.getDefaultButton()).isSameAs(hosts);
        });
    }

    @Test
    void theMessageGoesAwayWhenItIsCleared() {
        OnEdt.run(() -> {
            panel.showFailure(new AuthException(Reason.SERVER_FAULT));
            panel.clearFailure();
        });

        assertThat(OnEdt.get(() ->
                        part("authgate.accessDenied", JLabel.class).getParent().isVisible()))
                .isFalse();
    }

    @Test
    void whereTheServerWantsAPauseTheButtonWaits() {
        fillIn("ann", "secret");
        OnEdt.run(() -> panel.showFailure(
                new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(java.time.Duration.ofSeconds(90))));

        assertThat(OnEdt.get(() -> part("authgate.login", AbstractButton.class).isEnabled()))
                .isFalse();
        assertThat(OnEdt.get(() -> part("authgate.login", AbstractButton.class).getText()))
                .matches("Wait (90|89) seconds");
        assertThat(OnEdt.get(() -> part("authgate.username", Component.class).isEnabled()))
                .isTrue();
    }

    @Test
    void rememberMeIsOfferedOnlyWhereTheHostWantsItAndNeverSelectedUnseen() {
        List<Boolean> remembered = new ArrayList<>();
        panel.addLoginListener(event -> remembered.add(event.getCredentials().rememberMe()));
        assertThat(OnEdt.get(panel::isRememberMeVisible)).isFalse();
        OnEdt.run(() -> {
            panel.setRememberMeVisible(true);
            part("authgate.rememberMe", JCheckBox.class).setSelected(true);
        });
        fillIn("ann", "secret");
        submit();
        OnEdt.run(() -> {
            panel.setBusy(false);
            panel.setRememberMeVisible(false);
        });
        submit();

        assertThat(remembered).containsExactly(true, false);
    }

    @Test
    void theBeanShowsItsPropertiesAndNoPassword() throws Exception {
        BeanInfo info = Introspector.getBeanInfo(LoginPanel.class, javax.swing.JPanel.class);
        List<String> names = Arrays.stream(info.getPropertyDescriptors())
                .filter(property -> property.getReadMethod() != null && property.getWriteMethod() != null)
                .map(PropertyDescriptor::getName)
                .collect(Collectors.toList());

        assertThat(names)
                .contains(
                        "title", "username", "rememberMeVisible", "forgotPasswordUri", "busy", "siteName", "siteIcon");
        assertThat(Introspector.getBeanInfo(LoginPanel.class).getPropertyDescriptors())
                .noneMatch(
                        property -> property.getName().toLowerCase(Locale.ROOT).equals("password"));
        assertThat(Arrays.stream(info.getEventSetDescriptors()).map(event -> event.getName()))
                .contains("login");
        assertThat(Introspector.getBeanInfo(LoginPanel.class).getPropertyDescriptors())
                .filteredOn(property -> names.contains(property.getName()))
                .allMatch(PropertyDescriptor::isBound);
    }

    @Test
    void everyPropertyIsBound() {
        List<String> changed = new ArrayList<>();
        OnEdt.run(() -> {
            panel.addPropertyChangeListener((PropertyChangeEvent event) -> changed.add(event.getPropertyName()));
            panel.setTitle("Good morning");
            panel.setUsername("ann");
            panel.setRememberMeVisible(true);
            panel.setForgotPasswordUri(URI.create("https://example.org/lost"));
            panel.setBusy(true);
            panel.setSiteName("Example");
            panel.setSiteIcon(new javax.swing.ImageIcon());
        });

        assertThat(changed)
                .contains(
                        "title", "username", "rememberMeVisible", "forgotPasswordUri", "busy", "siteName", "siteIcon");
    }

    @Test
    void typingChangesTheUserNamePropertyAsWell() {
        List<Object> names = new ArrayList<>();
        OnEdt.run(() -> panel.addPropertyChangeListener("username", event -> names.add(event.getNewValue())));
        OnEdt.run(() -> part("authgate.username", JTextField.class).setText("ann"));

        assertThat(names).contains("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "mailto:ann@example.org", "lost.html"})
    void aLinkThatIsNoWebPageIsRefused(String uri) {
        assertThatThrownBy(() -> OnEdt.run(() -> panel.setForgotPasswordUri(URI.create(uri))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDisabledFormIsDisabledAltogether() {
        OnEdt.run(() -> panel.setEnabled(false));

        for (String name : List.of("authgate.username", "authgate.password", "authgate.login")) {
            assertThat(OnEdt.get(() -> part(name, Component.class).isEnabled()))
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void speaksTheLanguageOfItsLocaleAlsoWhenThatChanges() {
        OnEdt.run(() -> panel.setLocale(Locale.GERMAN));
        assertThat(OnEdt.get(panel::getTitle)).isEqualTo("Bitte anmelden");

        OnEdt.run(() -> panel.setLocale(Locale.ENGLISH));
        assertThat(OnEdt.get(panel::getTitle)).isEqualTo("Please log in");
    }

    @Test
    void remoteTextIsNeverRenderedAsHtml() {
        String trap = "<html><img src='http://127.0.0.1:1/trap'>";
        OnEdt.run(() -> {
            panel.setSiteName(trap);
            panel.setTitle(trap);
            panel.setUsername(trap);
        });

        for (JComponent part : parts(panel)) {
            assertThat(part.getClientProperty("html")).as(part.getName()).isNull();
            boolean isOurs = !(part.getParent() instanceof javax.swing.JScrollBar);
            if (isOurs && (part instanceof JLabel || part instanceof AbstractButton)) {
                assertThat(part.getClientProperty("html.disable"))
                        .as(part.toString())
                        .isEqualTo(Boolean.TRUE);
            }
        }
    }

    @Test
    void aSiteNameIsOneLineOfModerateLength() {
        OnEdt.run(() -> panel.setSiteName("a\nb\u202Ec\u0000d" + "x".repeat(10_000)));

        assertThat(OnEdt.get(panel::getSiteName)).startsWith("a bc dx").hasSize(200);
    }

    @Test
    void isNotSerialized() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(panel))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void assistiveTechnologiesSeeDotsOnlyWhateverTheyAskFor() {
        fillIn("ann", "secret");
        OnEdt.run(() -> {
            JPasswordField field = part("authgate.password", JPasswordField.class);
            field.selectAll();
            ((SecretField) field).setRevealed(true);
            javax.accessibility.AccessibleText text =
                    field.getAccessibleContext().getAccessibleText();
            javax.accessibility.AccessibleExtendedText extended = (javax.accessibility.AccessibleExtendedText) text;
            List<String> answers = new ArrayList<>();
            answers.add(text.getSelectedText());
            answers.add(extended.getTextRange(0, 6));
            for (int kind = 1; kind <= 3; kind++) {
                answers.add(text.getAtIndex(kind, 2));
                answers.add(text.getBeforeIndex(kind, 2));
                answers.add(text.getAfterIndex(kind, 2));
            }
            for (int kind = 1; kind <= 5; kind++) {
                javax.accessibility.AccessibleTextSequence sequence = extended.getTextSequenceAt(kind, 2);
                answers.add(sequence == null ? null : sequence.text);
            }
            assertThat(answers).noneMatch(answer -> answer != null && answer.matches(".*[secrt]{2}.*"));
            assertThat(text.getSelectedText()).hasSize(6);
            assertThat(field.getAccessibleContext().getAccessibleName()).isEqualTo("Password");
        });
    }

    @Test
    void theLineBreakAtTheEndOfAPastedPasswordIsDroppedAndNothingElse() {
        OnEdt.run(() -> part("authgate.password", JPasswordField.class).replaceSelection(" se cret \r\n"));

        assertThat(password()).isEqualTo(" se cret ");
    }

    static List<JComponent> parts(Container root) {
        List<JComponent> parts = new ArrayList<>();
        for (Component child : root.getComponents()) {
            if (child instanceof JComponent) {
                parts.add((JComponent) child);
                parts.addAll(parts((Container) child));
            }
        }
        return parts;
    }
}
