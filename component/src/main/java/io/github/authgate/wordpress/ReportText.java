package io.github.authgate.wordpress;

import java.net.URI;
import java.util.List;

/**
 * Writes a report for people to read, and keeps what a server said from being more than a few plain letters in it.
 *
 * <p>Thread-safe; methods do not block.
 */
final class ReportText {

    private static final int LONGEST = 160;

    private ReportText() {}

    /** Returns text from outside as one line of printable ASCII: nothing in it can colour, turn or end a line. */
    static String clean(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(codePoint -> line.append(codePoint >= ' ' && codePoint < 0x7f ? (char) codePoint : '?'));
        return line.toString().strip();
    }

    /** Returns an address without what could be a secret in it: no user, no query, no fragment. */
    static String clean(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return clean(address.getScheme() + "://" + address.getHost() + port + path);
    }

    static String of(String site, List<String> passed, List<SiteFinding> findings) {
        StringBuilder text = new StringBuilder("AuthGate doctor: ").append(site).append('\n');
        for (String step : passed) {
            text.append("\n[good] ").append(step);
        }
        for (SiteFinding finding : findings) {
            text.append(finding.isObstacle() ? "\n[OBSTACLE] " : "\n[note] ").append(finding.code());
            append(text, "For the user: " + finding.forUser());
            append(text, "For the administrator: " + finding.forAdministrator());
            finding.details().forEach(detail -> append(text, detail));
        }
        boolean blocked = findings.stream().anyMatch(SiteFinding::isObstacle);
        return text.append(
                        blocked
                                ? "\n\nNobody can log in until the obstacle is out of the way; what comes after it was"
                                        + " not examined."
                                : "\n\nNothing stands in the way of a login.")
                .append("\nMore about each name: docs/troubleshooting.md\n")
                .toString();
    }

    private static void append(StringBuilder text, String line) {
        text.append("\n  ").append(line);
    }
}
