package io.github.authgate.wordpress;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the escaping that WordPress applies to names ({@code esc_html}, {@code wptexturize}): once, so that
 * {@code &amp;lt;} becomes {@code &lt;} and no more.
 *
 * <p>Thread-safe; methods do not block.
 */
final class HtmlEntities {

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));");

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

    private HtmlEntities() {}

    static String decode(String escaped) {
        return ENTITY.matcher(escaped).replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(java.util.regex.MatchResult match) {
        if (match.group(3) != null) {
            return NAMED.get(match.group(3));
        }
        int codePoint =
                match.group(1) != null ? Integer.parseInt(match.group(1)) : Integer.parseInt(match.group(2), 16);
        boolean isCharacter = Character.isValidCodePoint(codePoint)
                && codePoint != 0
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        return isCharacter ? Character.toString(codePoint) : match.group();
    }
}
