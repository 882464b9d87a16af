package io.github.authgate.testkit;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FakeAuthServiceTest {

    private static final FakeUser ANN =
            FakeUser.of("ann", "secret").withDisplayName("Ann Smith").withRole("editor");

    private final ManualClock clock = ManualClock.startingAt(Instant.parse("2026-11-23T12:00:00Z"));
    private final FakeAuthService service = FakeAuthService.of(clock, ANN);

    private CompletableFuture<AuthSession> login(String username, String password, boolean rememberMe) {
        try (Credentials credentials = new Credentials(username, password.toCharArray(), rememberMe)) {
            return service.login(credentials);
        }
    }

    private AuthSession ann() {
        return value(login("ann", "secret", true));
    }

    @Test
    void theSessionSaysOfItsUserWhatTheAccountSays() {
        AuthUser user = ann().user();

        assertThat(user.getName()).isEqualTo("ann");
        assertThat(user.displayName()).isEqualTo("Ann Smith");
        assertThat(user.email()).contains("ann@example.org");
        assertThat(user.roles()).containsExactly("editor");
        assertThat(user.hasCapability("edit_others_posts")).isTrue();
        assertThat(user.hasCapability("manage_options")).isFalse();
    }

    @Test
    void theEMailAddressServesToLogInAsWell() {
        assertThat(value(login("ann@example.org", "secret", false)).user().getName())
                .isEqualTo("ann");
    }

    @Test
    void twoAccountsAreTwoUsers() {
        service.addUser(FakeUser.of("bob", "other"));

        assertThat(value(login("bob", "other", false)).user().isSameAs(ann().user()))
                .isFalse();
    }

    @Test
    void forgettingWorksWhileTheServerIsOutOfReach() {
        service.remember("ann");
        service.refuse(Reason.SERVER_UNREACHABLE);

        assertThat(value(service.forget())).isTrue();

        assertThat(service.rememberedUser()).isEmpty();
    }

    @Test
    void aBrokenStoreDoesNotForget() {
        service.remember("ann");
        service.setStoreBroken(true);

        assertThat(value(service.forget())).isFalse();

        assertThat(service.rememberedUser()).contains("ann");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SESSION_EXPIRED", "INVALID_CREDENTIALS"})
    void aRefusalMeetsEverythingThatIsAskedOfTheServer(Reason reason) {
        AuthSession session = ann();
        service.remember("ann");
        service.refuse(reason);

        assertThat(failure(login("ann", "secret", false)).reason()).isEqualTo(reason);
        assertThat(failure(service.revalidate(session)).reason()).isEqualTo(reason);
        assertThat(failure(service.restore()).reason()).isEqualTo(reason);

        service.accept();
        assertThat(value(service.revalidate(session)).user().getName()).isEqualTo("ann");
    }

    @Test
    void aFailureIsPassedOnAsItIs() {
        AuthException wait = new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(Duration.ofSeconds(30));
        service.refuse(wait);

        assertThat(failure(login("ann", "secret", false))).isSameAs(wait);
    }

    @Test
    void invalidCredentialsConcernLoginsAndAnExpiredSessionEverythingElse() {
        AuthSession session = ann();
        service.refuse(Reason.INVALID_CREDENTIALS);
        assertThat(value(service.revalidate(session))).isNotNull();
        assertThat(failure(login("ann", "secret", false)).reason()).isEqualTo(Reason.INVALID_CREDENTIALS);

        service.refuse(Reason.SESSION_EXPIRED);
        assertThat(value(login("ann", "secret", false))).isNotNull();
        assertThat(failure(service.revalidate(session)).reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void onlyADefiniteRefusalForgetsWhoIsRemembered() {
        service.remember("ann");
        service.refuse(Reason.SERVER_UNREACHABLE);
        failure(service.restore());
        assertThat(service.rememberedUser()).contains("ann");

        service.refuse(Reason.ACCOUNT_REFUSED);
        failure(service.restore());
        assertThat(service.rememberedUser()).isEmpty();
    }

    @Test
    void anAnswerThatIsHeldBackComesWhenItIsReleasedAndAsThingsStandThen() {
        service.holdAnswers();
        CompletableFuture<AuthSession> login = login("ann", "secret", false);
        assertThat(login).isNotDone();

        service.blockUser("ann");
        service.releaseAnswers();

        assertThat(failure(login).reason()).isEqualTo(Reason.ACCOUNT_REFUSED);
    }

    @Test
    void releasedAnswersAreNotHeldBackAgain() {
        service.holdAnswers();
        service.releaseAnswers();

        assertThat(login("ann", "secret", false)).isDone();
    }

    @Test
    void aCancelledLoginStaysCancelledWhenItsAnswerIsReleased() {
        service.holdAnswers();
        CompletableFuture<AuthSession> login = login("ann", "secret", false);
        login.cancel(true);

        service.releaseAnswers();

        assertThat(login).isCancelled();
    }

    @Test
    void aBlockedAccountIsRefusedOnlyIfThePasswordIsRight() {
        service.blockUser("ann");

        assertThat(failure(login("ann", "wrong", false)).reason()).isEqualTo(Reason.INVALID_CREDENTIALS);
        assertThat(failure(login("ann", "secret", false)).reason()).isEqualTo(Reason.ACCOUNT_REFUSED);
    }

    @Test
    void theTokensOfADeletedUserAreOver() {
        AuthSession session = ann();
        service.deleteUser("ann");

        assertThat(failure(service.revalidate(session)).reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void aNewRoleIsSeenAtTheNextValidation() {
        AuthSession session = ann();
        service.setRole("ann", "subscriber");

        assertThat(value(service.revalidate(session)).user().roles()).containsExactly("subscriber");
    }

    @Test
    void aTokenEndsByTheClockOfTheServer() {
        service.setTokenLifetime(Duration.ofMinutes(10));
        AuthSession session = ann();
        clock.advance(Duration.ofMinutes(9));
        assertThat(value(service.revalidate(session))).isNotNull();

        clock.advance(Duration.ofMinutes(1));

        assertThat(failure(service.revalidate(session)).reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    @Test
    void aModelBelievesOfTheEndWhatFollowsThisMachinesClock() {
        Instant before = Instant.now();
        service.setTokenLifetime(Duration.ofMinutes(10));

        assertThat(ann().accessToken().expiresAt().orElseThrow())
                .isBetween(before.plus(Duration.ofMinutes(10)), Instant.now().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aTokenHasToLiveForSomeTime() {
        assertThatThrownBy(() -> service.setTokenLifetime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsRememberedIsFoundByTheNextStart() {
        service.remember("ann");

        AuthSession restored = value(service.restore()).orElseThrow();

        assertThat(restored.user().getName()).isEqualTo("ann");
        assertThat(restored.rememberMe()).isTrue();
    }

    @Test
    void nobodyIsRememberedWithoutAnAccount() {
        assertThatThrownBy(() -> service.remember("bob"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no account bob.");
    }

    @Test
    void aBrokenStoreNeitherStoresNorDeletesAndSaysSo() {
        AuthSession session = ann();
        service.setStoreBroken(true);
        assertThat(value(service.keep(session))).isFalse();
        assertThat(service.rememberedUser()).isEmpty();

        service.setStoreBroken(false);
        value(service.keep(session));
        service.setStoreBroken(true);
        assertThat(value(service.logout(session))).isFalse();
        assertThat(service.rememberedUser()).contains("ann");
    }

    @Test
    void callsAreRememberedWithoutPasswords() {
        AuthSession session = ann();
        failure(login("eve", "guess", false));
        service.revalidate(session);
        service.keep(session);
        service.restore();
        service.logout(session);

        assertThat(service.calls())
                .containsExactly("login ann", "login eve", "revalidate ann", "keep ann", "restore", "logout ann");
    }
}
