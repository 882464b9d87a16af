package io.github.authgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What every {@link AuthService} does. A test of an implementation extends this and changes nothing. */
public abstract class AuthServiceContract {

    /** Returns the service under test, the same one during a test. */
    protected abstract AuthService service();

    /** From now on the server knows one user, {@code ann} with the password {@code right}. */
    protected abstract void serverKnowsAnn();

    /** From now on the server takes every token back. */
    protected abstract void serverTakesTokensBack();

    /** From now on the server does not answer. */
    protected abstract void serverHoldsItsAnswers();

    @Test
    void theRightPasswordGivesASessionOfItsUser() {
        serverKnowsAnn();

        AuthSession session = value(login("right", false));

        assertThat(session.user().getName()).isEqualTo("ann");
        assertThat(session.user().id()).isNotBlank();
    }

    @Test
    void aWrongPasswordEndsWithInvalidCredentials() {
        serverKnowsAnn();

        assertThat(failure(login("wrong", false)).reason()).isEqualTo(AuthException.Reason.INVALID_CREDENTIALS);
    }

    @Test
    void theCredentialsMayBeClosedAsSoonAsLoginReturns() {
        serverKnowsAnn();
        Credentials credentials = new Credentials("ann", "right".toCharArray(), false);

        CompletableFuture<AuthSession> login = service().login(credentials);
        credentials.close();

        assertThat(value(login).user().getName()).isEqualTo("ann");
    }

    @Test
    void closedCredentialsAreNotSent() {
        serverKnowsAnn();
        Credentials credentials = new Credentials("ann", "right".toCharArray(), false);
        credentials.close();

        assertThatThrownBy(() -> service().login(credentials)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLoginAloneStoresNothing() {
        serverKnowsAnn();
        value(login("right", true));

        assertThat(value(service().restore())).isEmpty();
    }

    @Test
    void aKeptSessionOfAUserWhoWantsToBeRememberedIsRestored() {
        serverKnowsAnn();
        AuthSession session = value(login("right", true));

        assertThat(value(service().keep(session))).isTrue();

        Optional<AuthSession> restored = value(service().restore());
        assertThat(restored).isPresent();
        assertThat(restored.get().user().isSameAs(session.user())).isTrue();
        assertThat(restored.get().rememberMe()).isTrue();
    }

    @Test
    void aKeptSessionOfAUserWhoDoesNotWantThatDeletesTheOneStoredBefore() {
        serverKnowsAnn();
        value(service().keep(value(login("right", true))));

        assertThat(value(service().keep(value(login("right", false))))).isTrue();

        assertThat(value(service().restore())).isEmpty();
    }

    @Test
    void afterLogoutNothingIsRestored() {
        serverKnowsAnn();
        AuthSession session = value(login("right", true));
        value(service().keep(session));

        assertThat(value(service().logout(session))).isTrue();

        assertThat(value(service().restore())).isEmpty();
    }

    @Test
    void whatIsForgottenIsNotRestored() {
        serverKnowsAnn();
        value(service().keep(value(login("right", true))));

        assertThat(value(service().forget())).isTrue();

        assertThat(value(service().restore())).isEmpty();
    }

    @Test
    void whereNothingIsStoredForgettingSucceeds() {
        serverKnowsAnn();

        assertThat(value(service().forget())).isTrue();
    }

    @Test
    void logoutSucceedsWhenTheServerIsSilent() {
        serverKnowsAnn();
        AuthSession session = value(login("right", true));
        value(service().keep(session));
        serverHoldsItsAnswers();

        assertThat(value(service().logout(session))).isTrue();
    }

    @Test
    void aSessionThatTheServerTakesBackEndsWithSessionExpired() {
        serverKnowsAnn();
        AuthSession session = value(login("right", false));
        serverTakesTokensBack();

        assertThat(failure(service().revalidate(session)).reason()).isEqualTo(AuthException.Reason.SESSION_EXPIRED);
    }

    @Test
    void aRestoredSessionThatTheServerTakesBackIsForgotten() {
        serverKnowsAnn();
        value(service().keep(value(login("right", true))));
        serverTakesTokensBack();

        assertThat(failure(service().restore()).reason()).isEqualTo(AuthException.Reason.SESSION_EXPIRED);

        serverKnowsAnn();
        assertThat(value(service().restore())).isEmpty();
    }

    @Test
    void revalidatingKeepsTheTokenAndTheWishToBeRemembered() {
        serverKnowsAnn();
        AuthSession session = value(login("right", true));

        AuthSession renewed = value(service().revalidate(session));

        assertThat(renewed.accessToken().value())
                .isEqualTo(session.accessToken().value());
        assertThat(renewed.rememberMe()).isTrue();
    }

    @Test
    void aLoginCanBeCancelled() {
        serverKnowsAnn();
        serverHoldsItsAnswers();
        CompletableFuture<AuthSession> login = login("right", false);

        assertThat(login.cancel(true)).isTrue();

        assertThat(login).isCancelled();
    }

    @Test
    void preparingNeverFails() {
        serverKnowsAnn();

        assertThat(value(service().prepare())).isNotNull();
    }

    @Test
    void nullIsRefusedAtOnce() {
        assertThatThrownBy(() -> service().login(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> service().revalidate(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> service().keep(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> service().logout(null)).isInstanceOf(NullPointerException.class);
    }

    /** Logs {@code ann} in with this password. */
    protected final CompletableFuture<AuthSession> login(String password, boolean rememberMe) {
        try (Credentials credentials = new Credentials("ann", password.toCharArray(), rememberMe)) {
            return service().login(credentials);
        }
    }

    /** Waits for the value of a future. */
    public static <T> T value(CompletableFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            throw new AssertionError("no value", e);
        }
    }

    /** Waits for the failure of a future. */
    public static AuthException failure(CompletableFuture<?> future) {
        try {
            throw new AssertionError("no failure but " + future.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(AuthException.class);
            return (AuthException) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
