package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"_de"})
    void everyLanguageHasEveryText(String language) {
        assertThat(bundle(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("").stringPropertyNames());
    }

    @Test
    void everyReasonHasASentence() {
        for (Reason reason : Reason.values()) {
            assertThat(Messages.of(Locale.ENGLISH).sentence(new AuthException(reason)))
                    .as(reason.name())
                    .endsWith(".");
        }
    }

    @Test
    void everyCodeThatTheSourcesNameHasASentenceOrSharesThatOfItsReason() throws IOException {
        // these say no more than their reasons do
        Set<String> plain = Set.of(
                "account_refused",
                "connection_lost",
                "internal_error",
                "malformed_answer",
                "server_error",
                "service_failed",
                "unexpected_answer",
                "user_unknown");
        Set<String> codes = new TreeSet<>();
        Pattern code =
                Pattern.compile("Reason\\.[A-Z_]+,\\s*(?:\\w+\\s*\\?\\s*)?\"([a-z_]+)\"(?:\\s*:\\s*\"([a-z_]+)\")?");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).collect(Collectors.toList())) {
                for (MatchResult match :
                        code.matcher(Files.readString(file)).results().collect(Collectors.toList())) {
                    codes.add(match.group(1));
                    if (match.group(2) != null) {
                        codes.add(match.group(2));
                    }
                }
            }
        }
        assertThat(codes).contains("site_moved", "api_key_not_set", "login_plugin_missing", "timeout");
        Set<String> written = bundle("").stringPropertyNames();
        assertThat(codes)
                .allSatisfy(name -> assertThat(
                                written.contains("failure." + name) || plain.contains(name) || isReason(name))
                        .as(name)
                        .isTrue());
    }

    private static boolean isReason(String code) {
        return Stream.of(Reason.values())
                .anyMatch(reason -> reason.name().toLowerCase(Locale.ROOT).equals(code));
    }

    @Test
    void anUnknownCodeGetsTheSentenceOfItsReason() {
        assertThat(Messages.of(Locale.ENGLISH)
                        .sentence(new AuthException(Reason.SERVER_UNREACHABLE, "brand_new", null)))
                .isEqualTo(Messages.of(Locale.ENGLISH).sentence(new AuthException(Reason.SERVER_UNREACHABLE)));
    }

    @Test
    void aRedirectIsToldWithItsTarget() {
        AuthException moved = new AuthException(Reason.SERVER_FAULT, "site_moved", null)
                .withLocation(URI.create("https://www.example.org/{0}'x".replace("{0}", "%7B0%7D")));

        assertThat(Messages.of(Locale.ENGLISH).sentence(moved))
                .contains("https://www.example.org/%7B0%7D'x")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.2S, 1 second",
        "PT1S, 1 second",
        "PT1.1S, 2 seconds",
        "PT119S, 119 seconds",
        "PT120S, 2 minutes",
        "PT121S, 3 minutes",
        "PT5M, 5 minutes",
    })
    void aWaitIsToldRoundedUp(Duration wait, String words) {
        assertThat(Messages.of(Locale.ENGLISH).waitingTime(wait)).isEqualTo(words);
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglishWhateverTheDefaultIs() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Messages.of(Locale.forLanguageTag("tlh")).get("title")).isEqualTo("Please log in");
            assertThat(Messages.of(Locale.ENGLISH).get("title")).isEqualTo("Please log in");
            assertThat(Messages.of(Locale.forLanguageTag("de-AT")).get("title")).isEqualTo("Bitte anmelden");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void noTwoMnemonicsOfOneFormAreTheSame(String language) {
        Properties texts = bundle(language);
        for (String login : new String[] {"login", "unlock"}) {
            String mnemonics = Stream.of("username", "password", "password.show", "rememberMe", login)
                    .map(texts::getProperty)
                    .map(text ->
                            text.indexOf('&') < 0 ? "" : text.substring(text.indexOf('&') + 1, text.indexOf('&') + 2))
                    .collect(Collectors.joining())
                    .toLowerCase(Locale.ROOT);
            assertThat(mnemonics.chars().distinct().count()).as(mnemonics).isEqualTo(mnemonics.length());
        }
    }

    private static Properties bundle(String language) {
        Properties properties = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages" + language + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
