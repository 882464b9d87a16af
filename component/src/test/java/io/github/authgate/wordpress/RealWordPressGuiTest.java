package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.TokenStore;
import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person at the keyboard, and a real WordPress: see {@code wordpress-plugin/tests/with-wordpress}. */
@Tag("wordpress")
class RealWordPressGuiTest extends GuiTest {

    private final List<AuthSession> sessions = new ArrayList<>();
    private final TokenStore store = TokenStore.inMemory();
    private WordPressAuthService service;
    private AuthGate gate;

    @BeforeEach
    void open() {
        start();
    }

    /** Starts the program: a service and a window of its own, with what earlier ones have stored. */
    private void start() {
        start(RealWordPress.apiKey());
    }

    private void start(@Nullable String apiKey) {
        WordPressConfig config = RealWordPress.config().apiKey(apiKey).build();
        service = WordPressAuthService.builder(config).tokenStore(store).build();
        show(() -> {
            gate = new AuthGate(new AuthModel(service), session -> {
                sessions.add(session);
                JLabel label = new JLabel("for " + session.user().displayName());
                label.setName("content");
                return label;
            });
            gate.getLoginPanel().setRememberMeVisible(true);
            return gate;
        });
    }

    @AfterEach
    void close() {
        service.close();
    }

    private void logIn(String username, String password) {
        untilShowing("authgate.username"); // until it has been seen that no session is stored
        window.textBox("authgate.username").deleteText().enterText(username);
        window.textBox("authgate.password").deleteText().enterText(password);
        press(KeyEvent.VK_ENTER);
    }

    private void untilOpen() {
        until("the content shows", () -> sessions.size() == 1);
        assertThat(onEdt(() -> window.label("content").target().isShowing())).isTrue();
    }

    private void untilDenied() {
        untilShowing("authgate.accessDenied");
        assertThat(sessions).isEmpty();
    }

    @Test
    void theRightPasswordOpensTheGate() {
        logIn("admin", "admin-pass-1");

        untilOpen();
        assertThat(sessions.get(0).user().getName()).isEqualTo("admin");
        assertThat(sessions.get(0).user().roles()).containsExactly("administrator");
        assertThat(sessions.get(0).user().hasCapability("manage_options")).isTrue();
        assertThat(sessions.get(0).accessToken().expiresAt()).isPresent();
    }

    @Test
    void theEMailAddressDoesAsWell() {
        logIn("admin@example.test", "admin-pass-1");

        untilOpen();
        assertThat(sessions.get(0).user().getName()).isEqualTo("admin");
    }

    @Test
    void aWrongPasswordIsDeniedAndTheRightOneThenOpens() {
        logIn("admin", "nope");
        untilDenied();
        window.textBox("authgate.reason").requireText("User name or password is wrong.");

        logIn("admin", "admin-pass-1");
        untilOpen();
    }

    @Test
    void anUnknownUserIsDeniedInTheSameWords() {
        logIn("nobody", "nope");
        untilDenied();
        window.textBox("authgate.reason").requireText("User name or password is wrong.");
    }

    @Test
    void aPasswordFullOfSpecialCharactersArrivesAsTyped() {
        logIn("jane", "p\"a\\ss 'w+\u00f6rd%\u20ac");

        untilOpen();
        assertThat(sessions.get(0).user().displayName()).isEqualTo("Jane D\u00f6e");
    }

    @Test
    void aNameWithEntitiesIsDecodedOnce() {
        logIn("sam", "sam-pass-1");

        untilOpen();
        assertThat(sessions.get(0).user().displayName()).isEqualTo("Sam Sub & Co");
    }

    @Test
    void aDeletedUserIsNeitherRestoredNorLoggedIn() throws IOException {
        RealWordPress.php("wp_create_user( 'gone', 'gone-pass-1', 'gone@example.test' );");
        window.checkBox("authgate.rememberMe").check();
        logIn("gone", "gone-pass-1");
        untilOpen();
        assertThat(value(service.restore())).isPresent();

        RealWordPress.php("wp_delete_user( get_user_by( 'login', 'gone' )->ID );");

        assertThat(failure(service.restore()).reason()).isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(store.load(RealWordPress.address().toString())).isEmpty();
        assertThat(failure(service.revalidate(sessions.get(0))).reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void whoWantsToBeRememberedSeesTheContentAfterARestartWithoutTyping() {
        window.checkBox("authgate.rememberMe").check();
        logIn("admin", "admin-pass-1");
        untilOpen();

        restart();

        untilOpen();
        assertThat(sessions.get(0).user().getName()).isEqualTo("admin");
        assertThat(sessions.get(0).user().roles()).containsExactly("administrator");
    }

    @Test
    void afterARestartADeletedUserFindsTheFormAndTheStoredTokenIsGone() throws IOException {
        RealWordPress.php("wp_create_user( 'left', 'left-pass-1', 'left@example.test' );");
        window.checkBox("authgate.rememberMe").check();
        logIn("left", "left-pass-1");
        untilOpen();
        assertThat(store.load(RealWordPress.address().toString())).isPresent();
        RealWordPress.php("wp_delete_user( get_user_by( 'login', 'left' )->ID );");

        restart();

        untilDenied();
        assertThat(onEdt(() -> window.textBox("authgate.username").target().isShowing()))
                .isTrue();
        assertThat(store.load(RealWordPress.address().toString())).isEmpty();
    }

    private void restart() {
        restart(RealWordPress.apiKey());
    }

    private void restart(@Nullable String apiKey) {
        doOnEdt(window.target()::dispose);
        service.close();
        sessions.clear();
        start(apiKey);
    }

    @Test
    @Tag("authgate-plugin")
    void whenTheProgramsKeyIsRevokedTheNextLoginIsDeniedAndTheSentenceNamesTheKey() {
        restart(RealWordPress.newKey("a program"));
        logIn("admin", "admin-pass-1");
        untilOpen();

        RealWordPress.revokeKeys("a program");
        doOnEdt(() -> gate.getModel().logout());
        sessions.clear();
        untilShowing("authgate.username");
        logIn("admin", "admin-pass-1");

        untilDenied();
        window.textBox("authgate.reason")
                .requireText("The site does not accept the API key of this program. Please tell its administrator.");
    }

    @Test
    @Tag("authgate-plugin")
    void afterFiveWrongPasswordsTheFormSaysHowLongToWait() {
        RealWordPress.forgetAttempts();
        try {
            for (int attempt = 1; attempt <= 5; attempt++) {
                logIn("max", "wrong-" + attempt);
                untilReason("User name or password is wrong.");
                untilIdle();
            }

            logIn("max", "max-pass-1");

            untilReason("Too many attempts. You can try again in 5 minutes.");
            assertThat(sessions).isEmpty();
        } finally {
            RealWordPress.forgetAttempts();
        }
    }

    private void untilReason(String sentence) {
        untilShowing("authgate.reason");
        until(
                sentence,
                () -> sentence.equals(window.textBox("authgate.reason").target().getText()));
    }

    private void untilIdle() {
        until("the form is idle", () -> !gate.getModel().isBusy());
    }

    @Test
    void theHostReadsTheSitesPostsWithTheSession() {
        logIn("admin", "admin-pass-1");
        untilOpen();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RealWordPress.address() + "/?rest_route=/wp/v2/users/me&context=edit"))
                .build();

        HttpResponse<String> response = value(service.send(sessions.get(0), request, BodyHandlers.ofString()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"administrator\"");
    }
}
