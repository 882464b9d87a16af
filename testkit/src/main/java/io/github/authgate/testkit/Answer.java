package io.github.authgate.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a site answers.
 *
 * <p>Immutable and thread-safe, as long as nobody touches the tree that it was made of.
 */
final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final JsonNode body;
    private final long retryAfterSeconds;

    private Answer(int status, JsonNode body, long retryAfterSeconds) {
        this.status = status;
        this.body = body;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static Answer ok(JsonNode body) {
        return new Answer(200, body, 0);
    }

    /** An error as WordPress words it, or as Useful Team's plugin does. */
    static Answer refused(Dialect dialect, int status, String code, String message) {
        ObjectNode body = object();
        if (dialect == Dialect.USEFUL_TEAM) {
            body.put("success", false)
                    .put("statusCode", status)
                    .put("code", code)
                    .put("message", message);
            body.putArray("data");
        } else {
            body.put("code", code).put("message", message);
            body.putObject("data").put("status", status);
        }
        return new Answer(status, body, 0);
    }

    /** An error of WordPress itself. */
    static Answer error(int status, String code, String message) {
        return refused(Dialect.AUTHGATE, status, code, message);
    }

    Answer withRetryAfter(long seconds) {
        return new Answer(status, body, seconds);
    }

    /** Returns this answer with the top-level fields that were asked for only. */
    Answer withFields(String fields) {
        List<String> wanted = Arrays.asList(fields.split(","));
        if (body.isArray()) {
            body.forEach(element -> retain(element, wanted));
        } else {
            retain(body, wanted);
        }
        return this;
    }

    private static void retain(JsonNode node, List<String> wanted) {
        if (node.isObject()) {
            ((ObjectNode) node).retain(wanted);
        }
    }

    int status() {
        return status;
    }

    /** Returns how many seconds the caller has to wait; 0 if it does not. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    byte[] body() {
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written.", e);
        }
    }
}
