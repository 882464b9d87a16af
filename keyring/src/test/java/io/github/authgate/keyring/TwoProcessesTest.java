package io.github.authgate.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One program stores a token in a real keychain, another one finds it. */
@Tag("keyring")
@Timeout(120)
class TwoProcessesTest {

    private static final String SITE = "https://two-processes.example";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.Y2FuYXJ5LWNhbmFyeQ.c2lnbmF0dXJl";

    @Test
    void aTokenSurvivesItsProcessAndIsNowhereToBeSeen() throws Exception {
        Process saver = start("save");
        OutputStream input = saver.getOutputStream();
        input.write((TOKEN + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        BufferedReader output = reader(saver);
        assertThat(output.readLine()).isEqualTo("saved");

        assertThat(Files.readString(Path.of("/proc", saver.pid() + "", "cmdline"), StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN);
        assertThat(Files.readString(Path.of("/proc", saver.pid() + "", "environ"), StandardCharsets.ISO_8859_1))
                .doesNotContain(TOKEN);
        assertThat(filesWith(TOKEN)).isEmpty();

        input.close();
        assertThat(saver.waitFor(20, TimeUnit.SECONDS)).as("the program ends").isTrue();

        assertThat(run("load")).isEqualTo(TOKEN);
        assertThat(run("delete")).isEqualTo("deleted");
        assertThat(run("load")).isEqualTo("nothing");
    }

    /** Returns the files in the session's home that hold a text as it is. */
    private static List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getenv("AUTHGATE_KEYRING_HOME")))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, text))
                    .collect(Collectors.toList());
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false; // a socket, or gone
        }
    }

    private static String run(String command) throws Exception {
        Process process = start(command);
        String line = reader(process).readLine();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("the program ends").isTrue();
        return line;
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(String command) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeyringProgram.class.getName(),
                        command,
                        SITE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
