package io.github.authgate;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a login, or a question about a session, did not end well.
 *
 * <p>Programs decide on the {@link #reason()}, texts on the {@link #code()}. Neither they nor the message ever hold text
 * that came from a server, nor anything a user typed.
 */
public final class AuthException extends Exception {

    private static final long serialVersionUID = 1L;

    /** The kinds of failure. A new one is an incompatible change: programs switch over them. */
    public enum Reason {

        /** User name or password is wrong; which of the two is never said. */
        INVALID_CREDENTIALS(false),

        /** The server knows the account and does not let it in: blocked, the wrong role, a second factor needed. */
        ACCOUNT_REFUSED(false),

        /** The server wants this user or machine to wait; see {@link AuthException#retryAfter()}. */
        TOO_MANY_ATTEMPTS(true),

        /** The token has expired, was revoked, or its user is gone: log in again. */
        SESSION_EXPIRED(false),

        /** The server does not accept this program: its API key is missing, wrong, or none has been set up. */
        CLIENT_REFUSED(false),

        /** No answer: name not found, connection refused or lost, time out, proxy. */
        SERVER_UNREACHABLE(true),

        /** The server could not prove who it is: TLS handshake, host name, certificate. */
        SERVER_NOT_TRUSTED(false),

        /** There was an answer, but not one that a working login would give. */
        SERVER_FAULT(true);

        private final boolean isTransient;

        Reason(boolean isTransient) {
            this.isTransient = isTransient;
        }

        /**
         * Tells whether the same request can succeed later without anybody changing anything here.
         *
         * @return whether trying again makes sense; never a reason to let anybody in
         */
        public boolean isTransient() {
            return isTransient;
        }
    }

    /** The kind of failure. */
    private final Reason reason;

    /** What exactly happened. */
    private final String code;

    /** How long to wait, if the server said so. */
    private final @Nullable Duration retryAfter;

    /** Where a redirect led, if it was one. */
    private final @Nullable URI location;

    /**
     * Creates a failure whose code is the reason's name in lower case.
     *
     * @param reason the kind of failure
     */
    public AuthException(Reason reason) {
        this(reason, reason.name().toLowerCase(Locale.ROOT), null);
    }

    /**
     * Creates a failure.
     *
     * @param reason the kind of failure
     * @param code a stable identifier, such as {@code site_moved}; never text from a server
     * @param cause what led to it; {@code null} if nothing did. Its message must be free of secrets.
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public AuthException(Reason reason, String code, @Nullable Throwable cause) {
        this(reason, code, cause, null, null);
    }

    private AuthException(
            Reason reason,
            String code,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter,
            @Nullable URI location) {
        super(reason + " (" + code + ")", cause);
        this.reason = reason;
        this.code = Objects.requireNonNull(code, "code");
        this.retryAfter = retryAfter;
        this.location = location;
    }

    /**
     * Returns the kind of failure.
     *
     * @return what programs decide on
     */
    public Reason reason() {
        return reason;
    }

    /**
     * Returns what exactly happened.
     *
     * @return a stable identifier of lower-case words joined by underscores
     */
    public String code() {
        return code;
    }

    /**
     * Tells whether the same request can succeed later without anybody changing anything here.
     *
     * @return {@link Reason#isTransient()} of the reason
     */
    public boolean isTransient() {
        return reason.isTransient();
    }

    /**
     * Returns how long the server asked to be left alone (RFC 9110, {@code Retry-After}).
     *
     * @return the time to wait from now on; empty if the server did not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /**
     * Returns where the server redirected to instead of answering (RFC 9110, {@code Location}).
     *
     * @return the address, which nobody has followed; empty if it was not a redirect
     */
    public Optional<URI> location() {
        return Optional.ofNullable(location);
    }

    /**
     * Returns this failure with a time to wait.
     *
     * @param retryAfter the time to wait from now on
     * @return the new failure
     */
    public AuthException withRetryAfter(Duration retryAfter) {
        return new AuthException(reason, code, getCause(), Objects.requireNonNull(retryAfter, "retryAfter"), location);
    }

    /**
     * Returns this failure with the address that the server redirected to.
     *
     * @param location the address
     * @return the new failure
     */
    public AuthException withLocation(URI location) {
        return new AuthException(reason, code, getCause(), retryAfter, Objects.requireNonNull(location, "location"));
    }
}
