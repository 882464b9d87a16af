package io.github.authgate.wordpress;

import io.github.authgate.Credentials;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Flow;

/**
 * The body of a login request: name and password, percent-encoded, in one array that is wiped after use.
 *
 * <p>The JDK's own publishers copy what they publish; this one hands out its array, so that wiping it leaves nothing.
 * It can be sent more than once until {@link #close}.
 */
final class FormBody implements BodyPublisher, AutoCloseable {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private FormBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Encodes credentials as {@code application/x-www-form-urlencoded} in UTF-8 (WHATWG URL, section 5).
     *
     * @throws IllegalStateException if the credentials have been closed: zeros are nobody's password
     */
    static FormBody of(Credentials credentials) {
        if (credentials.isClosed()) {
            throw new IllegalStateException("These credentials have been closed.");
        }
        byte[] username = encoded(CharBuffer.wrap(credentials.username()));
        byte[] password = encoded(CharBuffer.wrap(credentials.password()));
        try {
            ByteBuffer body = ByteBuffer.allocate(19 + username.length + password.length);
            body.put("username=".getBytes(StandardCharsets.US_ASCII)).put(username);
            body.put("&password=".getBytes(StandardCharsets.US_ASCII)).put(password);
            return new FormBody(body.array());
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    private static byte[] encoded(CharBuffer text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        // large enough from the start: an encoder that has to grow its buffer leaves the old one behind
        ByteBuffer utf8 = ByteBuffer.allocate((int) Math.ceil(text.remaining() * encoder.maxBytesPerChar()));
        encoder.encode(text, utf8, true);
        encoder.flush(utf8);
        utf8.flip();
        ByteBuffer encoded = ByteBuffer.allocate(utf8.remaining() * 3);
        while (utf8.hasRemaining()) {
            byte b = utf8.get();
            if (isUnreserved(b)) {
                encoded.put(b);
            } else {
                encoded.put((byte) '%').put(HEX[(b >> 4) & 0xf]).put(HEX[b & 0xf]);
            }
        }
        byte[] result = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(utf8.array(), (byte) 0);
        Arrays.fill(encoded.array(), (byte) 0);
        return result;
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-' || b == '.' || b == '_';
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean done;

            @Override
            public void request(long n) {
                if (done) {
                    return;
                }
                done = true;
                if (n <= 0) {
                    subscriber.onError(new IllegalArgumentException("requested " + n));
                    return;
                }
                subscriber.onNext(ByteBuffer.wrap(bytes));
                subscriber.onComplete();
            }

            @Override
            public void cancel() {
                done = true;
            }
        });
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    /** Shows nothing of the body. */
    @Override
    public String toString() {
        return "FormBody[****]";
    }
}
