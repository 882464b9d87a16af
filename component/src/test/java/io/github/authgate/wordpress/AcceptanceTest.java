package io.github.authgate.wordpress;

import static io.github.authgate.wordpress.Answers.json;
import static io.github.authgate.wordpress.Answers.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptanceTest {

    private static final String TOKEN = "eyJ0.eyJp.c2ln-_";
    private static final String ISSUED = "{\"token\":\"" + TOKEN + "\",\"user_nicename\":\"ann\"}";
    private static final String USEFUL_TEAMS =
            "{\"success\":true,\"statusCode\":200,\"code\":\"jwt_auth_valid_credential\",\"data\":{\"token\":\"" + TOKEN
                    + "\"}}";
    private static final String VALID = "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200}}";

    @Test
    void aTokenInAGoodAnswerIsIssued() {
        assertThat(Acceptance.issuedToken(json(200, ISSUED))).contains(TOKEN);
        assertThat(Acceptance.issuedToken(json(200, USEFUL_TEAMS))).contains(TOKEN);
    }

    @Test
    void theWordOfTheServerIsAYes() {
        assertThat(Acceptance.isValidated(json(200, VALID))).isTrue();
        assertThat(Acceptance.isValidated(json(200, "{\"code\":\"jwt_auth_valid_token\"}")))
                .isTrue();
        assertThat(Acceptance.isValidated(json(
                        200, "{\"success\":true,\"statusCode\":200,\"code\":\"jwt_auth_valid_token\",\"data\":[]}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 201, 202, 203, 204, 205, 206, 226, 299, 301, 304, 400, 401, 403, 404, 429, 500, 503, 999})
    void noStatusButExactly200IsGood(int status) {
        assertThat(Acceptance.issuedToken(json(status, ISSUED))).isEmpty();
        assertThat(Acceptance.isValidated(json(status, VALID))).isFalse();
    }

    @Test
    void noMediaTypeButJsonIsGood() {
        for (String type : List.of("text/html", "text/json", "application/jsonp", "application/json+x", "")) {
            assertThat(Acceptance.isValidated(of(200, VALID, "Content-Type", type)))
                    .as(type)
                    .isFalse();
        }
        assertThat(Acceptance.isValidated(of(200, VALID))).isFalse();
        assertThat(Acceptance.isValidated(of(200, VALID, "Content-Type", "Application/JSON;charset=utf-8")))
                .isTrue();
    }

    @Test
    void anEncodedAnswerIsNotGood() {
        assertThat(Acceptance.isValidated(
                        of(200, VALID, "Content-Type", "application/json", "Content-Encoding", "gzip")))
                .isFalse();
        assertThat(Acceptance.isValidated(
                        of(200, VALID, "Content-Type", "application/json", "Content-Encoding", "identity")))
                .isTrue();
    }

    @Test
    void anAnswerFromACacheIsNotGood() {
        assertThat(Acceptance.isValidated(of(200, VALID, "Content-Type", "application/json", "Age", "30")))
                .isFalse();
        assertThat(Acceptance.issuedToken(of(200, ISSUED, "Content-Type", "application/json", "Age", "30")))
                .isEmpty();
        assertThat(Acceptance.isValidated(of(200, VALID, "Content-Type", "application/json", "Age", "0")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"token\":null}",
                "{\"token\":1}",
                "{\"token\":true}",
                "{\"token\":[\"a.b.c\"]}",
                "{\"token\":{\"a\":\"a.b.c\"}}",
                "{\"token\":\"\"}",
                "{\"token\":\" \"}",
                "{\"token\":\"a.b.c \"}",
                "{\"token\":\" a.b.c\"}",
                "{\"token\":\"a.b.c\\r\\nX: y\"}",
                "{\"token\":\"a.b.\\u0000c\"}",
                "{\"token\":\"a.b.c\\u00e4\"}",
                "{\"token\":\"a.b.c\\n\"}",
                "{\"token\":\"abc\"}",
                "{\"token\":\"a.b\"}",
                "{\"token\":\"a.b.c.d\"}",
                "{\"token\":\"a..c\"}",
                "{\"token\":\"a.b.\"}",
                "{\"token\":\"a.b.c=\"}",
                "{\"token\":\"a.b.c\",\"token\":\"a.b.d\"}",
                "{\"token\":\"a.b.c\"} ",
                "{\"Token\":\"a.b.c\"}",
                "{\"token\":\"a.b.c\",\"code\":\"[jwt_auth] incorrect_password\"}",
                "{\"token\":\"a.b.c\",\"success\":true}",
                "{\"body\":{\"token\":\"a.b.c\"},\"status\":200}",
                "{\"success\":true,\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":false,\"statusCode\":200,\"code\":\"jwt_auth_valid_credential\",\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":\"true\",\"statusCode\":200,\"code\":\"jwt_auth_valid_credential\",\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":true,\"statusCode\":403,\"code\":\"jwt_auth_valid_credential\",\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":true,\"statusCode\":\"200\",\"code\":\"jwt_auth_valid_credential\",\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":true,\"statusCode\":200,\"code\":\"other\",\"data\":{\"token\":\"a.b.c\"}}",
                "{\"success\":true,\"statusCode\":200,\"code\":\"jwt_auth_valid_credential\",\"token\":\"a.b.c\"}",
            })
    void noOtherAnswerIssuesAToken(String body) {
        boolean onlyBlankBehind = body.endsWith("} ");

        assertThat(Acceptance.issuedToken(json(200, body)).isPresent()).isEqualTo(onlyBlankBehind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"data\":{\"status\":200}}",
                "{\"code\":null}",
                "{\"code\":[\"jwt_auth_valid_token\"]}",
                "{\"code\":\"jwt_auth_valid_token \"}",
                "{\"code\":\"JWT_AUTH_VALID_TOKEN\"}",
                "{\"code\":\"jwt_auth_invalid_token\",\"data\":{\"status\":200}}",
                "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":403}}",
                "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":\"200\"}}",
                "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":null}}",
                "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200.0}}",
                "{\"code\":\"jwt_auth_valid_token\",\"code\":\"jwt_auth_valid_token\"}",
                "{\"body\":{\"code\":\"jwt_auth_valid_token\"},\"status\":200}",
                "{\"success\":false,\"code\":\"jwt_auth_valid_token\"}",
                "{\"success\":1,\"code\":\"jwt_auth_valid_token\"}",
                "{\"success\":true,\"statusCode\":401,\"code\":\"jwt_auth_valid_token\"}",
                "{\"success\":true,\"code\":\"jwt_auth_invalid_token\"}",
            })
    void noOtherAnswerValidatesAToken(String body) {
        assertThat(Acceptance.isValidated(json(200, body))).isFalse();
    }

    @Test
    void aTokenFitsIntoTheHeadersThatServersAccept() {
        String longest = "a.b." + "c".repeat(7_900 - 4);

        assertThat(Acceptance.isToken(longest)).isTrue();
        assertThat(Acceptance.isToken(longest + "c")).isFalse();
    }

    @Test
    void aBodyBeyondTheLimitIsNotRead() {
        String padding = " ".repeat(BoundedBody.LIMIT - VALID.length());

        assertThat(Acceptance.isValidated(json(200, VALID + padding))).isTrue();
        assertThat(Acceptance.isValidated(json(200, VALID + padding + " "))).isFalse();
    }
}
