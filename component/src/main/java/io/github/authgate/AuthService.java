package io.github.authgate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a back end must do so that an {@code AuthGate} can stand in front of a tool.
 *
 * <p>Thread-safe; methods do not block. Network, disk and keychain are touched on threads of the service's own, and
 * futures complete on an unspecified thread.
 *
 * <p><b>How a future ends.</b> With a value; or exceptionally with {@link AuthException} (dependent stages see it
 * wrapped in a {@link java.util.concurrent.CompletionException}); or because the caller cancelled it. The future is the
 * referee between success and cancel: whoever completes it first has decided. Cancelling one that is still running
 * stops the work behind it, closes its connection and gives up a token that arrives too late.
 *
 * <p><b>What is stored.</b> {@link #login} stores nothing. The caller decides whether the session may take the place of
 * the one before and then calls {@link #keep} or {@link #logout}; only {@code keep} writes.
 *
 * @see io.github.authgate.wordpress.WordPressAuthService
 */
public interface AuthService {

    /**
     * Presents the credentials, obtains a token and has the server validate it; one without the other is no login.
     *
     * @param credentials read before this method returns, so that the caller may close them at once
     * @return a future of the session, not stored yet; never ends with
     *     {@link AuthException.Reason#SESSION_EXPIRED SESSION_EXPIRED}
     */
    CompletableFuture<AuthSession> login(Credentials credentials);

    /**
     * Looks for a stored token and has the server validate it.
     *
     * @return a future of the session; empty if nothing is stored. A definite refusal by the server deletes the stored
     *     token and ends with {@link AuthException.Reason#SESSION_EXPIRED SESSION_EXPIRED} or
     *     {@link AuthException.Reason#ACCOUNT_REFUSED ACCOUNT_REFUSED}; every other failure keeps it.
     */
    CompletableFuture<Optional<AuthSession>> restore();

    /**
     * Asks the server whether the session still holds, and who its user is by now.
     *
     * @param session a session of this service
     * @return a future of the same session with fresh user data and expiry; a definite refusal deletes the stored token
     */
    CompletableFuture<AuthSession> revalidate(AuthSession session);

    /**
     * Makes the session the one that {@link #restore} finds, if its user asked for that, and forgets any other.
     *
     * <p>A session with {@link AuthSession#rememberMe() rememberMe} replaces the stored token; one without deletes it.
     *
     * @param session a session that {@link #login} returned
     * @return a future that never fails: {@code false} if the token store refused, so that the user has to be told
     */
    default CompletableFuture<Boolean> keep(AuthSession session) {
        return CompletableFuture.completedFuture(true);
    }

    /**
     * Forgets the session: deletes its stored token and tells the server, at best effort, to revoke it.
     *
     * @param session a session of this service, whether it still holds or not
     * @return a future that never fails: {@code false} if the stored token could not be deleted, so that the user has to
     *     be told; what the server made of it is not reported
     */
    CompletableFuture<Boolean> logout(AuthSession session);

    /**
     * Forgets the session that {@link #restore} would find, without opening it: what logging out means while nobody is
     * logged in. A service that can delete its stored token without asking the server overrides this, so that it works
     * while the server is out of reach.
     *
     * @return a future that never fails: {@code false} if something is still stored, so that the user has to be told
     */
    default CompletableFuture<Boolean> forget() {
        return restore()
                .thenCompose(
                        stored -> stored.map(this::logout).orElseGet(() -> CompletableFuture.completedFuture(true)))
                .exceptionally(AuthService::hasDeletedToken);
    }

    /** Tells whether a restore that failed has left nothing behind, as a definite refusal does. */
    private static boolean hasDeletedToken(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof AuthException
                && (((AuthException) cause).reason() == AuthException.Reason.SESSION_EXPIRED
                        || ((AuthException) cause).reason() == AuthException.Reason.ACCOUNT_REFUSED);
    }

    /**
     * Gets ready because a login is likely soon: finds the server and warms up, without sending any secret.
     *
     * @return a future of what the form may show about the site; empty if that is not known. It never fails: what stands
     *     in the way is reported by the {@link #login} that follows.
     */
    default CompletableFuture<Optional<SiteInfo>> prepare() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Tells whether {@link #diagnose} has anything to say, so that a form offers it only then.
     *
     * @return {@code false} unless overridden
     */
    default boolean offersDiagnosis() {
        return false;
    }

    /**
     * Finds out why a login cannot work and describes it for the administrator, without sending any secret.
     *
     * @return a future of a plain-text report that holds no secret and may be copied into a ticket; empty if this
     *     service has no diagnosis to offer
     */
    default CompletableFuture<Optional<String>> diagnose() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
