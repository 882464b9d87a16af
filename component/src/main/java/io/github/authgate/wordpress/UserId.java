package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a WordPress user id, which is a JSON number in some answers and a string in others. */
final class UserId {

    /** {@code wp_users.ID} is an unsigned 64-bit number. */
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,19}");

    private UserId() {}

    static Optional<String> of(JsonNode node) {
        // a fraction, a list or a truth value does not read like a number either
        return Optional.of(node.asText()).filter(text -> DECIMAL.matcher(text).matches());
    }
}
