package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.authgate.AuthUser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from a server's answers who its user is.
 *
 * <p>Thread-safe; methods do not block.
 */
final class UserReader {

    private static final int LONGEST_TEXT = 250;

    /** How plugins store a capability that WordPress takes for granted; whatever else there is stands for no. */
    private static final Set<JsonNode> GRANTED = Set.of(BooleanNode.TRUE, IntNode.valueOf(1), TextNode.valueOf("1"));

    private final URI site;

    UserReader(URI site) {
        this.site = site;
    }

    /** Reads the answer to a validation; empty if it says nothing about the user, as the JWT plugin's does. */
    Optional<AuthUser> ofValidation(HttpAnswer answer) {
        return answer.json()
                .map(body -> body.path("data").path("user"))
                .flatMap(user -> user(user, "name", "display_name"));
    }

    /** Reads {@code wp/v2/users/me}; empty if it is not the answer we asked for. */
    Optional<AuthUser> ofMe(HttpAnswer answer) {
        return Acceptance.success(answer).flatMap(user -> user(user, "slug", "name"));
    }

    /**
     * Reads the answer to a login, whose user has no id and no roles yet.
     *
     * @param id what the token says, which the server has accepted by now
     */
    AuthUser ofLogin(ObjectNode answer, String id) {
        return AuthUser.builder(
                        id,
                        text(loginField(answer, "user_nicename", "nicename")).orElse(id))
                .site(site)
                .displayName(text(loginField(answer, "user_display_name", "displayName"))
                        .orElse(""))
                .email(text(loginField(answer, "user_email", "email")).orElse(""))
                .rolesUnknown()
                .build();
    }

    private static JsonNode loginField(ObjectNode answer, String field, String usefulTeams) {
        return answer.has("success") ? answer.path("data").path(usefulTeams) : answer.path(field);
    }

    /** Tells whether the answer to a validation is about the user whom the answer to the login named, if both name one. */
    boolean agree(ObjectNode login, HttpAnswer validation) {
        Optional<String> issuedTo = text(loginField(login, "user_nicename", "nicename"));
        Optional<String> validated = validation
                .json()
                .flatMap(body -> text(body.path("data").path("user").path("name")));
        return issuedTo.isEmpty() || validated.isEmpty() || issuedTo.equals(validated);
    }

    /** Describes a user of whom nothing is known but the number. */
    AuthUser ofId(String id) {
        return AuthUser.builder(id, id).site(site).rolesUnknown().build();
    }

    private Optional<AuthUser> user(JsonNode user, String nameField, String displayNameField) {
        return UserId.of(user.path("id")).map(id -> {
            Optional<String> displayName = text(user.path(displayNameField));
            String name = text(user.path(nameField)).or(() -> displayName).orElse(id);
            AuthUser.Builder builder = AuthUser.builder(id, name)
                    .site(site)
                    .displayName(displayName.orElse(""))
                    .email(text(user.path("email")).orElse(""));
            boolean saysRoles = user.path("roles").isArray() && isMap(user.path("capabilities"));
            return saysRoles
                    ? builder.roles(texts(user.path("roles")))
                            .capabilities(granted(user.path("capabilities")))
                            .build()
                    : builder.rolesUnknown().build();
        });
    }

    /** PHP writes an empty map as an empty list. */
    private static boolean isMap(JsonNode node) {
        return node.isObject() || node.isArray() && node.isEmpty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> text(element).ifPresent(texts::add));
        return texts;
    }

    private static List<String> granted(JsonNode capabilities) {
        List<String> granted = new ArrayList<>();
        capabilities.properties().forEach(capability -> {
            if (GRANTED.contains(capability.getValue())) {
                granted.add(capability.getKey());
            }
        });
        return granted;
    }

    private static Optional<String> text(JsonNode node) {
        if (!node.isTextual()) {
            return Optional.empty();
        }
        String text = HtmlEntities.decode(node.textValue()).strip();
        int length = Math.min(LONGEST_TEXT, text.codePointCount(0, text.length()));
        return Optional.of(text.substring(0, text.offsetByCodePoints(0, length)))
                .filter(cut -> !cut.isBlank());
    }
}
