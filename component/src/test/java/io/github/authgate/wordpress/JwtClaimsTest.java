package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtClaimsTest {

    @Test
    void readsWhatTheJwtPluginWrites() {
        JwtClaims claims = JwtClaims.of(FakeSite.token(7, 1_795_431_256, 1_796_036_056));

        assertThat(claims.expiresAt()).contains(Instant.ofEpochSecond(1_796_036_056));
        assertThat(claims.lifetime()).contains(Duration.ofDays(7));
        assertThat(claims.userId()).contains("7");
    }

    @Test
    void readsAUserIdThatIsANumber() {
        assertThat(JwtClaims.of(FakeSite.token("{\"data\":{\"user\":{\"id\":12}}}"))
                        .userId())
                .contains("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"1796036056\"",
                "1796036056.5",
                "1e9",
                "-1",
                "0",
                "true",
                "[1796036056]",
                "{}",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551621", // which is 5 to whoever cuts it to 64 bits
                "253402300800",
            })
    void anExpiryThatIsNoDateIsNone(String exp) {
        JwtClaims claims = JwtClaims.of(FakeSite.token("{\"iat\":1,\"exp\":" + exp + "}"));

        assertThat(claims.expiresAt()).isEmpty();
        assertThat(claims.lifetime()).isEmpty();
    }

    @Test
    void theLastSecondOfTheYear9999IsADate() {
        assertThat(JwtClaims.of(FakeSite.token("{\"exp\":253402300799}")).expiresAt())
                .contains(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void aTokenThatEndsBeforeOrWhenItBeginsHasNoLifetime() {
        assertThat(JwtClaims.of(FakeSite.token(7, 2_000, 1_000)).lifetime()).isEmpty();
        assertThat(JwtClaims.of(FakeSite.token(7, 2_000, 2_000)).lifetime()).isEmpty();
        assertThat(JwtClaims.of(FakeSite.token(7, 2_000, 2_001)).lifetime()).contains(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1abc\"", "\"\"", "\" 7\"", "\"-7\"", "0", "-7", "7.5", "true", "[7]", "{}", "null"})
    void aUserIdThatIsNoNumberIsNone(String id) {
        assertThat(JwtClaims.of(FakeSite.token("{\"data\":{\"user\":{\"id\":" + id + "}}}"))
                        .userId())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "a.b", "a.b.c", "a.!!!!.c", "a..c", "a.b.c.d", "a.W10.c"})
    void aTokenWithoutLegibleClaimsHasNone(String token) {
        JwtClaims claims = JwtClaims.of(token);

        assertThat(claims.expiresAt()).isEmpty();
        assertThat(claims.userId()).isEmpty();
    }
}
