package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressConfigTest {

    private static final URI SITE = URI.create("https://example.org");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void withoutAnApiKeyNoneIsSent(String key) {
        assertThat(WordPressConfig.builder(SITE).apiKey(key).build().hasApiKey())
                .isFalse();
    }

    @Test
    void theLineBreakAtTheEndOfAKeyFileIsNotPartOfTheKey() {
        assertThat(WordPressConfig.builder(SITE).apiKey(" ag_123\r\n").build().apiKey())
                .contains("ag_123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "line\nbreak", "line\rbreak", "t\u00e4st", "nul\0"})
    void aKeyThatCannotBeOneIsRefusedWithoutQuotingIt(String key) {
        assertThatThrownBy(() -> WordPressConfig.builder(SITE).apiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(key)
                .contains("API key");
    }

    @Test
    void isReadFromProperties() {
        Properties properties = new Properties();
        properties.setProperty("authgate.site", " https://example.org/wp-admin ");
        properties.setProperty("authgate.api-key", "ag_123");
        properties.setProperty("authgate.connect-timeout-seconds", "3");
        properties.setProperty("authgate.attempt-timeout-seconds", "12");
        properties.setProperty("colour", "green");

        WordPressConfig config = WordPressConfig.from(properties);

        assertThat(config.site()).isEqualTo(SITE);
        assertThat(config.hasApiKey()).isTrue();
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.attemptTimeout()).isEqualTo(Duration.ofSeconds(12));
    }

    @ParameterizedTest
    @CsvSource({
        "authgate.site, ''",
        "authgate.site, 'https://user:hidden@example.org and more'",
        "authgate.sitee, https://example.org",
        "authgate.connect-timeout-seconds, PT3S",
        "authgate.connect-timeout-seconds, 0",
        "authgate.attempt-timeout-seconds, -1",
        "authgate.allow-plain-http, yes",
        "authgate.api-key, 'hidden key'",
    })
    void aBadPropertyIsRefusedWithASentence(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty("authgate.site", "https://example.org");
        properties.setProperty(name, value);

        assertThatThrownBy(() -> WordPressConfig.from(properties))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".")
                .message()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "authgate.connect-timeout-seconds, 0",
        "authgate.connect-timeout-seconds, 86401",
        "authgate.attempt-timeout-seconds, -1",
        "authgate.attempt-timeout-seconds, soon",
    })
    void aBadLimitIsRefusedUnderTheNameOfItsProperty(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty("authgate.site", "https://example.org");
        properties.setProperty(name, value);

        assertThatThrownBy(() -> WordPressConfig.from(properties)).hasMessageContaining(name);
    }

    @Test
    void aLimitThatNobodyWouldLiveToSeeIsRefusedAtOnce() {
        WordPressConfig.Builder builder = WordPressConfig.builder(SITE);
        Duration threeHundredYears = Duration.ofDays(300 * 365);

        assertThatThrownBy(() -> builder.attemptTimeout(threeHundredYears))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attemptTimeout");
        assertThatThrownBy(() -> builder.connectTimeout(threeHundredYears))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("connectTimeout");
        assertThat(builder.attemptTimeout(Duration.ofDays(1)).build().attemptTimeout())
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void itsTextShowsNoKey() {
        assertThat(WordPressConfig.builder(SITE).apiKey("ag_123").build())
                .hasToString("WordPressConfig[https://example.org, API key ****]");
    }
}
