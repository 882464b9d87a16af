package io.github.authgate;

import java.util.Objects;

/**
 * Who is logged in, and the token that proves it to the server.
 *
 * <p>Immutable and thread-safe.
 */
public final class AuthSession {

    private final AuthUser user;
    private final AccessToken accessToken;
    private final boolean rememberMe;

    private AuthSession(AuthUser user, AccessToken accessToken, boolean rememberMe) {
        this.user = Objects.requireNonNull(user, "user");
        this.accessToken = Objects.requireNonNull(accessToken, "accessToken");
        this.rememberMe = rememberMe;
    }

    /**
     * Creates a session that ends with the process: {@link #rememberMe()} is {@code false}.
     *
     * @param user who is logged in
     * @param accessToken what the server accepts as proof
     * @return the session
     */
    public static AuthSession of(AuthUser user, AccessToken accessToken) {
        return new AuthSession(user, accessToken, false);
    }

    /**
     * Returns who is logged in.
     *
     * @return the user
     */
    public AuthUser user() {
        return user;
    }

    /**
     * Returns what the server accepts as proof.
     *
     * @return the token
     */
    public AccessToken accessToken() {
        return accessToken;
    }

    /**
     * Tells whether the user asked to be logged in again at the next start.
     *
     * @return whether {@link AuthService#keep} stores the token
     */
    public boolean rememberMe() {
        return rememberMe;
    }

    /**
     * Returns this session with the user's wish to be remembered.
     *
     * @param rememberMe whether {@link AuthService#keep} stores the token
     * @return a session equal to this one but for that wish
     */
    public AuthSession withRememberMe(boolean rememberMe) {
        return rememberMe == this.rememberMe ? this : new AuthSession(user, accessToken, rememberMe);
    }

    /** Names the user by number only and never shows the token. */
    @Override
    public String toString() {
        return "AuthSession[user " + user.id() + ", " + accessToken + "]";
    }
}
