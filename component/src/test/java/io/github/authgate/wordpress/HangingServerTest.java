package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that falls silent in the middle of a login, at each of the places where it can. */
class HangingServerTest {

    private static final String BEGINNING =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";

    private static final List<String> ANSWERS = List.of(
            "{'name':'x','namespaces':['jwt-auth/v1']}",
            "{'token':'" + FakeSite.token(7, 1_000, 4_600) + "','user_nicename':'ann'}");

    /** Where it falls silent. */
    enum Place {
        BEFORE_THE_INDEX(0, ""),
        IN_THE_INDEX(0, BEGINNING),
        BEFORE_THE_TOKEN(1, ""),
        IN_THE_TOKEN(1, BEGINNING),
        BEFORE_THE_VALIDATION(2, ""),
        IN_THE_VALIDATION(2, BEGINNING);

        private final int answersBefore;
        private final String lastWords;

        Place(int answersBefore, String lastWords) {
            this.answersBefore = answersBefore;
            this.lastWords = lastWords;
        }
    }

    private final ManualDelay delay = new ManualDelay();
    private final CompletableFuture<Void> silent = new CompletableFuture<>();

    @ParameterizedTest
    @EnumSource(Place.class)
    void theDeadlineEndsTheLoginAndTheConnection(Place place) throws IOException {
        try (RawServer server = hangingAt(place);
                WordPressAuthService service = service(server)) {
            CompletableFuture<AuthSession> login = login(service);
            value(silent);
            assertThat(login).isNotDone();

            delay.pass(Duration.ofSeconds(15));

            assertThat(failure(login).reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
            assertThat(failure(login).code()).isEqualTo("timeout");
            value(server.connections().get(0).closed());
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void cancellingEndsTheConnectionAndTheTimers(Place place) throws IOException {
        try (RawServer server = hangingAt(place);
                WordPressAuthService service = service(server)) {
            CompletableFuture<AuthSession> login = login(service);
            value(silent);

            login.cancel(true);

            value(server.connections().get(0).closed());
            delay.awaitNobodyWaiting();
        }
    }

    private RawServer hangingAt(Place place) {
        return new RawServer(connection -> {
            for (String answer : ANSWERS.subList(0, place.answersBefore)) {
                connection.read();
                connection.answer(answer);
            }
            connection.read();
            connection.write(place.lastWords);
            silent.complete(null);
            connection.waitForEnd();
        });
    }

    private WordPressAuthService service(RawServer server) {
        return WordPressAuthService.builder(
                        WordPressConfig.builder(server.address()).build())
                .delay(delay)
                .build();
    }

    private static CompletableFuture<AuthSession> login(WordPressAuthService service) {
        try (Credentials credentials = new Credentials("ann", "secret".toCharArray(), false)) {
            return service.login(credentials);
        }
    }
}
