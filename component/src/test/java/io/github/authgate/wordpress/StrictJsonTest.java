package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String GOOD =
            "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"list\":[1,-2.5e3]}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{}{}",
                "{} x",
                "{}<br>Warning",
                "<br>Warning{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":1 /* comment */}",
            })
    void whatIsNotExactlyOneObjectIsNothing(String text) {
        assertThat(StrictJson.object(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void noPrefixOfAGoodAnswerIsAnAnswer() {
        for (int end = 0; end < GOOD.length(); end++) {
            byte[] prefix = GOOD.substring(0, end).getBytes(StandardCharsets.UTF_8);
            assertThat(StrictJson.object(prefix))
                    .as("the first %d characters", end)
                    .isEmpty();
        }
        assertThat(StrictJson.object(GOOD.getBytes(StandardCharsets.UTF_8))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1_000, 30_000})
    void deepNestingIsRefused(int depth) {
        String text = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";

        assertThat(StrictJson.object(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "IBM500"})
    void onlyUtf8IsJson(String charset) {
        assertThat(StrictJson.object(GOOD.getBytes(Charset.forName(charset)))).isEmpty();
    }

    @Test
    void brokenUtf8IsRefused() {
        assertThat(StrictJson.object(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkippedOnce() {
        assertThat(StrictJson.object(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(StrictJson.object(("\uFEFF\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void anAbsurdNumberIsRefused() {
        String text = "{\"a\":" + "9".repeat(2_000) + "}";

        assertThat(StrictJson.object(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
