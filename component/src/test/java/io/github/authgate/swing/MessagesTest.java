package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.awt.event.KeyEvent;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    /** Our languages, each with the plural forms that its numbers need. */
    static final Map<String, Set<String>> FORMS = Map.ofEntries(
            Map.entry("en", Set.of("one", "other")),
            Map.entry("de", Set.of("one", "other")),
            Map.entry("fr", Set.of("one", "other")),
            Map.entry("es", Set.of("one", "other")),
            Map.entry("it", Set.of("one", "other")),
            Map.entry("pt", Set.of("one", "other")),
            Map.entry("nl", Set.of("one", "other")),
            Map.entry("pl", Set.of("one", "few", "many")),
            Map.entry("tr", Set.of("one", "other")),
            Map.entry("ja", Set.of("other")),
            Map.entry("zh", Set.of("other")),
            Map.entry("ar", Set.of("one", "two", "few", "many", "other")));

    private static final Pattern FORM = Pattern.compile("(.*\\.(?:seconds|minutes))\\.(one|two|few|many|other)");

    static Set<String> languages() {
        return new TreeSet<>(FORMS.keySet());
    }

    @Test
    void theLanguagesTestedAreThoseThatThereAre() throws IOException {
        Set<String> files = new TreeSet<>(Set.of("en"));
        try (Stream<Path> paths = Files.list(Path.of("src/main/resources/io/github/authgate/swing"))) {
            paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("messages_"))
                    .forEach(name -> files.add(name.substring("messages_".length(), name.indexOf('.'))));
        }
        assertThat(files).isEqualTo(languages());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryTextInEveryPluralFormAndNoOther(String language) {
        Set<String> expected = new TreeSet<>();
        for (String key : bundle("en").stringPropertyNames()) {
            Matcher counted = FORM.matcher(key);
            if (counted.matches()) {
                FORMS.get(language).forEach(form -> expected.add(counted.group(1) + "." + form));
            } else {
                expected.add(key);
            }
        }
        assertThat(new TreeSet<>(bundle(language).stringPropertyNames())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextIsFilledInByTheSamePlaceholdersInEveryLanguage(String language) {
        Properties texts = bundle(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            assertThat(text).as(key).doesNotContain("'", "<", "choice").isEqualTo(text.strip());
            Matcher counted = FORM.matcher(key);
            if (!counted.matches()) {
                assertThat(placeholders(text))
                        .as(key)
                        .isEqualTo(placeholders(bundle("en").getProperty(key)));
            } else if (!language.equals("ar")) { // its words for one and two of a thing say the number themselves
                assertThat(placeholders(text)).as(key).containsExactly("{0}");
            }
        }
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{\\d+}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTimeOfUpToTenMinutesCanBeTold(String language) {
        Messages messages = Messages.of(Locale.forLanguageTag(language));
        for (int seconds = 1; seconds <= 600; seconds++) {
            for (String key : new String[] {"warning", "login.wait", "failure.too_many_attempts.wait"}) {
                assertThat(messages.timed(key, Duration.ofSeconds(seconds)))
                        .as(key + " " + seconds)
                        .isNotBlank()
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pl, 1, sekundę.",
        "pl, 2, sekundy.",
        "pl, 4, sekundy.",
        "pl, 5, sekund.",
        "pl, 12, sekund.",
        "pl, 22, sekundy.",
        "pl, 25, sekund.",
        "pl, 112, sekund.",
        "ar, 1, ثانية واحدة.",
        "ar, 2, ثانيتين.",
        "ar, 3, ثوانٍ.",
        "ar, 10, ثوانٍ.",
        "ar, 11, ثانية.",
        "ar, 102, ثانية.",
        "ar, 103, ثوانٍ.",
        "fr, 1, seconde.",
        "fr, 2, secondes.",
        "tr, 2, sona erecek.",
        "ja, 2, 秒で終了します。",
    })
    void aNumberGetsTheFormThatItsLanguageAsksFor(String language, int seconds, String end) {
        assertThat(Messages.of(Locale.forLanguageTag(language)).timed("warning", Duration.ofSeconds(seconds)))
                .endsWith(end);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyReasonHasASentence(String language) {
        for (Reason reason : Reason.values()) {
            assertThat(Messages.of(Locale.forLanguageTag(language)).sentence(new AuthException(reason)))
                    .as(reason.name())
                    .matches(".*[.。]");
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
        "PT0.2S, Wait 1 second",
        "PT1S, Wait 1 second",
        "PT1.1S, Wait 2 seconds",
        "PT119S, Wait 119 seconds",
        "PT120S, Wait 2 minutes",
        "PT121S, Wait 3 minutes",
        "PT5M, Wait 5 minutes",
    })
    void aWaitIsToldRoundedUp(Duration wait, String words) {
        assertThat(Messages.of(Locale.ENGLISH).timed("login.wait", wait)).isEqualTo(words);
    }

    @Test
    void digitsAreThoseOfTheLocale() {
        assertThat(Messages.of(Locale.forLanguageTag("ar-EG")).timed("warning", Duration.ofSeconds(42)))
                .contains("٤٢");
    }

    @Test
    void aHostReplacesSingleTextsForAllLanguages() {
        UIManager.put("AuthGate.text.title", "Acme & Sons");
        UIManager.put("AuthGate.text.failure.SERVER_FAULT", "Call 4711.");
        UIManager.put("AuthGate.text.failure.brand_new", "This is new.");
        UIManager.put("AuthGate.text.warning.seconds.other", "{0 seconds left");
        try {
            Messages messages = Messages.of(Locale.GERMAN);
            assertThat(messages.get("title")).isEqualTo("Acme & Sons");
            assertThat(messages.sentence(new AuthException(Reason.SERVER_FAULT)))
                    .isEqualTo("Call 4711.");
            assertThat(messages.sentence(new AuthException(Reason.SERVER_FAULT, "brand_new", null)))
                    .isEqualTo("This is new.");
            assertThat(messages.get("title.locked")).isEqualTo("Gesperrt");
            assertThat(messages.timed("warning", Duration.ofSeconds(5)))
                    .as("ours, because theirs is no pattern")
                    .isEqualTo("Ihre Sitzung endet in 5 Sekunden.");
        } finally {
            for (String key : new String[] {
                "title", "failure.SERVER_FAULT", "failure.brand_new", "warning.seconds.other",
            }) {
                UIManager.put("AuthGate.text." + key, null);
            }
        }
    }

    @Test
    void aHostReplacesSingleTextsPerLanguageByABundleOfItsOwn() {
        String bundle = "io.github.authgate.swing.host_texts";
        UIManager.getDefaults().addResourceBundle(bundle);
        try {
            assertThat(Messages.of(Locale.GERMAN).get("title")).isEqualTo("Willkommen bei Acme");
            assertThat(Messages.of(Locale.FRENCH).get("title")).isEqualTo("Bienvenue chez Acme");
            assertThat(Messages.of(Locale.forLanguageTag("cs")).get("title")).isEqualTo("Vítejte");
            assertThat(Messages.of(Locale.GERMAN).get("title.locked")).isEqualTo("Gesperrt");
        } finally {
            UIManager.getDefaults().removeResourceBundle(bundle);
        }
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
    @MethodSource("languages")
    void noTwoMnemonicsOfOneScreenAreTheSameAndEachHasAKey(String language) {
        List<List<String>> screens = List.of(
                List.of("username", "password", "password.show", "rememberMe", "forgotPassword", "tryAgain", "login"),
                List.of(
                        "password",
                        "password.show",
                        "switchUser",
                        "rememberMe",
                        "forgotPassword",
                        "tryAgain",
                        "unlock"),
                List.of("tryAgain", "switchUser"));
        Properties texts = bundle(language);
        for (List<String> screen : screens) {
            Set<Integer> keys = new HashSet<>();
            for (String key : screen) {
                JButton button = new JButton();
                PlainText.setText(button, texts.getProperty(key));
                assertThat(button.getMnemonic()).as(key).isNotEqualTo(KeyEvent.VK_UNDEFINED);
                assertThat(keys.add(button.getMnemonic()))
                        .as(key + " among " + screen)
                        .isTrue();
                assertThat(button.getText()).as(key).doesNotContain("&");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nothingElseHasAMnemonic(String language) {
        Set<String> marked = Set.of(
                "username",
                "password",
                "password.show",
                "rememberMe",
                "forgotPassword",
                "tryAgain",
                "details",
                "details.copy",
                "details.back",
                "login",
                "unlock",
                "switchUser");
        Properties texts = bundle(language);
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(texts.getProperty(key).contains("&")).as(key).isEqualTo(marked.contains(key)));
    }

    private static Properties bundle(String language) {
        Properties properties = new Properties();
        String suffix = language.isEmpty() || language.equals("en") ? "" : "_" + language;
        try (InputStream in = MessagesTest.class.getResourceAsStream("messages" + suffix + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
