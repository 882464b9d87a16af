package io.github.authgate;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token (RFC 6750): whoever holds its value is the user, until it expires or the server revokes it.
 *
 * <p>Immutable and thread-safe. Two tokens are equal if value and expiry are.
 */
public final class AccessToken {

    private final String value;
    private final @Nullable Instant expiresAt;

    private AccessToken(String value, @Nullable Instant expiresAt) {
        this.value = value;
        this.expiresAt = expiresAt;
    }

    /**
     * Creates a token.
     *
     * @param value the token as it stands behind {@code Authorization: Bearer}
     * @param expiresAt when it ends, on this machine's clock; {@code null} if that is not known
     * @return the token
     * @throws IllegalArgumentException if the value is blank
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public static AccessToken of(String value, @Nullable Instant expiresAt) {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("The token's value is blank.");
        }
        return new AccessToken(value, expiresAt);
    }

    /**
     * Returns the secret itself: for the {@code Authorization} header, never for a log or a screen.
     *
     * @return the token as the server issued it
     */
    public String value() {
        return value;
    }

    /**
     * Returns when the token ends, on this machine's clock at the moment it was received: a wrong clock here or on the
     * server has been allowed for.
     *
     * @return the end; empty if it is not known, in which case only the server can tell
     */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /**
     * Tells whether the token has ended.
     *
     * @param now the moment to ask for
     * @return whether {@code now} is at or after {@link #expiresAt()}; {@code false} if the end is not known
     */
    public boolean isExpiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    @Override
    @SuppressWarnings("exports")
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessToken
                && value.equals(((AccessToken) other).value)
                && Objects.equals(expiresAt, ((AccessToken) other).expiresAt);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return "AccessToken[****, expires " + (expiresAt == null ? "unknown" : expiresAt) + "]";
    }
}
