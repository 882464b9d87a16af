package io.github.authgate.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.authgate.AuthException;
import io.github.authgate.AuthUser;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Whatever a server, a file or a person hands over, readers read it or refuse it, and never break. Inputs of the past are in
 * {@code ReadersFuzzTestInputs}; CONTRIBUTING.md says how to look for new ones.
 */
class ReadersFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final String TOKEN = "[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";

    private final UserReader users = new UserReader(URI.create("https://example.org"));
    private final JwtAuthErrors errors = new JwtAuthErrors(Clock.fixed(NOW, ZoneOffset.UTC), true);

    @FuzzTest
    void anAnswerIsReadOrRefused(byte[] body) {
        HttpAnswer answer = Answers.of(200, body, "Content-Type", "application/json");

        assertThat(Acceptance.issuedToken(answer).filter(token -> !token.matches(TOKEN)))
                .isEmpty();
        if (Acceptance.isValidated(answer)) {
            assertThat(answer.code()).contains("jwt_auth_valid_token");
        }
        for (Optional<AuthUser> user : List.of(users.ofMe(answer), users.ofValidation(answer))) {
            assertThat(user.filter(known -> !known.id().matches("[1-9][0-9]*"))).isEmpty();
        }
    }

    @FuzzTest
    void everyRefusalHasAReasonAndACode(byte[] body) {
        for (int status : new int[] {200, 302, 401, 403, 429, 503}) {
            HttpAnswer answer = Answers.of(status, body, "Content-Type", "application/json");

            for (AuthException failure :
                    List.of(errors.ofProbe(answer), errors.ofLogin(answer), errors.ofValidation(answer))) {
                assertThat(failure.code()).matches("[a-z_]+");
            }
            JwtAuthErrors.isNotYetValid(answer);
        }
    }

    @FuzzTest
    void anAddressIsRefusedInOurWordsOrIsItsOwnNormalForm(byte[] typed) {
        URI given;
        try {
            given = URI.create(new String(typed, UTF_8));
        } catch (IllegalArgumentException e) {
            return; // the JDK has refused it
        }
        WordPressConfig config;
        try {
            config = WordPressConfig.builder(given).build();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("The site's address ").doesNotContain("@");
            return;
        }
        URI site = config.site();
        assertThat(WordPressConfig.builder(site).build().site()).isEqualTo(site);
        assertThat(site.getScheme()).isIn("https", "http");
        assertThat(site.getRawUserInfo()).isNull();
        assertThat(site.getRawQuery()).isNull();
        assertThat(site.getRawFragment()).isNull();
        assertThat(site.toString()).doesNotEndWith("/");
        assertThat(SiteAddress.of(site, false).contains(URI.create(site + "/wp-json/")))
                .isTrue();
    }

    @FuzzTest
    void aWaitIsBetweenOneSecondAndFiveMinutes(byte[] header) {
        Optional<Duration> wait =
                RetryAfter.of(Answers.of(429, "", "Retry-After", new String(header, UTF_8)), () -> NOW);

        wait.ifPresent(duration -> assertThat(duration).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5)));
    }

    @FuzzTest
    void claimsAreDatesAndNumbersOrNone(byte[] payload) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);

        for (String token : List.of("a." + encoded + ".c", new String(payload, UTF_8))) {
            JwtClaims claims = JwtClaims.of(token);
            claims.expiresAt()
                    .ifPresent(end -> assertThat(end).isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z")));
            claims.lifetime().ifPresent(lifetime -> assertThat(lifetime).isPositive());
            claims.userId().ifPresent(id -> assertThat(id).matches("[1-9][0-9]*"));
        }
    }

    @FuzzTest
    void nothingButATokenComesOutOfAStoreOrStaysInIt(byte[] stored) throws IOException {
        TokenStore store = TokenStore.inMemory();
        store.save("site", new String(stored, UTF_8));

        Optional<String> loaded = new StoredTokens(store, "site", Runnable::run, limit -> new CompletableFuture<>())
                .load()
                .join();

        assertThat(loaded.filter(token -> !token.matches(TOKEN))).isEmpty();
        assertThat(store.load("site")).isEqualTo(loaded);
    }
}
