package io.github.authgate.demo;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the plain text of what WordPress has rendered as HTML: no tags, entities decoded, one line, not endless. */
final class RemoteText {

    private static final int LONGEST = 200;
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|amp|lt|gt|quot|hellip|nbsp);");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "hellip", "…", "nbsp", " ");

    private RemoteText() {}

    static String plain(String html) {
        Matcher matcher = ENTITY.matcher(html.replaceAll("<[^>]*>", ""));
        String text = matcher.replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "");
        }
        int code = Integer.parseInt(entity.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
