package io.github.authgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a service forgets that does not say how. */
class ForgetTest {

    private final CompletableFuture<Optional<AuthSession>> stored = new CompletableFuture<>();
    private final List<AuthSession> loggedOut = new ArrayList<>();
    private final AuthService service = new Service();

    @Test
    void whatIsStoredIsLoggedOut() {
        AuthSession session = AuthSession.of(AuthUser.builder("7", "ann").build(), AccessToken.of("a.token", null));
        stored.complete(Optional.of(session));

        assertThat(service.forget()).isCompletedWithValue(true);
        assertThat(loggedOut).containsExactly(session);
    }

    @Test
    void whereNothingIsStoredThereIsNothingToDo() {
        stored.complete(Optional.empty());

        assertThat(service.forget()).isCompletedWithValue(true);
        assertThat(loggedOut).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void onlyADefiniteRefusalHasLeftNothingBehind(Reason reason) {
        stored.completeExceptionally(new AuthException(reason));

        assertThat(service.forget())
                .isCompletedWithValue(reason == Reason.SESSION_EXPIRED || reason == Reason.ACCOUNT_REFUSED);
    }

    private final class Service implements AuthService {

        @Override
        public CompletableFuture<AuthSession> login(Credentials credentials) {
            throw new AssertionError("nobody logs in");
        }

        @Override
        public CompletableFuture<Optional<AuthSession>> restore() {
            return stored;
        }

        @Override
        public CompletableFuture<AuthSession> revalidate(AuthSession session) {
            throw new AssertionError("nothing is open");
        }

        @Override
        public CompletableFuture<Boolean> logout(AuthSession session) {
            loggedOut.add(session);
            return CompletableFuture.completedFuture(true);
        }
    }
}
