package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormBodyTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "admin-pass_1.,admin-pass_1.",
                "a+b c&d=e%f,a%2Bb%20c%26d%3De%25f",
                "p\"a\\ss 'w+\u00f6rd%\u20ac,p%22a%5Css%20%27w%2B%C3%B6rd%25%E2%82%AC",
                "\uD83D\uDE00,%F0%9F%98%80",
                "  spaces at both ends  ,%20%20spaces%20at%20both%20ends%20%20",
                "a\u0308,a%CC%88",
            })
    void encodesEveryPasswordExactlyAsTyped(String password, String encoded) {
        assertThat(text(FormBody.of(new Credentials("ann", password.toCharArray(), false))))
                .isEqualTo("username=ann&password=" + encoded);
    }

    @Test
    void encodesTheNameAsWell() {
        assertThat(text(FormBody.of(new Credentials("J\u00e4ne D&e", new char[] {'x'}, false))))
                .isEqualTo("username=J%C3%A4ne%20D%26e&password=x");
    }

    @Test
    void isWipedWhenClosed() {
        FormBody body = FormBody.of(new Credentials("ann", "secret".toCharArray(), false));

        body.close();

        assertThat(text(body)).isEqualTo("\0".repeat((int) body.contentLength()));
    }

    private static String text(FormBody body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                out.write(buffer.array(), buffer.position(), buffer.remaining());
            }

            @Override
            public void onError(Throwable failure) {
                throw new AssertionError(failure);
            }

            @Override
            public void onComplete() {}
        });
        assertThat(out.size()).isEqualTo((int) body.contentLength());
        return out.toString(StandardCharsets.US_ASCII);
    }
}
