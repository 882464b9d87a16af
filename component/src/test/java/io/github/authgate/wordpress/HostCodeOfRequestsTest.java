package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that a host brings along with a request of its own: what reads the answer, and what writes the body. */
class HostCodeOfRequestsTest {

    private static final String POSTS = "/wp-json/wp/v2/posts";

    @RegisterExtension
    static final FakeSite site = new FakeSite();

    private WordPressAuthService service;
    private AuthSession session;

    @BeforeEach
    void start() {
        site.works();
        site.stub(any(urlPathEqualTo(POSTS)), FakeSite.json("[]"));
        service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).build());
        session = AuthSession.of(
                AuthUser.builder("7", "ann").site(site.address()).build(),
                AccessToken.of(FakeSite.token(7, 1_000, 4_600), null));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void keepsNobodyFromLoggingInHoweverLongItReadsAnswers() {
        CompletableFuture<String> never = new CompletableFuture<>();
        CompletableFuture<Void> firstReads = new CompletableFuture<>();
        CompletableFuture<Void> secondReads = new CompletableFuture<>();

        service.send(session, get(), read(text -> firstReads.complete(null) ? never.join() : text));
        service.send(session, get(), read(text -> secondReads.complete(null) ? never.join() : text));
        value(firstReads);
        value(secondReads);

        assertThat(value(GoodLogin.login(service)).user().id()).isEqualTo("7");
        never.complete("");
    }

    @Test
    void keepsNobodyFromLoggingInHoweverSlowlyItUploads() throws IOException {
        try (PipedOutputStream nothing = new PipedOutputStream();
                PipedOutputStream nothingEither = new PipedOutputStream()) {
            CompletableFuture<Void> firstIsAsked = upload(new PipedInputStream(nothing));
            CompletableFuture<Void> secondIsAsked = upload(new PipedInputStream(nothingEither));
            value(firstIsAsked);
            value(secondIsAsked);

            assertThat(value(GoodLogin.login(service)).user().id()).isEqualTo("7");
        }
    }

    private CompletableFuture<Void> upload(InputStream stream) {
        CompletableFuture<Void> isAsked = new CompletableFuture<>();
        BodyPublisher body = BodyPublishers.ofInputStream(() -> {
            isAsked.complete(null);
            return stream;
        });
        service.send(session, post(body), BodyHandlers.discarding());
        return isAsked;
    }

    @Test
    void mayReadAStreamWhereItMapsTheAnswer() {
        site.stub(any(urlPathEqualTo(POSTS)), FakeSite.json("x".repeat(100_000)));
        BodyHandler<Integer> handler =
                info -> BodySubscribers.mapping(BodySubscribers.ofInputStream(), HostCodeOfRequestsTest::length);

        assertThat(value(service.send(session, get(), handler)).body()).isEqualTo(100_000);
    }

    private static int length(InputStream stream) {
        try (stream) {
            return stream.readAllBytes().length;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void getsALargeAnswerAndGivesALargeBodyAsTheyAre(@TempDir Path folder) throws IOException {
        String large = "0123456789".repeat(100_000);
        site.stub(any(urlPathEqualTo(POSTS)), FakeSite.json(large));
        Path upload = Files.writeString(folder.resolve("upload"), large);
        Path download = folder.resolve("download");

        value(service.send(session, post(BodyPublishers.ofFile(upload)), BodyHandlers.ofFile(download)));

        assertThat(download).hasContent(large);
        assertThat(site.request(POSTS).getBodyAsString()).isEqualTo(large);
    }

    static Stream<Named<BodyHandler<?>>> handlers() {
        return Stream.of(
                Named.of("discarding", BodyHandlers.discarding()),
                Named.of("ofInputStream", BodyHandlers.ofInputStream()),
                Named.of("ofLines", BodyHandlers.ofLines()),
                Named.of("ofPublisher", BodyHandlers.ofPublisher()),
                Named.of("replacing", BodyHandlers.replacing("x")));
    }

    @ParameterizedTest
    @MethodSource("handlers")
    void getsToSeeNoAnswerWithWhichTheServerTakesTheTokenBack(BodyHandler<?> handler) {
        site.stub(any(urlPathEqualTo(POSTS)), FakeSite.refused(403, "jwt_auth_invalid_token"));

        assertThat(failure(service.send(session, get(), handler)).reason()).isEqualTo(Reason.SESSION_EXPIRED);
    }

    static Stream<Named<BodyHandler<?>>> failingHandlers() {
        return Stream.of(
                Named.of("a handler", info -> {
                    throw new HostsOwn();
                }),
                Named.of("a mapper", read(text -> {
                    throw new HostsOwn();
                })),
                Named.of("a subscriber that is told of its subscription", (BodyHandler<Object>)
                        info -> new Failing(true)),
                Named.of("a subscriber that is given its first bytes", (BodyHandler<Object>)
                        info -> new Failing(false)));
    }

    @ParameterizedTest
    @MethodSource("failingHandlers")
    void endsTheRequestWithWhatItThrowsWhileItReads(BodyHandler<?> handler) {
        assertThat(causeOf(service.send(session, get(), handler))).isInstanceOf(HostsOwn.class);
    }

    @Test
    void endsTheRequestWithWhatItThrowsWhileItWrites() {
        BodyPublisher body = BodyPublishers.ofInputStream(() -> {
            throw new HostsOwn();
        });

        assertThat(causeOf(service.send(session, post(body), BodyHandlers.discarding())))
                .isInstanceOf(HostsOwn.class);
    }

    @Test
    void endsTheRequestWithTheFileThatCannotBeWritten(@TempDir Path folder) {
        BodyHandler<Path> handler =
                BodyHandlers.ofFile(folder.resolve("missing").resolve("report.pdf"));

        assertThat(causeOf(service.send(session, get(), handler))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void endsTheRequestWithTheFileThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("report.pdf"), "x");
        BodyPublisher body = BodyPublishers.ofFile(file);
        Files.delete(file);

        assertThat(causeOf(service.send(session, post(body), BodyHandlers.discarding())))
                .isInstanceOfAny(FileNotFoundException.class, NoSuchFileException.class);
    }

    @Test
    void isNotBlamedForAConnectionThatBreaks() throws IOException {
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
                });
                WordPressAuthService other = WordPressAuthService.create(
                        WordPressConfig.builder(server.address()).build())) {
            AuthSession there = AuthSession.of(
                    AuthUser.builder("7", "ann").site(server.address()).build(), session.accessToken());
            HttpRequest request = HttpRequest.newBuilder(server.address()).build();

            assertThat(failure(other.send(there, request, read(text -> text))).code())
                    .isIn("connection_lost", "malformed_answer");
        }
    }

    @Test
    void leavesTheConnectionToTheNextRequestWhenTheSessionHasEnded() throws IOException {
        String refusal = "{\"code\":\"jwt_auth_invalid_token\"}";
        try (RawServer server = new RawServer(connection -> {
                    for (int i = 0; i < 10; i++) {
                        connection.read();
                        connection.write("HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: "
                                + refusal.length() + "\r\n\r\n" + refusal);
                    }
                });
                WordPressAuthService other = WordPressAuthService.create(
                        WordPressConfig.builder(server.address()).build())) {
            AuthSession there = AuthSession.of(
                    AuthUser.builder("7", "ann").site(server.address()).build(), session.accessToken());
            HttpRequest request = HttpRequest.newBuilder(server.address()).build();

            for (int i = 0; i < 10; i++) {
                assertThat(failure(other.send(there, request, read(text -> text)))
                                .reason())
                        .isEqualTo(Reason.SESSION_EXPIRED);
            }
            assertThat(server.connections()).hasSize(1);
        }
    }

    private static Throwable causeOf(CompletableFuture<?> future) {
        try {
            throw new AssertionError("no failure but " + future.get(20, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static BodyHandler<String> read(Function<String, String> mapper) {
        return info -> BodySubscribers.mapping(BodySubscribers.ofString(StandardCharsets.UTF_8), mapper);
    }

    private static HttpRequest get() {
        return HttpRequest.newBuilder(URI.create(site.address() + POSTS)).build();
    }

    private static HttpRequest post(BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create(site.address() + POSTS))
                .POST(body)
                .build();
    }

    private static final class HostsOwn extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Failing implements BodySubscriber<Object> {

        private final boolean atOnce;

        private Failing(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public CompletableFuture<Object> getBody() {
            return new CompletableFuture<>();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (atOnce) {
                throw new HostsOwn();
            }
            subscription.request(1);
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            throw new HostsOwn();
        }

        @Override
        public void onError(Throwable throwable) {}

        @Override
        public void onComplete() {}
    }
}
