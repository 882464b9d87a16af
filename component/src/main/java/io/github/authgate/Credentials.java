package io.github.authgate;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a user presents to log in: a name and a password, which is wiped on {@link #close}.
 *
 * <p>One owner at a time, on any thread: the form creates them, the one who takes them closes them. An
 * {@link AuthService} reads them before its {@code login} returns and keeps no copy of the password beyond the attempt.
 *
 * <pre>{@code
 * try (Credentials credentials = event.getCredentials()) {
 *     model.login(credentials);
 * }
 * }</pre>
 */
public final class Credentials implements AutoCloseable {

    private final String username;
    private final char[] password;
    private final boolean rememberMe;
    private volatile boolean closed;

    /**
     * Copies the password, so that the caller can (and must) wipe the array that was passed.
     *
     * @param username the name as typed; WordPress takes the user name or the e-mail address
     * @param password the password exactly as typed
     * @param rememberMe whether the user asked to be logged in again at the next start
     */
    public Credentials(String username, char[] password, boolean rememberMe) {
        this.username = Objects.requireNonNull(username, "username");
        this.password = password.clone();
        this.rememberMe = rememberMe;
    }

    /**
     * Returns the name as typed.
     *
     * @return the user name or e-mail address
     */
    public String username() {
        return username;
    }

    /**
     * Returns the password itself, not a copy, because every copy of a password is one more to wipe. Read it, do not
     * keep it: {@link #close} fills this very array with zeros.
     *
     * @return the characters of the password; zeros after {@code close}
     */
    public char[] password() {
        return password;
    }

    /**
     * Tells whether the user asked to be logged in again at the next start.
     *
     * @return whether the session's token may be stored; the password never is
     */
    public boolean rememberMe() {
        return rememberMe;
    }

    /**
     * Tells whether the password has been wiped.
     *
     * @return whether {@link #close} was called
     */
    public boolean isClosed() {
        return closed;
    }

    /** Fills the password with zeros. May be called more than once. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(password, '\0');
    }

    /** Names neither user nor password. */
    @Override
    public String toString() {
        return "Credentials[****]";
    }
}
