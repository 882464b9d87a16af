package io.github.authgate.forked;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A secret that can be looked for without being there: it is made up of single characters by a rule, so that a program
 * can type it and never holds it as a whole. Only who searches puts it together. All begin alike, so that one search finds
 * them all.
 */
final class Canary {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** How many characters all of them share. */
    static final int ALIKE = 8;

    private final long seed;
    private final int length;

    Canary(long seed, int length) {
        this.seed = seed;
        this.length = length;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        long mixed = ((index < ALIKE ? 0 : seed) * 1_000_003 + index + 1) * 0x9E3779B97F4A7C15L;
        return ALPHABET.charAt((int) Long.remainderUnsigned(mixed ^ mixed >>> 29, ALPHABET.length()));
    }

    /** Puts the secret together, for those who search or serve, never for the program that is searched. */
    String reveal() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(charAt(i));
        }
        return text.toString();
    }

    /** Returns the ways in which a text can lie in a heap: compact strings and bytes, characters, strings with others. */
    static List<byte[]> encodings(String text) {
        return List.of(
                text.getBytes(StandardCharsets.ISO_8859_1),
                text.getBytes(StandardCharsets.UTF_16BE),
                text.getBytes(StandardCharsets.UTF_16LE));
    }
}
