package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.undo.UndoManager;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person sees of a session after the login. */
class SessionLifeGuiTest extends GuiTest {

    private final ScriptedService service = new ScriptedService();
    private final ManualTime time = new ManualTime("2026-11-23T12:00:00Z");
    private final List<JTextArea> notes = new ArrayList<>();
    private final List<UndoManager> undos = new ArrayList<>();
    private AuthModel model;
    private AuthGate gate;

    @BeforeEach
    void open() {
        service.holdsRestore = true;
        show(() -> {
            model = new AuthModel(service, time, time, time);
            gate = new AuthGate(model, session -> makeContent());
            JPanel host = new JPanel(new BorderLayout());
            host.add(gate);
            return host;
        });
    }

    private JComponent makeContent() {
        JTextArea area = new JTextArea("first line\n".repeat(200), 10, 30);
        area.setName("notes");
        UndoManager undo = new UndoManager();
        area.getDocument().addUndoableEditListener(undo);
        notes.add(area);
        undos.add(undo);
        return new JScrollPane(area);
    }

    private AuthSession session(Duration lifetime) {
        return AuthSession.of(
                AuthUser.builder("7", "ann").displayName("Ann Example").build(),
                AccessToken.of("a.token", time.instant().plus(lifetime)));
    }

    private void nothingStored() {
        service.restores.get(0).complete(Optional.empty());
        untilShowing("authgate.password");
    }

    private void logIn(Duration lifetime) {
        nothingStored();
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().answer.complete(session(lifetime));
        untilShowing("notes");
    }

    private void logInByKeyboard(String password, Duration lifetime) {
        int before = service.logins.size();
        type(password);
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() > before);
        service.lastLogin().answer.complete(session(lifetime));
    }

    private JTextComponentFixture password() {
        return window.textBox("authgate.password");
    }

    @Test
    void whileAStoredSessionIsCheckedTheFormDoesNotFlash() {
        requireNotShowing("authgate.password");
        requireNotShowing("authgate.accessDenied");

        service.restores.get(0).complete(Optional.of(session(Duration.ofHours(1))));

        untilShowing("notes");
        assertThat(notes).hasSize(1);
    }

    @Test
    void withoutTheNetworkTheGateStaysShutAndTryAgainAsksAgain() {
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        untilShowing("authgate.accessDenied");
        window.textBox("authgate.reason").requireText(java.util.regex.Pattern.compile(".*cannot be reached.*"));

        window.button("authgate.tryAgain").click();
        until("the service has been asked again", () -> service.restores.size() == 2);
        service.restores.get(1).complete(Optional.of(session(Duration.ofHours(1))));

        untilShowing("notes");
    }

    @Test
    void theServerIsAskedAgainByItselfWhileTheFormStaysUsable() {
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        untilShowing("authgate.accessDenied");

        time.pass(Duration.ofSeconds(7));
        until("the service has been asked again", () -> service.restores.size() == 2);
        assertThat(onEdt(() -> password().target().isEnabled())).isTrue();
        service.restores.get(1).complete(Optional.of(session(Duration.ofHours(1))));

        untilShowing("notes");
    }

    @Test
    void theFirstKeyEndsTheRetriesSoThatNothingIsLost() {
        service.restores.get(0).completeExceptionally(new AuthException(Reason.SERVER_UNREACHABLE));
        untilShowing("authgate.accessDenied");
        window.textBox("authgate.username").enterText("e");
        settle();

        time.pass(Duration.ofHours(1));

        assertThat(service.restores).hasSize(1);
        window.textBox("authgate.username").requireText("e");
    }

    @Test
    void atItsEndASessionLocksAndComesBackExactlyAsItWas() {
        logIn(Duration.ofMinutes(30));
        JTextArea area = notes.get(0);
        UndoManager undo = undos.get(0);
        doOnEdt(() -> {
            area.requestFocusInWindow();
            area.setCaretPosition(1_500);
        });
        untilFocused(area);
        type("changed ");
        doOnEdt(() -> area.select(1_500, 1_507));
        settle();
        Point scrolled = onEdt(() -> area.getVisibleRect().getLocation());
        String text = onEdt(area::getText);

        confirmUntil(Duration.ofMinutes(31));
        untilShowing("authgate.accessDenied");
        window.label("authgate.accessDenied").requireText("Access denied");
        window.textBox("authgate.reason").requireText("Your session has expired. Please log in again.");
        assertThat(onEdt(area::isShowing)).isFalse();
        untilFocused(password().target());
        logInByKeyboard("secret", Duration.ofMinutes(30));

        untilShowing("notes");
        assertThat(notes).as("made once").hasSize(1);
        untilFocused(area);
        assertThat(onEdt(() -> area.getText().equals(text))).isTrue();
        assertThat(onEdt(area::getSelectionStart)).isEqualTo(1_500);
        assertThat(onEdt(area::getSelectionEnd)).isEqualTo(1_507);
        Point after = onEdt(() -> area.getVisibleRect().getLocation());
        assertThat(after).isEqualTo(scrolled);
        assertThat(onEdt(undo::canUndo)).isTrue();
        doOnEdt(undo::undo);
        assertThat(onEdt(() -> area.getText().equals(text))).isFalse();
    }

    /** Lets time pass while the server confirms the session whenever it is asked. */
    private void confirmUntil(Duration duration) {
        AuthSession current = onEdt(model::getSession);
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minusSeconds(30)) {
            time.pass(Duration.ofSeconds(30));
            service.revalidations.forEach(question -> question.complete(current));
            settle();
        }
    }

    @Test
    void theWarningCountsDownAndStayLoggedInProlongsOnTheSpot() {
        logIn(Duration.ofMinutes(4));
        requireNotShowing("authgate.stayLoggedIn");
        JTextArea area = notes.get(0);

        time.pass(Duration.ofSeconds(125));
        untilShowing("authgate.stayLoggedIn");
        assertThat(onEdt(area::isShowing)).isTrue();
        doOnEdt(() -> model.views().update());
        window.textBox("authgate.banner")
                .requireText(java.util.regex.Pattern.compile("Your session ends in \\d+ seconds\\."));

        window.button("authgate.stayLoggedIn").click();
        untilFocused(password().target());
        logInByKeyboard("secret", Duration.ofMinutes(30));

        until("the warning is gone", () -> !window.target().isShowing() || hidden("authgate.banner"));
        assertThat(onEdt(area::isShowing)).isTrue();
        assertThat(notes).hasSize(1);
        assertThat(service.lastLogin().username).isEqualTo("ann");
        time.pass(Duration.ofMinutes(4));
        assertThat(onEdt(model::getState)).isEqualTo(AuthModel.State.LOGGED_IN);
    }

    private boolean hidden(String name) {
        return Components.find(gate, name).map(part -> !part.isShowing()).orElse(true);
    }

    @Test
    void aWrongPasswordInTheWarningSaysSoAndKeepsTheContent() {
        logIn(Duration.ofMinutes(4));
        time.pass(Duration.ofSeconds(125));
        untilShowing("authgate.stayLoggedIn");
        window.button("authgate.stayLoggedIn").click();
        untilFocused(password().target());
        int before = service.logins.size();
        type("wrong");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> service.logins.size() > before);
        service.lastLogin().refuse(Reason.INVALID_CREDENTIALS);

        until(
                "the banner says why",
                () -> ((JTextArea) Components.named(gate, "authgate.banner"))
                        .getText()
                        .equals("Access denied. The password is wrong."));
        password().requireText("");
        assertThat(onEdt(() -> notes.get(0).isShowing())).isTrue();

        press(KeyEvent.VK_ESCAPE);
        untilShowing("authgate.stayLoggedIn");
        assertThat(onEdt(() -> ((JTextArea) Components.named(gate, "authgate.banner")).getText()))
                .startsWith("Your session ends in");
    }

    @Test
    void escapeInTheWarningTakesThePasswordFieldAwayAgain() {
        logIn(Duration.ofMinutes(4));
        time.pass(Duration.ofSeconds(125));
        untilShowing("authgate.stayLoggedIn");
        window.button("authgate.stayLoggedIn").click();
        untilFocused(password().target());
        type("sec");
        press(KeyEvent.VK_ESCAPE);

        requireNotShowing("authgate.password");
        untilShowing("authgate.stayLoggedIn");
    }

    @Test
    void whatWasTypedIntoTheWarningIsForgottenWhenTheContentIsLocked() {
        logIn(Duration.ofMinutes(4));
        time.pass(Duration.ofSeconds(125));
        untilShowing("authgate.stayLoggedIn");
        window.button("authgate.stayLoggedIn").click();
        JPasswordField field = (JPasswordField) password().target();
        untilFocused(field);
        type("sec");

        doOnEdt(model::lock);
        untilShowing("authgate.lockedUser");
        assertThat(onEdt(() -> field.getPassword().length)).isZero();

        untilFocused(password().target());
        logInByKeyboard("secret", Duration.ofMinutes(1));
        untilShowing("notes");
        time.pass(Duration.ofSeconds(1));
        untilShowing("authgate.stayLoggedIn");
        requireNotShowing("authgate.password");
    }

    @Test
    void theWarningIsAnnouncedOnce() {
        logIn(Duration.ofMinutes(4));
        List<Object> announced = new CopyOnWriteArrayList<>();
        doOnEdt(() -> Components.named(gate, "authgate.banner")
                .getAccessibleContext()
                .addPropertyChangeListener(event -> announced.add(event.getPropertyName())));

        time.pass(Duration.ofSeconds(125));
        untilShowing("authgate.stayLoggedIn");
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofSeconds(1));
            doOnEdt(() -> gate.updateUI());
        }

        assertThat(announced).filteredOn("AccessibleName"::equals).hasSize(1);
        assertThat(announced).doesNotContain("AccessibleText");
    }

    @Test
    void anUnusedApplicationLocksAndKeysAndTheMouseCountAsUse() {
        doOnEdt(() -> model.setIdleLock(Duration.ofMinutes(2)));
        logIn(Duration.ofHours(10));
        JTextArea area = notes.get(0);
        time.pass(Duration.ofSeconds(110));
        robot.click(area);
        time.pass(Duration.ofSeconds(110));
        press(KeyEvent.VK_A);
        time.pass(Duration.ofSeconds(110));
        assertThat(onEdt(area::isShowing)).isTrue();

        time.pass(Duration.ofSeconds(12));

        untilShowing("authgate.password");
        assertThat(onEdt(area::isShowing)).isFalse();
    }

    @Test
    void afterASleepTheContentIsCoveredUntilTheServerHasSpoken() {
        logIn(Duration.ofHours(10));
        JTextArea area = notes.get(0);
        time.jump(Duration.ofHours(8));
        time.pass(Duration.ofSeconds(11));
        until("the content is covered", () -> !area.isShowing());
        requireNotShowing("authgate.password");

        service.revalidations.get(0).complete(session(Duration.ofHours(10)));

        untilShowing("notes");
        assertThat(notes).hasSize(1);
    }

    @Test
    void loggingOutShowsTheFormAtOnceAlthoughTheServerIsSilent() {
        logIn(Duration.ofHours(1));
        doOnEdt(model::logout);

        untilShowing("authgate.password");
        requireNotShowing("notes");
        Component username = window.textBox("authgate.username").target();
        assertThat(onEdt(username::isEnabled)).isTrue();
    }

    @Test
    void aTokenThatCouldNotBeDeletedIsSaidUnderTheForm() {
        logIn(Duration.ofHours(1));
        service.deletes = false;
        doOnEdt(model::logout);

        untilShowing("authgate.notice");
        window.textBox("authgate.notice").requireText(java.util.regex.Pattern.compile(".*could not delete.*"));
    }

    @Test
    void aTokenThatCouldNotBeStoredIsSaidOnceAboveTheContent() {
        service.keeps = false;
        nothingStored();
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), true)));
        service.lastLogin().answer.complete(session(Duration.ofHours(1)).withRememberMe(true));
        untilShowing("notes");
        untilShowing("authgate.banner");
        window.button("authgate.dismiss").click();
        requireNotShowing("authgate.banner");

        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), true)));
        service.lastLogin().answer.complete(session(Duration.ofHours(1)).withRememberMe(true));
        settle();
        requireNotShowing("authgate.banner");
    }

    @Test
    void whoWasRememberedIsRememberedAfterUnlockingToo() {
        nothingStored();
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), true)));
        service.lastLogin().answer.complete(session(Duration.ofHours(1)).withRememberMe(true));
        untilShowing("notes");
        doOnEdt(model::lock);
        untilFocused(password().target());
        logInByKeyboard("secret", Duration.ofHours(1));

        assertThat(service.lastLogin().rememberMe).isTrue();
    }
}
