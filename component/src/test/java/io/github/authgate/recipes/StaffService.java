package io.github.authgate.recipes;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A back end of your own: whoever can check a password can stand behind the gate. */
final class StaffService implements AuthService {

    /** Checks a name and a password against whatever a company has. */
    interface Directory {
        Optional<AuthUser> check(String username, char[] password);

        boolean stillEmploys(AuthUser user);
    }

    private final Directory directory;

    StaffService(Directory directory) {
        this.directory = directory;
    }

    @Override
    public CompletableFuture<AuthSession> login(Credentials credentials) {
        String username = credentials.username(); // read before this method returns: the caller closes them then
        char[] password = credentials.password().clone();
        return CompletableFuture.supplyAsync(() -> directory.check(username, password))
                .whenComplete((user, failure) -> java.util.Arrays.fill(password, '\0'))
                .thenCompose(
                        user -> user.map(StaffService::session).orElseGet(() -> refused(Reason.INVALID_CREDENTIALS)));
    }

    @Override
    public CompletableFuture<Optional<AuthSession>> restore() {
        return CompletableFuture.completedFuture(Optional.empty()); // nobody is remembered
    }

    @Override
    public CompletableFuture<AuthSession> revalidate(AuthSession session) {
        return CompletableFuture.supplyAsync(() -> directory.stillEmploys(session.user()))
                .thenCompose(yes -> yes ? CompletableFuture.completedFuture(session) : refused(Reason.SESSION_EXPIRED));
    }

    @Override
    public CompletableFuture<Boolean> logout(AuthSession session) {
        return CompletableFuture.completedFuture(true);
    }

    private static CompletableFuture<AuthSession> session(AuthUser user) {
        AccessToken token = AccessToken.of(UUID.randomUUID().toString(), null);
        return CompletableFuture.completedFuture(AuthSession.of(user, token));
    }

    private static CompletableFuture<AuthSession> refused(Reason reason) {
        return CompletableFuture.failedFuture(new AuthException(reason));
    }
}
