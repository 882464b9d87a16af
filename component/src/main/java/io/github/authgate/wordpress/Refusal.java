package io.github.authgate.wordpress;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The beginning of the body of a 401 or 403. Only the code in it tells whether it is the token that the server does not
 * want, so it is read before anybody else gets to see the response.
 *
 * <p>Not thread-safe.
 */
final class Refusal {

    private final ResponseInfo info;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream(1024);

    Refusal(ResponseInfo info) {
        this.info = info;
    }

    /** Tells whether a response may be one with which a server takes a token back. */
    static boolean isPossible(ResponseInfo info) {
        return info.statusCode() == 401 || info.statusCode() == 403;
    }

    /** Takes the next bytes. They are copied: a buffer of a few bytes may be part of one that is a thousand times larger. */
    void add(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            received.write(chunk, 0, chunk.length);
        }
    }

    /** Tells whether there is more than any answer has that we have a use for. */
    boolean isTooLong() {
        return received.size() > BoundedBody.LIMIT;
    }

    /** Tells whether the server takes the token back, provided that the body has ended. */
    boolean endsSession() {
        return HttpAnswer.of(info.statusCode(), info.headers(), BoundedBody.of(received.toByteArray()))
                .code()
                .filter(JwtAuthErrors::endsSession)
                .isPresent();
    }

    /** Returns what has been received: one piece, or none. */
    List<List<ByteBuffer>> pieces() {
        return received.size() == 0
                ? List.of()
                : List.of(List.of(ByteBuffer.wrap(received.toByteArray()).asReadOnlyBuffer()));
    }
}
