package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javax.swing.UIManager;

/**
 * The texts of one language. What the screen says about a failure is chosen by its code, else by its reason; text from a
 * server is never among it.
 *
 * <p>A host's own text for a key goes first. It stands in the {@link UIManager}, under {@link #OVERRIDE} and the key: by
 * itself for all languages, or in a resource bundle that was added to the defaults, for each.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Messages {

    static final String OVERRIDE = "AuthGate.text.";

    private static final String BUNDLE = "io.github.authgate.swing.messages";
    private static final String NAME_OR_PASSWORD = "failure.INVALID_CREDENTIALS";
    private static final String PASSWORD = NAME_OR_PASSWORD + ".known_user";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final Locale language;
    private final String wrongCredentials;

    private Messages(ResourceBundle bundle, Locale locale, Locale language, String wrongCredentials) {
        this.bundle = bundle;
        this.locale = locale;
        this.language = language;
        this.wrongCredentials = wrongCredentials;
    }

    /** Returns the texts for a locale; English where its language is not among ours, whatever the JVM's default is. */
    static Messages of(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        boolean isAsked = bundle.getLocale().getLanguage().equals(locale.getLanguage());
        return isAsked
                ? new Messages(bundle, locale, locale, NAME_OR_PASSWORD)
                : new Messages(ResourceBundle.getBundle(BUNDLE, Locale.ROOT), locale, Locale.ENGLISH, NAME_OR_PASSWORD);
    }

    /** Returns the texts for somebody who was asked for no name, and cannot have mistyped it. */
    Messages forKnownUser() {
        return new Messages(bundle, locale, language, PASSWORD);
    }

    String get(String key) {
        return override(key).orElseGet(() -> bundle.getString(key));
    }

    /** Returns a text with its placeholders {@code {0}}, {@code {1}} filled in. */
    String get(String key, Object... arguments) {
        try {
            return format(get(key), arguments);
        } catch (IllegalArgumentException e) {
            return format(bundle.getString(key), arguments); // the host's own text is no pattern
        }
    }

    private String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, language).format(arguments);
    }

    private Optional<String> override(String key) {
        Object text = UIManager.get(OVERRIDE + key, locale);
        return text instanceof String ? Optional.of((String) text) : Optional.empty();
    }

    /**
     * Returns the sentence with a length of time in it, rounded up: in seconds below two minutes, else in minutes. Each
     * language has a sentence of its own for each of its plural forms, because a word for the time alone would not fit
     * everywhere.
     */
    String timed(String key, Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        boolean isShort = seconds < 120;
        long count = isShort ? seconds : (seconds + 59) / 60;
        String form = key
                + (isShort ? ".seconds." : ".minutes.")
                + Plural.of(language, count).suffix();
        return get(form, count);
    }

    /** Returns headline and sentence in one, for those who hear it. */
    String announcement(AuthException failure) {
        return get("accessDenied.reason", get("accessDenied"), sentence(failure));
    }

    /** Returns the sentence that says what happened and what to do. */
    String sentence(AuthException failure) {
        if (failure.retryAfter().isPresent() && failure.reason() == AuthException.Reason.TOO_MANY_ATTEMPTS) {
            return timed("failure.too_many_attempts.wait", failure.retryAfter().get());
        }
        return lastingSentence(failure);
    }

    /** Returns the sentence without a time that runs, so that it stays true for as long as it is read. */
    String lastingSentence(AuthException failure) {
        String withLocation = "failure." + failure.code() + ".location";
        if (failure.location().isPresent() && bundle.containsKey(withLocation)) {
            return get(withLocation, PlainText.oneLine(failure.location().get().toASCIIString()));
        }
        String byCode = "failure." + failure.code();
        boolean isKnown = bundle.containsKey(byCode) || override(byCode).isPresent();
        return get(isKnown ? byCode : byReason(failure.reason()));
    }

    private String byReason(AuthException.Reason reason) {
        return reason == AuthException.Reason.INVALID_CREDENTIALS ? wrongCredentials : "failure." + reason;
    }
}
