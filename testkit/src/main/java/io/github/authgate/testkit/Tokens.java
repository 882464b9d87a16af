package io.github.authgate.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues tokens signed with HMAC SHA-256, and reads them again.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Tokens {

    /** What there is to say about a token. */
    enum Verdict {
        VALID,
        MALFORMED,
        EXPIRED,
        REVOKED
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER = encode("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));

    private final byte[] secret;
    private final Clock clock;
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final Set<String> expired = ConcurrentHashMap.newKeySet();
    private final Set<String> issued = ConcurrentHashMap.newKeySet();
    private volatile Duration lifetime;

    Tokens(String secret, Clock clock, Duration lifetime) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
        this.lifetime = lifetime;
    }

    void setLifetime(Duration lifetime) {
        this.lifetime = lifetime;
    }

    String issue(Dialect dialect, URI issuer, long id, FakeUser user) {
        long now = Instant.now(clock).getEpochSecond();
        ObjectNode claims = JSON.createObjectNode()
                .put("iss", issuer.toString())
                .put("iat", now)
                .put("nbf", now)
                .put("exp", now + lifetime.toSeconds());
        ObjectNode holder = claims.putObject("data").putObject("user");
        if (dialect == Dialect.JWT_AUTH) {
            holder.put("id", String.valueOf(id)); // a text there, a number with the others
        } else {
            holder.put("id", id).put("pass", passwordMark(user));
            claims.put("jti", UUID.randomUUID().toString());
        }
        String signed = HEADER + "." + encode(write(claims));
        String token = signed + "." + encode(sign(signed));
        issued.add(token);
        return token;
    }

    /** Returns a mark that changes with the password and does not tell it. */
    String passwordMark(FakeUser user) {
        return encode(sign(user.name() + "\n" + user.password())).substring(0, 12);
    }

    /** Says what a token is worth; its user is another question. */
    Verdict judge(String token) {
        JsonNode claims = claims(token);
        if (claims.isMissingNode()) {
            return Verdict.MALFORMED;
        }
        if (revoked.contains(token)) {
            return Verdict.REVOKED;
        }
        boolean isOver = claims.path("exp").asLong() <= Instant.now(clock).getEpochSecond();
        return isOver || expired.contains(token) ? Verdict.EXPIRED : Verdict.VALID;
    }

    /** Returns what a token says; a missing node if its signature is not ours. */
    JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return JSON.missingNode();
        }
        try {
            byte[] expected = sign(parts[0] + "." + parts[1]);
            if (!MessageDigest.isEqual(expected, Base64.getUrlDecoder().decode(parts[2]))) {
                return JSON.missingNode();
            }
            return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | IOException e) {
            return JSON.missingNode();
        }
    }

    void revoke(String token) {
        revoked.add(token);
    }

    void revokeAll() {
        revoked.addAll(issued);
    }

    void expireAll() {
        expired.addAll(issued);
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }

    private static byte[] write(ObjectNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
