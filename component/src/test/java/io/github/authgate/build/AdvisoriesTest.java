package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of advisories says yes and no at the right versions, and is read now and then. */
class AdvisoriesTest {

    private static final String LIST = "{'checked': '2026-01-01', 'staleAfterDays': 60, 'libraries': {"
            + "'a:quiet': [],"
            + "'a:loud': [{'id': 'CVE-1', 'affected': [['2.0.0', '2.12.6.1'], ['2.13.0', '2.13.2']]}]}}";

    private final Advisories advisories = advisories();

    private static Advisories advisories() {
        try {
            return new Advisories(new JsonMapper().readTree(LIST.replace('\'', '"')));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "2.9", "2.12.6", "2.13.0", "2.13.1"})
    void aVersionWithinARangeIsAffected(String version) {
        assertThat(advisories.of("a:loud", version)).containsExactly("a:loud " + version + " has CVE-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "2.12.6.1", "2.12.10", "2.13.2", "2.13.10", "3.0"})
    void aVersionOutsideEveryRangeIsNot(String version) {
        assertThat(advisories.of("a:loud", version)).isEmpty();
    }

    @Test
    void aLibraryWithoutAdvisoriesIsKnownAndAnUnlistedOneIsNot() {
        assertThat(List.of("a:quiet", "a:loud")).allMatch(advisories::knows);
        assertThat(advisories.knows("a:stranger")).isFalse();
    }

    @Test
    void aListIsStaleAfterItsDays() {
        assertThat(advisories.isStale(LocalDate.parse("2026-03-02"))).isFalse();
        assertThat(advisories.isStale(LocalDate.parse("2026-03-03"))).isTrue();
    }

    @Test
    void aReleaseNeedsAFreshListAndAnyOtherBuildOnlySaysSo() throws IOException {
        // age is no property of the source: what was fit to be built then can be built for ever
        boolean stale = Advisories.read().isStale(LocalDate.now());
        if (stale) {
            System.getLogger(AdvisoriesTest.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            ".config/advisories.json is stale: read its sources again, and set the date.");
        }
        assertThat(stale && System.getProperty("advisories.stale", "warn").equals("fail"))
                .isFalse();
    }
}
