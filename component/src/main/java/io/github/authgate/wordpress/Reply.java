package io.github.authgate.wordpress;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a probe, with its body as it came, for a look at what is wrong with it.
 *
 * <p>Immutable and thread-safe.
 */
final class Reply {

    private final HttpAnswer answer;
    private final byte[] body;

    private Reply(HttpAnswer answer, byte[] body) {
        this.answer = answer;
        this.body = body;
    }

    static Reply of(HttpResponse<BoundedBody> response) {
        return new Reply(HttpAnswer.of(response), BoundedBody.of(response).bytes());
    }

    HttpAnswer answer() {
        return answer;
    }

    /** Tells whether the body has these words in it. */
    boolean says(String words) {
        return new String(body, StandardCharsets.ISO_8859_1).contains(words);
    }

    /** Tells whether something stands before, and only before, what would be one JSON object. */
    boolean hasOutputBeforeJson() {
        String text = new String(body, StandardCharsets.UTF_8);
        int start = text.indexOf("{\"");
        return start > 0
                && StrictJson.object(text.substring(start).getBytes(StandardCharsets.UTF_8))
                        .isPresent();
    }
}
