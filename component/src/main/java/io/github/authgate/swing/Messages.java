package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The texts of one language. What the screen says about a failure is chosen by its code, else by its reason; text from a
 * server is never among it.
 *
 * <p>Immutable and thread-safe.
 */
final class Messages {

    private static final String BUNDLE = "io.github.authgate.swing.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Messages(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** Returns the texts for a locale; English where its language is not among ours, whatever the JVM's default is. */
    static Messages of(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        boolean isAsked = bundle.getLocale().getLanguage().equals(locale.getLanguage());
        return new Messages(isAsked ? bundle : ResourceBundle.getBundle(BUNDLE, Locale.ROOT), locale);
    }

    String get(String key) {
        return bundle.getString(key);
    }

    /** Returns a text with its placeholders {@code {0}}, {@code {1}} filled in. */
    String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Returns the sentence that says what happened and what to do. */
    String sentence(AuthException failure) {
        if (failure.retryAfter().isPresent() && failure.reason() == AuthException.Reason.TOO_MANY_ATTEMPTS) {
            return get(
                    "failure.too_many_attempts.wait",
                    waitingTime(failure.retryAfter().get()));
        }
        if (failure.location().isPresent()) {
            String target = PlainText.oneLine(failure.location().get().toASCIIString());
            return find("failure." + failure.code() + ".location")
                    .map(pattern -> new MessageFormat(pattern, locale).format(new Object[] {target}))
                    .orElseGet(() -> byCode(failure));
        }
        return byCode(failure);
    }

    private String byCode(AuthException failure) {
        return find("failure." + failure.code()).orElseGet(() -> get("failure." + failure.reason()));
    }

    /** Returns a length of time in words, rounded up: seconds below two minutes, else minutes. */
    String waitingTime(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return seconds < 120 ? get("time.seconds", seconds) : get("time.minutes", (seconds + 59) / 60);
    }

    private Optional<String> find(String key) {
        try {
            return Optional.of(bundle.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
