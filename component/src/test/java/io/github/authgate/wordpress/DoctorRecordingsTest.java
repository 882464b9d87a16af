package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.authgate.wordpress.FakeSite.VALIDATE_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the doctor makes of answers that real servers gave: the table is {@code recordings/diagnoses.txt}. */
class DoctorRecordingsTest {

    /** About when the recordings were made. */
    private static final Clock THEN = Clock.fixed(Instant.parse("2026-11-23T11:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    static Stream<Row> rows() throws IOException {
        try (InputStream in = DoctorRecordingsTest.class.getResourceAsStream("/recordings/diagnoses.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Row::new);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theDoctorFinds(Row row) throws Exception {
        site.worksWithoutOurPlugin();
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), FakeSite.refused(403, "jwt_auth_invalid_token"));
        site.stub(
                row.role.equals("index")
                        ? any(urlMatching("/wp-json/\\?.*|/\\?rest_route=/&.*"))
                        : post(urlPathEqualTo(VALIDATE_PATH)),
                Recording.named(row.name).response());

        SiteReport report = SiteDoctor.builder(
                        WordPressConfig.builder(site.address()).build())
                .surroundings(Surroundings.USUAL.withClock(THEN))
                .build()
                .examine()
                .get(20, TimeUnit.SECONDS);

        assertThat(report.findings().stream()
                        .map(SiteFinding::code)
                        .filter(code -> !code.equals("clock_off"))
                        .collect(Collectors.joining(" ")))
                .as(report.toText())
                .isEqualTo(row.codes);
    }

    @Test
    void theCauseStaysUnknownOnlyWhereOurOwnRequestWasWrong() throws IOException {
        List<String> unknown = rows().filter(row -> row.codes.contains("unexpected_answer"))
                .map(row -> row.name)
                .collect(Collectors.toList());

        assertThat(unknown).containsExactly("18-login-malformed-json", "145-login-bad-nonce");
    }

    static final class Row {

        final String name;
        final String role;
        final String codes;

        Row(String line) {
            String[] cells = line.split("\\|", -1);
            name = cells[0].strip();
            role = cells[1].strip();
            codes = cells[2].strip();
        }

        @Override
        public String toString() {
            return name + " as " + role + ": " + codes;
        }
    }
}
