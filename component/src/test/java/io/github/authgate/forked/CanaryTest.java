package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No password, token or key shows anywhere: not in a log with every logger at its most talkative, not on the standard
 * streams, in an exception, a description of an object, the component tree, the accessible tree, a stream, the
 * preferences, the system properties or a file, whatever the server makes of a login.
 */
class CanaryTest {

    @TempDir
    static Path folder;

    private static Fork program;
    private static List<String> tokens;

    @BeforeAll
    static void live() {
        try (LoginSite site = new LoginSite()) {
            program = Fork.run(
                    folder,
                    CanaryProgram.class,
                    List.of("-Djava.awt.headless=true"),
                    site.address().toString(),
                    folder.toString());
            tokens = new ArrayList<>(site.tokens());
            for (int user = 0; user < CanaryProgram.USERS.size(); user++) {
                assertThat(site.passwordOf(CanaryProgram.USERS.get(user)))
                        .as("what the site saw")
                        .isEqualTo(CanaryProgram.password(user).reveal());
            }
        }
    }

    @AfterAll
    static void forget() {
        program = null;
    }

    private static List<String> secrets() {
        List<String> secrets = tokens.stream()
                .map(token -> token.substring(token.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int user = 0; user < CanaryProgram.USERS.size(); user++) {
            secrets.add(CanaryProgram.password(user).reveal());
        }
        secrets.add(CanaryProgram.KEY.reveal());
        return secrets;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int at = 0; at <= text.length - part.length; at++) {
            if (text[at] == part[0] && Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noSecretIsInAnythingThatTheProgramHasSaidOrLeftBehind() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            byte[] text = Files.readAllBytes(file);
            for (String secret : secrets()) {
                if (Canary.encodings(secret).stream().anyMatch(encoded -> contains(text, encoded))) {
                    found.add(folder.relativize(file) + " around " + around(text, secret));
                }
            }
        }

        assertThat(found).isEmpty();
    }

    private static String around(byte[] text, String secret) {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int at = Math.max(0, all.indexOf(secret));
        return all.substring(Math.max(0, at - 200), Math.min(all.length(), at + 80));
    }

    @Test
    void whatIsSearchedHoldsWhatShows() throws IOException {
        String surfaces = Files.readString(folder.resolve("surfaces.txt"));

        assertThat(surfaces)
                .contains("Access denied", "authgate.password", "AuthSession[user 7, AccessToken[****", "ann")
                .contains("AuthException: INVALID_CREDENTIALS", "AuthException: SERVER_FAULT")
                .contains("java.class.path=", "<preferences");
        assertThat(tokens).hasSize(3);
    }

    @Test
    void theLogsSpeakOfEverythingElse() {
        assertThat(program.output()).contains("FINE");
    }

    @Test
    void neitherTheGateNorTheFormGoesIntoAStream() throws IOException {
        assertThat(Files.readString(folder.resolve("surfaces.txt")))
                .contains("AuthGate in a stream: none", "LoginPanel in a stream: none")
                .doesNotContainPattern("in a stream: [^n]");
        assertThat(folder.resolve("stream.bin")).doesNotExist();
    }
}
