package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a JSON Web Token (RFC 7519) says about itself. Nothing here is verified and nothing here lets anybody in: the
 * server has accepted the token before we read when it ends.
 *
 * <p>Immutable and thread-safe.
 */
final class JwtClaims {

    /** The last second of the year 9999: whatever lies behind is not a date but a mistake. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final ObjectNode claims;

    private JwtClaims(ObjectNode claims) {
        this.claims = claims;
    }

    /** Reads the claims of a token; a token without legible claims simply has none. */
    static JwtClaims of(String token) {
        String[] segments = token.split("\\.", -1);
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        if (segments.length != 3) {
            return new JwtClaims(none);
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(segments[1]);
            return new JwtClaims(StrictJson.object(payload).orElse(none));
        } catch (IllegalArgumentException e) {
            return new JwtClaims(none);
        }
    }

    /** Returns {@code exp}, on the clock of the server that issued the token; empty if missing or absurd. */
    Optional<Instant> expiresAt() {
        return instant("exp");
    }

    /** Returns {@code exp - iat}, which no wrong clock can distort; empty if one of them is missing or absurd. */
    Optional<Duration> lifetime() {
        return instant("iat")
                .flatMap(issued -> expiresAt().map(expires -> Duration.between(issued, expires)))
                .filter(lifetime -> !lifetime.isNegative() && !lifetime.isZero());
    }

    /** Returns {@code data.user.id} as a decimal number; the JWT plugin writes a string, others a number. */
    Optional<String> userId() {
        return UserId.of(claims.path("data").path("user").path("id"));
    }

    private Optional<Instant> instant(String claim) {
        JsonNode seconds = claims.path(claim);
        boolean isDate = seconds.isIntegralNumber()
                && seconds.canConvertToLong()
                && seconds.longValue() > 0
                && seconds.longValue() <= LAST_SECOND;
        return isDate ? Optional.of(Instant.ofEpochSecond(seconds.longValue())) : Optional.empty();
    }
}
