package io.github.authgate.demo;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The demo's arguments, each of them checked for itself and against the others.
 *
 * <p>Immutable and thread-safe.
 */
final class Options {

    private enum Option {
        HELP,
        SELF_TEST,
        SITE,
        API_KEY_FILE,
        TOKEN_FILE,
        PORT,
        THEME;

        private String spelling() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean hasValue() {
            return this != HELP && this != SELF_TEST;
        }

        private static Option of(String argument) throws UsageException {
            return Stream.of(values())
                    .filter(option -> option.spelling().equals(argument) || option == HELP && argument.equals("-h"))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("There is no option '" + argument + "'."));
        }
    }

    private final Map<Option, String> values;

    private Options(Map<Option, String> values) {
        this.values = values;
    }

    static Options parse(List<String> arguments) throws UsageException {
        Map<Option, String> values = new EnumMap<>(Option.class);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String[] parts = rest.next().split("=", 2);
            Option option = Option.of(parts[0]);
            String value = "";
            if (option.hasValue()) {
                value = parts.length == 2 ? parts[1] : rest.hasNext() ? rest.next() : "";
                if (value.isBlank() || value.startsWith("--")) {
                    throw new UsageException(parts[0] + " needs a value.");
                }
            } else if (parts.length == 2) {
                throw new UsageException(parts[0] + " takes no value.");
            }
            if (values.put(option, value) != null) {
                throw new UsageException(parts[0] + " is there twice.");
            }
        }
        Options options = new Options(values);
        options.check();
        return options;
    }

    private void check() throws UsageException {
        if (values.containsKey(Option.SITE)) {
            refuseBeside(Option.SITE, Option.PORT);
            refuseBeside(Option.SITE, Option.SELF_TEST);
        } else if (values.containsKey(Option.API_KEY_FILE)) {
            throw new UsageException("--api-key-file needs --site: the stand-in knows its own key.");
        }
        port();
        theme();
    }

    private void refuseBeside(Option one, Option other) throws UsageException {
        if (values.containsKey(other)) {
            throw new UsageException(one.spelling() + " and " + other.spelling() + " exclude each other.");
        }
    }

    boolean help() {
        return values.containsKey(Option.HELP);
    }

    boolean selfTest() {
        return values.containsKey(Option.SELF_TEST);
    }

    Optional<String> site() {
        return Optional.ofNullable(values.get(Option.SITE));
    }

    Optional<String> apiKeyFile() {
        return Optional.ofNullable(values.get(Option.API_KEY_FILE));
    }

    Optional<String> tokenFile() {
        return Optional.ofNullable(values.get(Option.TOKEN_FILE));
    }

    OptionalInt port() throws UsageException {
        String value = values.get(Option.PORT);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new UsageException("--port has to be a number from 0 to 65535.");
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    Theme theme() throws UsageException {
        String value = values.getOrDefault(Option.THEME, Theme.LIGHT.option());
        return Stream.of(Theme.values())
                .filter(theme -> theme.option().equals(value))
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("--theme has to be one of " + String.join(", ", Theme.options()) + "."));
    }
}
