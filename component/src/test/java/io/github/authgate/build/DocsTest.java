package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is what is compiled and run, what it names is explained, and where it points is something. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path TESTS = Path.of("src/test/README.md");
    private static final List<Path> RECIPES = List.of(
            Path.of("src/test/java/io/github/authgate/recipes"),
            ROOT.resolve("testkit/src/test/java/io/github/authgate/recipes"));
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Stream<String> recipes() throws IOException {
        return SNIPPET.matcher(read(ROOT.resolve("docs/embedding.md")))
                .results()
                .map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aRecipeIsQuotedWordForWord(String recipe) throws IOException {
        List<String> sources = new ArrayList<>();
        for (Path folder : RECIPES) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(DocsTest::read).map(DocsTest::unindented).forEach(sources::add);
            }
        }
        assertThat(sources)
                .anyMatch(source -> source.contains(unindented(recipe).strip()));
    }

    private static String unindented(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    @Test
    void everyReasonAndEveryCodeHasItsSection() throws IOException {
        Set<String> named = new TreeSet<>();
        Stream.of(Reason.values()).forEach(reason -> named.add(reason.name().toLowerCase(Locale.ROOT)));
        matches(
                        "(?m)^failure\\.([a-z_]+)",
                        read(Path.of("src/main/resources/io/github/authgate/swing/messages.properties")))
                .forEach(named::add);
        matches("(?m)^    ([A-Z][A-Z_]+)\\($", read(SOURCES.resolve("io/github/authgate/wordpress/Cause.java")))
                .forEach(name -> named.add(name.toLowerCase(Locale.ROOT)));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(DocsTest::read)
                    .forEach(source -> matches(
                                    "(?:Reason\\.[A-Z_]+,\\s*(?:\\w+\\s*\\?\\s*)?|fault\\()\"([a-z_]+)\"", source)
                            .forEach(named::add));
        }
        assertThat(named).contains("site_moved", "tls_issuer_unknown", "user_unknown", "session_expired");

        assertThat(anchors(ROOT.resolve("docs/troubleshooting.md"))).containsAll(named);
    }

    @Test
    void everyKeyForTheLookIsListed() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file ->
                            matches("\"(AuthGate\\.[a-zA-Z]+)\"", read(file)).forEach(keys::add));
        }
        keys.remove("AuthGate.alwaysEnabled"); // a client property of menu items
        String page = read(ROOT.resolve("docs/theming.md"));
        assertThat(keys)
                .contains("AuthGate.cardArc")
                .allSatisfy(key -> assertThat(page).contains(key));
    }

    private static Stream<String> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1));
    }

    @Test
    void noTwoSectionsOfAPageHaveOneName() throws IOException {
        for (Path page : pages()) {
            assertThat(anchors(page)).as(page.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyLinkLeadsToAPageAndASectionOfIt() throws IOException {
        for (Path page : pages()) {
            for (MatchResult link : LINK.matcher(read(page)).results().collect(Collectors.toList())) {
                String[] target = link.group(1).split("#", 2);
                if (target[0].contains("://") || target[0].endsWith(".png")) {
                    continue;
                }
                Path file = target[0].isEmpty() ? page : page.resolveSibling(target[0]);
                assertThat(file).as("%s in %s", link.group(1), page).exists();
                if (target.length == 2) {
                    assertThat(anchors(file))
                            .as("%s in %s", link.group(1), page)
                            .contains(target[1]);
                }
            }
        }
    }

    @Test
    void everyTestThatTheTableNamesExists() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("component", "keyring")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                sources.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        List<MatchResult> named = TEST.matcher(read(TESTS)).results().collect(Collectors.toList());

        assertThat(named)
                .hasSizeGreaterThan(100)
                .allSatisfy(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                        .as(test.group())
                        .containsPattern("\\b" + test.group(2) + "\\b"));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(
                                    ROOT.resolve("README.md"),
                                    ROOT.resolve("CONTRIBUTING.md"),
                                    ROOT.resolve("SECURITY.md"),
                                    TESTS),
                            files.filter(file -> file.toString().endsWith(".md")))
                    .collect(Collectors.toList());
        }
    }

    /** Returns the names that the sections of a page get on the web. */
    private static List<String> anchors(Path page) {
        return HEADING.matcher(read(page).replaceAll("(?s)```.*?```", ""))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
