package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The doctor at a real WordPress; run it through {@code wordpress-plugin/tests/with-wordpress}. */
@Tag("wordpress")
class RealSiteDoctorTest {

    private static SiteReport examine(String key) throws Exception {
        return SiteDoctor.builder(RealWordPress.address().toString())
                .apiKey(key)
                .build()
                .examine()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void findsNothingInTheWayOfALogin() throws Exception {
        SiteReport report = examine(RealWordPress.apiKey());

        assertThat(report.obstacle()).as(report.toText()).isEmpty();
        assertThat(report.toText()).contains("Authorization header: arrives");
    }

    @Test
    void findsAWrongKeyWhereThereIsAWall() throws Exception {
        SiteReport report = examine("wrong");

        assertThat(report.obstacle().map(SiteFinding::code).orElse("none"))
                .isEqualTo(RealWordPress.isGuarded() ? "api_key_invalid" : "none");
    }

    @Test
    @Tag("authgate-plugin")
    void findsAMissingKey() throws Exception {
        assertThat(examine(null).obstacle().map(SiteFinding::code)).contains("api_key_not_set");
    }

    @Test
    @Tag("authgate-plugin")
    void tellsWhatRunsThere() throws Exception {
        String issuer = System.getenv("AUTHGATE_WORDPRESS_ISSUER").equals("own") ? "authgate" : "jwt";

        assertThat(examine(RealWordPress.apiKey()).toText())
                .contains("AuthGate 1.0.0, WordPress ")
                .containsIgnoringCase("tokens issued by " + issuer)
                .contains("API key accepted");
    }

    @Test
    @Tag("authgate-plugin")
    void findsThatNobodyMayAskSoOften() throws Exception {
        RealWordPress.forgetAttempts();
        try {
            SiteReport report = examine("wrong");
            for (int guess = 1; guess <= 25 && saysInvalidKey(report); guess++) {
                report = examine("wrong");
            }

            assertThat(report.obstacle().map(SiteFinding::code)).contains("too_many_attempts");
            assertThat(examine(RealWordPress.apiKey()).obstacle()).isEmpty();
        } finally {
            RealWordPress.forgetAttempts();
        }
    }

    private static boolean saysInvalidKey(SiteReport report) {
        return report.obstacle()
                .filter(finding -> finding.code().equals("api_key_invalid"))
                .isPresent();
    }
}
