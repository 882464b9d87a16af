package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
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
        assertThat(Acceptance.issuedToken(answer(200, ISSUED))).contains(TOKEN);
        assertThat(Acceptance.issuedToken(answer(200, USEFUL_TEAMS))).contains(TOKEN);
    }

    @Test
    void theWordOfTheServerIsAYes() {
        assertThat(Acceptance.isValidated(answer(200, VALID))).isTrue();
        assertThat(Acceptance.isValidated(answer(200, "{\"code\":\"jwt_auth_valid_token\"}")))
                .isTrue();
        assertThat(Acceptance.isValidated(answer(
                        200, "{\"success\":true,\"statusCode\":200,\"code\":\"jwt_auth_valid_token\",\"data\":[]}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 201, 202, 203, 204, 205, 206, 226, 299, 301, 304, 400, 401, 403, 404, 429, 500, 503, 999})
    void noStatusButExactly200IsGood(int status) {
        assertThat(Acceptance.issuedToken(answer(status, ISSUED))).isEmpty();
        assertThat(Acceptance.isValidated(answer(status, VALID))).isFalse();
    }

    @Test
    void noMediaTypeButJsonIsGood() {
        for (String type : List.of("text/html", "text/json", "application/jsonp", "application/json+x", "")) {
            assertThat(Acceptance.isValidated(answer(200, Map.of("Content-Type", type), VALID)))
                    .as(type)
                    .isFalse();
        }
        assertThat(Acceptance.isValidated(answer(200, Map.of(), VALID))).isFalse();
        assertThat(Acceptance.isValidated(answer(200, Map.of("Content-Type", "Application/JSON;charset=utf-8"), VALID)))
                .isTrue();
    }

    @Test
    void anEncodedAnswerIsNotGood() {
        assertThat(Acceptance.isValidated(
                        answer(200, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), VALID)))
                .isFalse();
        assertThat(Acceptance.isValidated(
                        answer(200, Map.of("Content-Type", "application/json", "Content-Encoding", "identity"), VALID)))
                .isTrue();
    }

    @Test
    void anAnswerFromACacheIsNotGood() {
        assertThat(Acceptance.isValidated(answer(200, Map.of("Content-Type", "application/json", "Age", "30"), VALID)))
                .isFalse();
        assertThat(Acceptance.issuedToken(answer(200, Map.of("Content-Type", "application/json", "Age", "30"), ISSUED)))
                .isEmpty();
        assertThat(Acceptance.isValidated(answer(200, Map.of("Content-Type", "application/json", "Age", "0"), VALID)))
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

        assertThat(Acceptance.issuedToken(answer(200, body)).isPresent()).isEqualTo(onlyBlankBehind);
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
        assertThat(Acceptance.isValidated(answer(200, body))).isFalse();
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

        assertThat(Acceptance.isValidated(answer(200, VALID + padding))).isTrue();
        assertThat(Acceptance.isValidated(answer(200, VALID + padding + " "))).isFalse();
    }

    private static HttpAnswer answer(int status, String body) {
        return answer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body);
    }

    private static HttpAnswer answer(int status, Map<String, String> headers, String body) {
        Map<String, List<String>> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        HttpHeaders httpHeaders = HttpHeaders.of(lists, (name, value) -> true);
        return HttpAnswer.of(status, httpHeaders, read(body));
    }

    private static BoundedBody read(String text) {
        HttpResponse.BodySubscriber<BoundedBody> subscriber =
                BoundedBody.handler().apply(null);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture().join();
    }
}
