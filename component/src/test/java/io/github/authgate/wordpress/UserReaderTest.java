package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserReaderTest {

    private final UserReader users = new UserReader(URI.create("https://example.org"));

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\""})
    void aCapabilityThatWordPressGrantsIsGranted(String value) {
        assertThat(granted(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "0",
                "2",
                "1.0",
                "-1",
                "10000000000000000000000",
                "null",
                "\"0\"",
                "\"\"",
                "\" 1\"",
                "\"true\"",
                "{}",
                "[]",
                "[1]",
                "{\"1\":true}"
            })
    void everythingElseIsNotGranted(String value) {
        assertThat(granted(value)).isFalse();
    }

    private boolean granted(String value) {
        HttpAnswer me = Answers.json(200, "{\"id\":7,\"roles\":[],\"capabilities\":{\"edit_posts\":" + value + "}}");
        return users.ofMe(me).orElseThrow().hasCapability("edit_posts");
    }
}
