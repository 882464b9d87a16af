package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the plugin AuthGate adds to a real WordPress, as its client meets it. */
@Tag("wordpress")
@Tag("authgate-plugin")
class RealAuthGateTest {

    private static final long PATIENCE_MILLIS = 10_000;

    private final TokenStore store = TokenStore.inMemory();
    private WordPressAuthService service = service(RealWordPress.apiKey());

    private WordPressAuthService service(@Nullable String key) {
        WordPressConfig config = RealWordPress.config().apiKey(key).build();
        return WordPressAuthService.builder(config).tokenStore(store).build();
    }

    private void use(@Nullable String key) {
        service.close();
        service = service(key);
    }

    @BeforeEach
    void aUserOfItsOwn() {
        RealWordPress.forgetAttempts();
        RealWordPress.php("wp_insert_user( array( 'user_login' => 'ida', 'user_pass' => 'ida-pass-1', "
                + "'user_email' => 'ida@example.test', 'role' => 'author', 'display_name' => 'Ida' ) );");
    }

    @AfterEach
    void leaveNothingBehind() {
        service.close();
        RealWordPress.php("wp_delete_user( get_user_by( 'login', 'ida' )->ID );");
    }

    private AuthSession loggedIn() {
        AuthSession session = value(service.login(ida("ida-pass-1")));
        value(service.keep(session));
        return session;
    }

    private static Credentials ida(String password) {
        return new Credentials("ida", password.toCharArray(), true);
    }

    private static void onTheUser(String php) {
        RealWordPress.php("$user = get_user_by( 'login', 'ida' ); " + php);
    }

    private boolean isStored() throws IOException {
        return store.load(RealWordPress.address().toString()).isPresent();
    }

    private void requireEnded(AuthSession session, Reason reason, String code) throws IOException {
        AuthException refusal = failure(service.restore());
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(isStored()).isFalse();
        assertThat(failure(service.revalidate(session)).code()).isEqualTo(code);
    }

    @Test
    void theAnswerToTheValidationTellsRolesAndCapabilitiesSoThatNothingElseIsAsked() {
        value(service.prepare());
        long before = RealWordPress.connections();

        AuthSession session = loggedIn();
        assertThat(RealWordPress.connections() - before).isEqualTo(2);
        AuthSession restored = value(service.restore()).orElseThrow();
        assertThat(RealWordPress.connections() - before).isEqualTo(3);
        AuthSession renewed = value(service.revalidate(session));
        assertThat(RealWordPress.connections() - before).isEqualTo(4);

        for (AuthSession each : new AuthSession[] {session, restored, renewed}) {
            assertThat(each.user().getName()).isEqualTo("ida");
            assertThat(each.user().email()).contains("ida@example.test");
            assertThat(each.user().roles()).containsExactly("author");
            assertThat(each.user().hasCapability("publish_posts")).isTrue();
            assertThat(each.user().hasCapability("edit_others_posts")).isFalse();
        }
    }

    @Test
    void aRoleThatChangesIsSeenByTheNextRevalidation() {
        AuthSession session = loggedIn();

        onTheUser("$user->set_role( 'editor' );");

        AuthSession renewed = value(service.revalidate(session));
        assertThat(renewed.user().roles()).containsExactly("editor");
        assertThat(renewed.user().hasCapability("edit_others_posts")).isTrue();
    }

    @Test
    void aLogoutRevokesTheTokenAtTheServer() throws IOException {
        AuthSession session = loggedIn();
        AuthSession elsewhere = value(service.login(ida("ida-pass-1")));

        assertThat(value(service.logout(session))).isTrue();

        assertThat(isStored()).isFalse();
        Pause.pause(
                new Condition("the server has been told") {
                    @Override
                    public boolean test() {
                        return service.revalidate(session)
                                .handle((renewed, failure) -> failure != null)
                                .join();
                    }
                },
                PATIENCE_MILLIS);
        assertThat(failure(service.revalidate(session)).code()).isEqualTo("session_revoked");
        assertThat(failure(service.send(session, posts(), BodyHandlers.discarding()))
                        .reason())
                .isEqualTo(Reason.SESSION_EXPIRED);
        assertThat(value(service.revalidate(elsewhere)).user().getName()).isEqualTo("ida");
    }

    private static HttpRequest posts() {
        return HttpRequest.newBuilder(RealWordPress.address().resolve("/?rest_route=/wp/v2/posts"))
                .build();
    }

    @Test
    void aChangedPasswordEndsTheSession() throws IOException {
        AuthSession session = loggedIn();

        onTheUser("wp_set_password( 'ida-pass-2', $user->ID );");

        requireEnded(session, Reason.SESSION_EXPIRED, "session_revoked");
    }

    @Test
    void anAccountThatIsMadeAnewUnderTheSameNameIsAnotherUser() throws IOException {
        AuthSession session = loggedIn();

        onTheUser("wp_delete_user( $user->ID );");
        aUserOfItsOwn();

        requireEnded(session, Reason.SESSION_EXPIRED, "session_revoked");
    }

    @Test
    void anAdministratorWhoLogsEveryoneOutEndsTheSession() throws IOException {
        AuthSession session = loggedIn();

        RealWordPress.php("( new AuthGate\\Parts() )->sessions->end_all();");

        requireEnded(session, Reason.SESSION_EXPIRED, "session_revoked");
    }

    @Test
    void aUserWhoLosesThePermittedRoleIsOutAndCannotComeBack() throws IOException {
        AuthSession session = loggedIn();

        onTheUser("$user->set_role( '' );");

        requireEnded(session, Reason.ACCOUNT_REFUSED, "role_refused");
        AuthException refusal = failure(service.login(ida("ida-pass-1")));
        assertThat(refusal.reason()).isEqualTo(Reason.ACCOUNT_REFUSED);
        assertThat(refusal.code()).isEqualTo("role_refused");
    }

    @Test
    void whoseKeyIsRevokedIsRefusedAndKeepsTheStoredTokenForTheNextKey() throws IOException {
        use(RealWordPress.newKey("to be revoked"));
        AuthSession session = loggedIn();

        RealWordPress.revokeKeys("to be revoked");

        requireRefusedClient("api_key_invalid");
        assertThat(failure(service.revalidate(session)).code()).isEqualTo("api_key_invalid");
        use(RealWordPress.apiKey());
        assertThat(value(service.restore())).isPresent();
    }

    @Test
    void withoutAKeyNobodyGetsAsFarAsThePassword() throws IOException {
        loggedIn();

        use(null);

        requireRefusedClient("api_key_not_set");
    }

    @Test
    void whereNoKeyIsSetUpTheSiteSaysSo() throws IOException {
        loggedIn();
        RealWordPress.php("$keys = AuthGate\\Schema::keys(); "
                + "update_option( 'test_keys', $wpdb->get_results( \"SELECT * FROM $keys\", ARRAY_A ) ); "
                + "$wpdb->query( \"DELETE FROM $keys\" );");
        try {
            requireRefusedClient("api_key_not_configured");
        } finally {
            RealWordPress.php("foreach ( get_option( 'test_keys' ) as $row ) { "
                    + "$wpdb->insert( AuthGate\\Schema::keys(), $row ); } delete_option( 'test_keys' );");
        }
        assertThat(value(service.restore())).isPresent();
    }

    private void requireRefusedClient(String code) throws IOException {
        AuthException atLogin = failure(service.login(ida("ida-pass-1")));
        assertThat(atLogin.code()).isEqualTo(code);
        assertThat(atLogin.reason()).isEqualTo(Reason.CLIENT_REFUSED);
        AuthException atRestore = failure(service.restore());
        assertThat(atRestore.code()).isEqualTo(code);
        assertThat(atRestore.reason()).isEqualTo(Reason.CLIENT_REFUSED);
        assertThat(isStored()).isTrue();
    }

    @Test
    void afterTooManyAttemptsTheSiteSaysHowLongToWaitEvenToTheRightPassword() {
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(failure(service.login(ida("wrong"))).reason()).isEqualTo(Reason.INVALID_CREDENTIALS);
        }

        AuthException refusal = failure(service.login(ida("ida-pass-1")));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_MANY_ATTEMPTS);
        // the site says a quarter of an hour; the client never lets anybody wait longer than this before asking again
        assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(5));
    }

    @Test
    void tooManyAttemptsDoNotEndASessionThatThereIs() {
        AuthSession session = loggedIn();
        for (int attempt = 1; attempt <= 6; attempt++) {
            failure(service.login(ida("wrong")));
        }

        assertThat(value(service.revalidate(session)).user().getName()).isEqualTo("ida");
    }

    @Test
    void aLoginIsListedUnderTheNameOfItsProgramsKey() {
        use(RealWordPress.newKey("Stock tool 2.1"));

        AuthSession session = loggedIn();

        assertThat(RealWordPress.php("echo ( new AuthGate\\Parts() )->sessions->of_user( "
                        + session.user().id() + " )[0]['client'];"))
                .isEqualTo("Stock tool 2.1");
        RealWordPress.revokeKeys("Stock tool 2.1");
    }
}
