package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor says and what {@code docs/troubleshooting.md} says about it are the same. */
class CauseTest {

    private final Map<String, String> sections;

    CauseTest() throws IOException {
        List<String> parts = Arrays.asList(
                Files.readString(Path.of("../docs/troubleshooting.md")).split("(?m)^###? "));
        sections = parts.stream()
                .collect(Collectors.toMap(
                        part -> part.lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT),
                        part -> part.replaceAll("(?m)^> ", "").replaceAll("\\s+", " ")));
    }

    @ParameterizedTest
    @EnumSource
    void bothOfItsSentencesStandInItsSection(Cause cause) {
        assertThat(sections).containsKey(cause.code());
        assertThat(sections.get(cause.code()))
                .contains(cause.forAdministrator())
                .contains(cause.isObstacle() ? cause.forUser() : "A note: logins work.");
    }

    @ParameterizedTest
    @EnumSource
    void itSaysOneSentenceToTheUserAndOneToTheAdministrator(Cause cause) {
        assertThat(List.of(cause.forUser(), cause.forAdministrator()))
                .allSatisfy(words -> assertThat(words)
                        .matches("[A-Z/].*\\.")
                        .as("one sentence")
                        .doesNotContainPattern("[.!?] [A-Z]"));
    }
}
