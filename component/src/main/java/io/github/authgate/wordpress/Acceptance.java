package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides that a login succeeded. This is the only place that does, and both questions need a yes: was a token issued,
 * and does the server call that token valid? Whatever is not exactly as expected is a no.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Acceptance {

    /** A longer one would not fit into the 8 KiB of headers that web servers accept. */
    private static final int LONGEST_TOKEN = 7_900;

    /** The compact serialisation of a JSON Web Signature (RFC 7515, section 7.1), unpadded. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private Acceptance() {}

    /** Returns the object of a successful answer: status 200, fresh from the server, one JSON object. */
    static Optional<ObjectNode> success(HttpAnswer answer) {
        return answer.status() == 200 && !answer.isFromCache() ? answer.json() : Optional.empty();
    }

    /** Returns the token that the answer to a login issues; empty if it issues none. */
    static Optional<String> issuedToken(HttpAnswer answer) {
        return success(answer)
                .map(Acceptance::tokenNode)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(Acceptance::isToken);
    }

    private static JsonNode tokenNode(ObjectNode body) {
        if (body.has("success")) {
            boolean isGranted = isUsefulTeams(body, "jwt_auth_valid_credential");
            return isGranted ? body.path("data").path("token") : MissingNode.getInstance();
        }
        // a code beside a token is an error that something else has decorated
        return body.has("code") ? MissingNode.getInstance() : body.path("token");
    }

    /** Tells whether the answer to a validation says that the token holds. */
    static boolean isValidated(HttpAnswer answer) {
        return success(answer).filter(Acceptance::saysValid).isPresent();
    }

    private static boolean saysValid(ObjectNode body) {
        if (body.has("success")) {
            return isUsefulTeams(body, "jwt_auth_valid_token");
        }
        return isText(body.path("code"), "jwt_auth_valid_token")
                && isAbsentOr200(body.path("data").path("status"));
    }

    /** Recognises the envelope of the plugin "JWT Auth" by Useful Team around one of its good answers. */
    private static boolean isUsefulTeams(ObjectNode body, String code) {
        return body.path("success").booleanValue() // false for whatever is not JSON's true
                && isAbsentOr200(body.path("statusCode"))
                && isText(body.path("code"), code);
    }

    private static boolean isText(JsonNode node, String expected) {
        return node.isTextual() && node.textValue().equals(expected);
    }

    private static boolean isAbsentOr200(JsonNode node) {
        return node.isMissingNode() || node.isInt() && node.intValue() == 200;
    }

    /** Tells whether a text has the form of a token, wherever it came from: an answer or a token store. */
    static boolean isToken(String text) {
        return text.length() <= LONGEST_TOKEN && TOKEN.matcher(text).matches();
    }
}
