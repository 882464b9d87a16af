package io.github.authgate.swing;

import java.util.Locale;

/** The plural categories of CLDR for whole numbers, as far as our languages tell them apart. */
enum Plural {
    ZERO,
    ONE,
    TWO,
    FEW,
    MANY,
    OTHER;

    /** Returns the category of a number that is not negative; that of English for a language that is not among ours. */
    static Plural of(Locale locale, long count) {
        switch (locale.getLanguage()) {
            case "ar":
                return arabic(count);
            case "fr":
            case "pt":
                return count <= 1 ? ONE : OTHER;
            case "ja":
            case "zh":
                return OTHER;
            case "pl":
                return polish(count);
            default:
                return count == 1 ? ONE : OTHER;
        }
    }

    private static Plural polish(long count) {
        boolean isTeen = count % 100 >= 12 && count % 100 <= 14;
        if (count == 1) {
            return ONE;
        }
        return count % 10 >= 2 && count % 10 <= 4 && !isTeen ? FEW : MANY;
    }

    private static Plural arabic(long count) {
        if (count <= 2) {
            return count == 0 ? ZERO : count == 1 ? ONE : TWO;
        }
        long rest = count % 100;
        if (rest >= 3) {
            return rest <= 10 ? FEW : MANY;
        }
        return OTHER;
    }

    /** Returns the end of the keys of this category. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
