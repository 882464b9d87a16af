package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "2, 2",
        "' 30 ', 30",
        "0030, 30",
        "299, 299",
        "300, 300",
        "301, 300",
        "86400, 300",
        "999999999999999999, 300"
    })
    void aNumberOfSecondsIsKeptBetweenOneSecondAndFiveMinutes(String value, long seconds) {
        assertThat(asked("Retry-After", value)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "'Wed, 25 Nov 2026 12:00:30 GMT', 30",
        "' Wed, 25 Nov 2026 12:00:30 GMT ', 30",
        "'Wed, 25 Nov 2026 11:00:00 GMT', 1",
        "'Wed, 25 Nov 2026 12:00:00 GMT', 1",
        "'Fri, 25 Dec 2026 12:00:00 GMT', 300"
    })
    void anEndIsCountedFromHereWhereTheServerDoesNotSayWhatTimeItHas(String value, long seconds) {
        assertThat(asked("Retry-After", value)).contains(Duration.ofSeconds(seconds));
    }

    @Test
    void anEndIsCountedFromTheTimeOfTheServerWhereItSaysThat() {
        Optional<Duration> wait =
                asked("Retry-After", "Mon, 02 Feb 2015 10:01:00 GMT", "Date", "Mon, 02 Feb 2015 10:00:00 GMT");

        assertThat(wait).contains(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.5",
                "1e2",
                "1 2",
                "30s",
                "\u0663",
                "1000000000000000000",
                "soon",
                "2026-11-25T12:00:30Z",
                "Wed, 31 Nov 2026 12:00:00 GMT",
                "Wed, 25 Nov 2026"
            })
    void whatIsNeitherSecondsNorADateIsNoWait(String value) {
        assertThat(asked("Retry-After", value)).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotAskForAWaitHasNone() {
        assertThat(asked()).isEmpty();
    }

    private static Optional<Duration> asked(String... headers) {
        return RetryAfter.of(Answers.of(429, "", headers), () -> NOW);
    }
}
