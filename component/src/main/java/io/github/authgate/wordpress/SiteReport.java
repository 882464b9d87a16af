package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link SiteDoctor} found out about a site, in the order in which a login meets it.
 *
 * <p>Immutable and thread-safe. It holds no secret and may be copied into a ticket.
 */
public final class SiteReport {

    private final String site;
    private final List<String> passed;
    private final List<SiteFinding> findings;

    SiteReport(String site, List<String> passed, List<SiteFinding> findings) {
        this.site = site;
        this.passed = List.copyOf(passed);
        this.findings = List.copyOf(findings);
    }

    /**
     * Returns what was found beside what is as it should be.
     *
     * @return the findings, notes first; an obstacle, if there is one, is the last
     */
    public List<SiteFinding> findings() {
        return findings;
    }

    /**
     * Returns what keeps everybody from logging in.
     *
     * @return the first obstacle, behind which nothing was examined; empty if there is none
     */
    public Optional<SiteFinding> obstacle() {
        return findings.stream().filter(SiteFinding::isObstacle).findFirst();
    }

    /**
     * Returns the exit status for a program that prints the report.
     *
     * @return 0 if nothing stands in the way of a login, 1 if something does
     */
    public int exitStatus() {
        return obstacle().isPresent() ? 1 : 0;
    }

    /**
     * Returns the report for people.
     *
     * @return plain text of several lines
     */
    public String toText() {
        return ReportText.of(site, passed, findings);
    }

    /**
     * Returns the report for programs.
     *
     * @return one JSON object: {@code site}, {@code healthy}, {@code passed}, {@code findings} with {@code code},
     *     {@code obstacle}, {@code user}, {@code administrator} and {@code details}
     */
    public String toJson() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("site", site);
        report.put("healthy", obstacle().isEmpty());
        passed.forEach(report.putArray("passed")::add);
        ArrayNode list = report.putArray("findings");
        for (SiteFinding finding : findings) {
            ObjectNode node = list.addObject();
            node.put("code", finding.code());
            node.put("obstacle", finding.isObstacle());
            node.put("user", finding.forUser());
            node.put("administrator", finding.forAdministrator());
            finding.details().forEach(node.putArray("details")::add);
        }
        return report.toPrettyString();
    }

    /** Returns the codes only. */
    @Override
    public String toString() {
        return "SiteReport[" + site + ", " + findings + "]";
    }
}
