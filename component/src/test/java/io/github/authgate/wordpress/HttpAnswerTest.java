package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

    private static final String BODY = "{\"code\":\"rest_no_route\"}";

    @Test
    void aWholeObjectThatCallsItselfJsonIsRead() {
        HttpAnswer answer = Answers.json(404, BODY);

        assertThat(answer.json()).isPresent();
        assertThat(answer.code()).contains("rest_no_route");
        assertThat(answer.claimsJson()).isTrue();
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aPageIsNotReadAndDoesNotClaimToBeJson() {
        HttpAnswer answer = Answers.of(404, BODY, "Content-Type", "text/html");

        assertThat(answer.json()).isEmpty();
        assertThat(answer.code()).isEmpty();
        assertThat(answer.claimsJson()).isFalse();
    }

    @Test
    void aCodeThatIsNoTextIsNone() {
        assertThat(Answers.json(400, "{\"code\":400}").code()).isEmpty();
        assertThat(Answers.json(400, "{}").code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 26, Content-Length, 26",
        "Content-Length, 26, Content-Length, 1",
        "Content-Length, 26, Transfer-Encoding, chunked",
        "Content-Length, -26, X-A, b",
        "Content-Length, '26, 26', X-A, b",
        "Content-Length, '', X-A, b",
        "Content-Type, application/json, X-A, b",
        "Content-Encoding, identity, Content-Encoding, gzip",
        "Content-Encoding, gzip, X-A, b",
        "Content-Encoding, br, X-A, b"
    })
    void anAnswerThatContradictsItselfIsNotRead(String name, String value, String other, String otherValue) {
        HttpAnswer answer = Answers.of(200, BODY, "Content-Type", "application/json", name, value, other, otherValue);

        assertThat(answer.json()).isEmpty();
        assertThat(answer.claimsJson()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 26",
        "Transfer-Encoding, chunked",
        "Content-Encoding, identity",
        "Content-Encoding, ' Identity '"
    })
    void anAnswerThatSaysOnceHowLongItIsIsRead(String name, String value) {
        assertThat(Answers.of(200, BODY, "Content-Type", "application/json", name, value)
                        .json())
                .isPresent();
    }

    @Test
    void aBodyThatWasCutOffIsNotRead() {
        String tooLong = BODY + " ".repeat(BoundedBody.LIMIT);

        assertThat(Answers.json(200, tooLong).json()).isEmpty();
    }

    @Test
    void theServersTimeIsRead() {
        assertThat(Answers.of(200, "", "Date", "Wed, 25 Nov 2026 12:00:00 GMT").date())
                .contains(Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(Answers.of(200, "", "Date", "today").date()).isEmpty();
        assertThat(Answers.of(200, "").date()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "30", "-1", "00", "", "x"})
    void anAgeBesidesZeroIsThatOfACopy(String age) {
        assertThat(Answers.of(200, "", "Age", age).isFromCache()).isTrue();
    }

    @Test
    void anAnswerWithoutAgeIsFresh() {
        assertThat(Answers.of(200, "").isFromCache()).isFalse();
        assertThat(Answers.of(200, "", "Age", " 0 ").isFromCache()).isFalse();
    }

    @Test
    void oneAgeBesidesZeroIsEnough() {
        assertThat(Answers.of(200, "", "Age", "0", "Age", "30").isFromCache()).isTrue();
    }

    @Test
    void theBodyIsNotShown() {
        assertThat(Answers.json(200, BODY)).hasToString("HttpAnswer[200]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://a b/"})
    void aRedirectThatNamesNoAddressLeadsNowhere(String target) {
        assertThat(Answers.of(301, "", "Location", target).location()).isEmpty();
    }

    @Test
    void aRedirectLeadsWhereItSays() {
        assertThat(Answers.of(301, "", "Location", "https://example.org/x").location())
                .contains(URI.create("https://example.org/x"));
        assertThat(Answers.of(301, "").location()).isEmpty();
    }
}
