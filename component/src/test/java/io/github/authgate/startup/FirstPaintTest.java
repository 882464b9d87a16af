package io.github.authgate.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a fresh JVM loads before the form is painted, and what only then. */
class FirstPaintTest {

    /**
     * HTTP and TLS, JSON, cryptography, keychain. {@code KDFParameters} does not count: random numbers bring it along
     * from JDK 25 on, and AWT needs one for the name of a temporary file when it has no list of the machine's fonts yet.
     */
    private static final Predicate<String> LATER = Pattern.compile(
                    "^(java\\.net\\.http\\.|jdk\\.internal\\.net\\.http\\."
                            + "|com\\.fasterxml\\.|javax\\.crypto\\.(?!KDFParameters)|com\\.sun\\.crypto\\.|sun\\.security\\.ssl\\."
                            + "|javax\\.net\\.ssl\\.|com\\.github\\.javakeyring\\.|com\\.sun\\.jna\\.)")
            .asPredicate();

    private static List<String> log;

    @BeforeAll
    static void startTheProgram(@TempDir Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-Djava.awt.headless=true",
                        "-Duser.home=" + folder, // where AWT has made no list of fonts yet, as on a new machine
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstPaintProgram.class.getName(),
                        folder.resolve("tokens").toString())
                .redirectErrorStream(true)
                .start();
        log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .collect(Collectors.toList());
    }

    private static List<String> loaded(int from, int to) {
        return log.subList(from, to).stream()
                .filter(line -> line.contains(" source: "))
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", ""))
                .collect(Collectors.toList());
    }

    private static int lineOf(String event) {
        assertThat(log).contains(event);
        return log.indexOf(event);
    }

    @Test
    void noClassForHttpJsonCryptographyOrKeychainsIsLoadedBeforeTheFormIsPainted() {
        List<String> early = loaded(0, lineOf(FirstPaintProgram.PAINTED));

        assertThat(early.stream().filter(line -> line.startsWith("io.github.authgate.swing.LoginPanel ")))
                .hasSize(1);
        assertThat(early.stream().filter(LATER)).isEmpty();
    }

    /** It costs a JVM forty milliseconds to have a layout ready that speaks in constraints. */
    @Test
    void theFormIsLaidOutWithoutMigLayoutNorStyledText() {
        List<String> early = loaded(0, lineOf(FirstPaintProgram.PAINTED));

        assertThat(early)
                .noneMatch(line -> line.startsWith("net.miginfocom.") || line.startsWith("java.awt.font.TextLayout "));
    }

    @Test
    void afterwardsTheWarmUpLoadsThem() {
        List<String> late = loaded(lineOf(FirstPaintProgram.PAINTED), lineOf(FirstPaintProgram.WARM));

        assertThat(late.stream().filter(line -> line.startsWith("jdk.internal.net.http.HttpClientImpl ")))
                .hasSize(1);
    }
}
