package io.github.authgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.testkit.FakeWordPress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code java -jar authgate-demo.jar doctor}, against the stand-in for a site. */
class DoctorCommandTest {

    private static final String KEY = "ag_0123456789abcdef0123456789abcdef";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Console console = new Console(new PrintStream(out, true), new PrintStream(err, true), name -> null);
        return Main.run(List.of(arguments), console).orElseThrow();
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aHealthySiteEndsWithZero(@TempDir Path folder) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        try (FakeWordPress site = FakeWordPress.builder().apiKey(KEY).start()) {
            int status = run("doctor", site.address().toString(), "--api-key-file", key.toString());

            assertThat(said()).contains("Nothing stands in the way of a login.").doesNotContain(KEY);
            assertThat(status).isZero();
            assertThat(site.requests()).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void anObstacleEndsWithOneAndSaysWhatToDo() {
        try (FakeWordPress site = FakeWordPress.builder().apiKey(KEY).start()) {
            int status = run("doctor", site.address().toString());

            assertThat(said()).contains("[OBSTACLE] api_key_not_set").contains("Settings > AuthGate");
            assertThat(status).isEqualTo(1);
        }
    }

    @Test
    void programsGetJson() {
        try (FakeWordPress site = FakeWordPress.builder().apiKey(KEY).start()) {
            run("doctor", "--json", site.address().toString());

            assertThat(said()).contains("\"healthy\" : false").contains("\"code\" : \"api_key_not_set\"");
        }
    }

    @Test
    void anAddressThatIsNoneIsAnObstacleToo() {
        assertThat(run("doctor", "http://example.org")).isEqualTo(1);
        assertThat(said()).contains("address_invalid").contains("has to begin with https://");
    }

    @ParameterizedTest
    @CsvSource({
        "doctor, needs the address of a site",
        "doctor https://a.example https://b.example, one site at a time",
        "doctor --what https://a.example, There is no option '--what'",
        "doctor https://a.example --api-key-file, --api-key-file needs a value",
        "doctor https://a.example --api-key-file=/no/such/file, cannot be read"
    })
    void aCallThatMakesNoSenseEndsWithTwo(String call, String complaint) {
        assertThat(run(call.split(" "))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(complaint);
        assertThat(said()).isEmpty();
    }
}
