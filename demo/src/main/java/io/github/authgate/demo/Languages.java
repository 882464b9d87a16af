package io.github.authgate.demo;

import io.github.authgate.swing.AuthGate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages that the login form speaks. */
final class Languages {

    private static final List<String> TAGS =
            List.of("de", "fr", "es", "it", "pt", "nl", "pl", "tr", "ja", "zh-CN", "ar");

    private Languages() {}

    static List<Locale> all() {
        return Stream.concat(Stream.of(Locale.ENGLISH), TAGS.stream().map(Locale::forLanguageTag))
                .filter(Languages::isThere)
                .collect(Collectors.toList());
    }

    private static boolean isThere(Locale locale) {
        return locale.equals(Locale.ENGLISH) || hasTexts(locale.getLanguage()) || hasTexts(locale.toString());
    }

    private static boolean hasTexts(String suffix) {
        return AuthGate.class.getResource("messages_" + suffix + ".properties") != null;
    }

    /** Returns what its speakers call a language. */
    static String nameOf(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
