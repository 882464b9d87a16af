package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while the user types. */
class WarmUpTest {

    private static final String INDEX = "{'name':'Ann','namespaces':['jwt-auth/v1','authgate/v1']}";

    private final BackgroundThreads threads = new BackgroundThreads(Duration.ofSeconds(1));
    private final CompletableFuture<SiteInfo> site = new CompletableFuture<>();
    private final AtomicInteger probes = new AtomicInteger();
    private final List<Thread> clientLoadedBy = new CopyOnWriteArrayList<>();
    private final AtomicInteger rehearsals = new AtomicInteger();
    private final CompletableFuture<Void> clientLoading = new CompletableFuture<>();
    private CompletableFuture<Void> clientLoads = CompletableFuture.completedFuture(null);

    @AfterEach
    void stop() {
        threads.close();
    }

    private WarmUp warmUp(Runnable rehearsal) {
        return new WarmUp(threads, this::load, this::probe, rehearsal);
    }

    private void load() {
        clientLoadedBy.add(Thread.currentThread());
        clientLoading.complete(null);
        clientLoads.join();
    }

    private CompletableFuture<SiteInfo> probe() {
        probes.incrementAndGet();
        return site;
    }

    /** Returns when both threads have come to the end of what they were asked for. */
    private void waitForThreads() {
        CyclicBarrier both = new CyclicBarrier(2);
        Runnable meet = () -> {
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new AssertionError(e);
            }
        };
        value(CompletableFuture.allOf(
                CompletableFuture.runAsync(meet, threads), CompletableFuture.runAsync(meet, threads)));
    }

    @Test
    void theCallerLoadsNothing() {
        warmUp(rehearsals::incrementAndGet).start();
        waitForThreads();

        assertThat(clientLoadedBy).hasSize(1).doesNotContain(Thread.currentThread());
    }

    @Test
    void theLoginIsRehearsedByTheFirstWarmUpOnly() {
        WarmUp warmUp = warmUp(rehearsals::incrementAndGet);
        site.completeExceptionally(new IOException());
        value(warmUp.start());
        waitForThreads();
        int first = rehearsals.get();
        value(warmUp.start());
        waitForThreads();

        assertThat(first).isPositive();
        assertThat(rehearsals).hasValue(first);
        assertThat(probes).hasValue(2);
    }

    @Test
    void whoGivesUpBeforeItBeginsIsAnsweredByNothing() {
        CompletableFuture<Void> busy = new CompletableFuture<>();
        threads.execute(busy::join);
        threads.execute(busy::join);
        warmUp(rehearsals::incrementAndGet).start().cancel(true);
        busy.complete(null);
        waitForThreads();

        assertThat(clientLoadedBy).isEmpty();
        assertThat(probes).hasValue(0);
    }

    @Test
    void whoGivesUpMeanwhileStopsTheProbeAndTheRehearsal() {
        clientLoads = new CompletableFuture<>();
        CompletableFuture<Optional<SiteInfo>> preparing =
                warmUp(rehearsals::incrementAndGet).start();
        value(clientLoading);
        preparing.cancel(true);
        clientLoads.complete(null);
        waitForThreads();

        assertThat(probes).hasValue(0);
        assertThat(rehearsals).hasValue(0);
    }

    @Test
    void whoGivesUpDuringTheProbeEndsTheProbe() {
        CompletableFuture<Optional<SiteInfo>> preparing =
                warmUp(rehearsals::incrementAndGet).start();
        waitForThreads();
        preparing.cancel(true);

        assertThat(site).isCancelled();
    }

    @Test
    void whatGoesWrongIsNobodysBusinessYet() {
        clientLoads = CompletableFuture.failedFuture(new IllegalStateException("no TLS here"));

        assertThat(value(warmUp(rehearsals::incrementAndGet).start())).isEmpty();
    }

    @Test
    void aRehearsalThatFailsLeavesTheAnswerOfTheSiteAlone() {
        WarmUp warmUp = warmUp(() -> {
            throw new AssertionError("broken");
        });
        site.complete(SharedProbeTest.site().info());

        assertThat(value(warmUp.start())).isPresent();
    }

    @Test
    void aRehearsalIsALoginThatTheRealCodeAccepts() {
        WordPressConfig config =
                WordPressConfig.builder(URI.create("https://example.org")).build();
        Delay never = duration -> new CompletableFuture<>();
        Clock clock = Clock.systemUTC();
        Rehearsal rehearsal =
                new Rehearsal(config, new JwtAuthErrors(clock, false), new UserReader(config.site()), clock, never);

        AuthSession session = value(rehearsal.login());

        assertThat(session.user().roles()).containsExactly("editor");
    }

    @Test
    void oneConnectionServesTheProbeBothCallsOfALoginAndTheRequestsOfTheHost() throws IOException {
        try (RawServer server = new RawServer(WarmUpTest::work);
                WordPressAuthService service = WordPressAuthService.create(
                        WordPressConfig.builder(server.address()).build())) {
            value(service.prepare());
            AuthSession session = value(service.login(new Credentials("ann", "secret".toCharArray(), false)));
            HttpRequest posts = HttpRequest.newBuilder(URI.create(server.address() + "/wp-json/wp/v2/posts"))
                    .build();
            value(service.send(session, posts, BodyHandlers.ofString()));
            value(service.revalidate(session));

            assertThat(server.connections()).hasSize(1);
            assertThat(server.connections().get(0).requests())
                    .extracting(line -> line.split("[ ?]")[1])
                    .containsExactly(
                            "/wp-json/",
                            "/wp-json/jwt-auth/v1/token",
                            "/wp-json/jwt-auth/v1/token/validate",
                            "/wp-json/wp/v2/posts",
                            "/wp-json/jwt-auth/v1/token/validate");
        }
    }

    @Test
    void aPreparationThatNobodyWaitsForHangsUp() throws IOException {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        try (RawServer server = new RawServer(connection -> {
                    connection.read();
                    asked.complete(null);
                    connection.waitForEnd();
                });
                WordPressAuthService service = WordPressAuthService.create(
                        WordPressConfig.builder(server.address()).build())) {
            CompletableFuture<Optional<SiteInfo>> preparing = service.prepare();
            value(asked);
            preparing.cancel(true);

            value(server.connections().get(0).closed());
        }
    }

    @Test
    void afterTheEndOfTheServiceThereIsNothingToPrepare() {
        WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(URI.create("https://example.org")).build());
        service.close();

        assertThat(value(service.prepare())).isEmpty();
        assertThat(failure(service.login(new Credentials("ann", "secret".toCharArray(), false)))
                        .code())
                .isEqualTo("service_closed");
    }

    /** Answers like a site with our plugin, to the order of requests in a login, until the client hangs up. */
    private static void work(RawServer.Connection connection) throws IOException {
        while (true) {
            String request = connection.read();
            if (request.contains("/token/validate")) {
                connection.answer("{'code':'jwt_auth_valid_token','data':{'status':200,'user':"
                        + "{'id':7,'name':'ann','roles':[],'capabilities':{}}}}");
            } else if (request.contains("/token")) {
                connection.answer("{'token':'" + FakeSite.token(7, 1_000, 4_600) + "'}");
            } else {
                connection.answer(INDEX);
            }
        }
    }
}
