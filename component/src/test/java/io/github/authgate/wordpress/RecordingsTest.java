package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.authgate.wordpress.FakeSite.TOKEN_PATH;
import static io.github.authgate.wordpress.FakeSite.VALIDATE_PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What real servers answered, and what the client makes of it: the table is {@code recordings/outcomes.txt}. */
class RecordingsTest {

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    private static WordPressAuthService service;

    @BeforeAll
    static void start() {
        service = WordPressAuthService.builder(
                        WordPressConfig.builder(site.address()).build())
                .delay(duration -> duration.toSeconds() < 2
                        ? CompletableFuture.completedFuture(null)
                        : Delay.system().of(duration))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void allElseWorks() {
        site.worksWithoutOurPlugin();
    }

    static Stream<Row> logins() throws IOException {
        return rows().filter(row -> row.call.equals("login"));
    }

    static Stream<Row> validations() throws IOException {
        return rows().filter(row -> row.call.equals("validate"));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void theAnswerToALoginMeans(Row row) {
        site.stub(post(urlPathEqualTo(TOKEN_PATH)), Recording.named(row.name).response());
        // the user of a recorded token is not the one whom users/me names here
        site.stub(get(urlPathEqualTo(FakeSite.ME_PATH)), FakeSite.html(500));

        assertThat(outcome(GoodLogin.login(service))).isEqualTo(row.outcome);
    }

    @ParameterizedTest
    @MethodSource("validations")
    void theAnswerToTheValidationOfAnOldTokenMeans(Row row) {
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), Recording.named(row.name).response());
        AuthSession session = AuthSession.of(
                AuthUser.builder("7", "ann").build(), AccessToken.of(FakeSite.token(7, 1_000, 4_600), null));

        assertThat(outcome(service.revalidate(session))).isEqualTo(row.outcome);
    }

    @ParameterizedTest
    @MethodSource("validations")
    void theAnswerToTheValidationOfAFreshTokenMeansTheSameButNeverAnExpiredSession(Row row) {
        site.stub(post(urlPathEqualTo(VALIDATE_PATH)), Recording.named(row.name).response());
        String expected = row.outcome.startsWith("SESSION_EXPIRED") ? "SERVER_FAULT token_refused" : row.outcome;

        assertThat(outcome(GoodLogin.login(service))).isEqualTo(expected);
    }

    @Test
    void everyRecordingIsInTheTable() throws Exception {
        Path folder = Path.of(RecordingsTest.class.getResource("/recordings").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> recorded = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .collect(Collectors.toList());
            assertThat(rows().map(row -> row.name)).containsExactlyInAnyOrderElementsOf(recorded);
        }
    }

    private static String outcome(CompletableFuture<AuthSession> future) {
        try {
            future.get(20, TimeUnit.SECONDS);
            return "yes";
        } catch (ExecutionException e) {
            AuthException failure = (AuthException) e.getCause();
            return failure.reason() + " " + failure.code();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Row> rows() throws IOException {
        try (InputStream in = RecordingsTest.class.getResourceAsStream("/recordings/outcomes.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Row::new);
        }
    }

    static final class Row {

        final String name;
        final String call;
        final String outcome;

        Row(String line) {
            String[] cells = line.split("\\|");
            name = cells[0].strip();
            call = cells[1].strip();
            outcome = cells[2].strip();
        }

        @Override
        public String toString() {
            return name + ": " + outcome;
        }
    }
}
