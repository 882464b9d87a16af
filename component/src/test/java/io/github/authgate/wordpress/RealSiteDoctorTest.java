package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The doctor at a real WordPress; run it through {@code wordpress-plugin/tests/with-wordpress}. */
@Tag("wordpress")
class RealSiteDoctorTest {

    private static SiteReport examine(String key) throws Exception {
        return SiteDoctor.builder(System.getenv("AUTHGATE_WORDPRESS_URL"))
                .apiKey(key)
                .build()
                .examine()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void findsNothingInTheWayOfALogin() throws Exception {
        SiteReport report = examine(System.getenv("AUTHGATE_API_KEY"));

        assertThat(report.obstacle()).as(report.toText()).isEmpty();
        assertThat(report.toText()).contains("Authorization header: arrives");
    }

    @Test
    void findsAWrongKeyWhereThereIsAWall() throws Exception {
        SiteReport report = examine("wrong");
        boolean isGuarded = System.getenv("AUTHGATE_API_KEY") != null;

        assertThat(report.obstacle().map(SiteFinding::code).orElse("none"))
                .isEqualTo(isGuarded ? "api_key_invalid" : "none");
    }
}
