package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what the plugin AuthGate says about its site ({@code GET authgate/v1/status}).
 *
 * <p>Immutable and thread-safe.
 */
final class SiteStatus {

    private final ObjectNode status;

    SiteStatus(ObjectNode status) {
        this.status = status;
    }

    /** Returns what runs there, as one line, without what the site does not say; empty if it says nothing. */
    String versions() {
        return Stream.of(
                        said("AuthGate ", "authgate", ""),
                        said("WordPress ", "wordpress", ""),
                        said("PHP ", "php", ""),
                        said("tokens issued by ", "issuer", said(" for ", "token_minutes", " minutes")))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String said(String before, String field, String after) {
        String value = text(field);
        return value.isEmpty() ? "" : before + value + after;
    }

    /** Returns what the administrator should know, obstacles last. */
    List<SiteFinding> findings(SiteAddress site) {
        List<SiteFinding> findings = new ArrayList<>();
        if (status.path("conflict").asBoolean(false)) {
            findings.add(new SiteFinding(Cause.PLUGIN_CONFLICT, List.of()));
        }
        boolean isHttps = site.uri().getScheme().equals("https");
        if (isHttps && !status.path("https").asBoolean(true)) {
            findings.add(new SiteFinding(Cause.HTTPS_NOT_SEEN, List.of()));
        }
        String home = text("site");
        if (!home.isEmpty() && !isSameSite(home, site)) {
            findings.add(new SiteFinding(Cause.SITE_ADDRESS_DIFFERS, List.of("Address: " + home)));
        }
        String secretProblem = text("secret_problem");
        if (!secretProblem.isEmpty()) {
            // the plugin neither issues nor accepts anything until that is mended
            findings.add(new SiteFinding(Cause.LOGIN_PLUGIN_UNCONFIGURED, List.of("Secret: " + secretProblem)));
        }
        if (!status.path("limits_work").asBoolean(true)) {
            findings.add(new SiteFinding(Cause.ATTEMPTS_NOT_COUNTED, List.of()));
        }
        return findings;
    }

    private static boolean isSameSite(String home, SiteAddress site) {
        String withoutSlash = home.endsWith("/") ? home.substring(0, home.length() - 1) : home;
        return withoutSlash.equalsIgnoreCase(site.toString());
    }

    private String text(String field) {
        JsonNode value = status.path(field);
        return value.isTextual() || value.isInt() ? ReportText.clean(value.asText()) : "";
    }
}
