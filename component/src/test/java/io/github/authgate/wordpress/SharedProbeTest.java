package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedProbeTest {

    private final List<CompletableFuture<Site>> probes = new ArrayList<>();
    private final SharedProbe shared = new SharedProbe(() -> {
        probes.add(new CompletableFuture<>());
        return probes.get(probes.size() - 1);
    });

    static Site site() {
        SiteAddress address = WordPressConfig.builder(URI.create("https://example.org"))
                .build()
                .address();
        return Site.of(address, RestRoot.pretty(address), JsonNodeFactory.instance.objectNode());
    }

    @Test
    void allWhoAskAtTheSameTimeShareOneProbe() {
        CompletableFuture<Site> first = shared.site();
        CompletableFuture<Site> second = shared.site();
        Site site = site();
        probes.get(0).complete(site);

        assertThat(value(first)).isSameAs(site);
        assertThat(value(second)).isSameAs(site);
        assertThat(value(shared.site())).isSameAs(site);
        assertThat(probes).hasSize(1);
    }

    @Test
    void whoGivesUpLeavesItToTheOthers() {
        CompletableFuture<Site> preparation = shared.site();
        CompletableFuture<Site> login = shared.site();
        preparation.cancel(true);
        probes.get(0).complete(site());

        assertThat(login).isCompleted();
    }

    @Test
    void theLastWhoGivesUpEndsItAndTheNextBeginsAnew() {
        CompletableFuture<Site> first = shared.site();
        CompletableFuture<Site> second = shared.site();
        first.cancel(true);
        second.cancel(true);

        assertThat(probes.get(0)).isCancelled();

        CompletableFuture<Site> third = shared.site();
        probes.get(1).complete(site());

        assertThat(third).isCompleted();
    }

    @Test
    void afterAFailureTheNextAsksAnew() {
        shared.site();
        probes.get(0).completeExceptionally(new IOException());
        shared.site();

        assertThat(probes).hasSize(2);
        assertThat(probes.get(1)).isNotDone();
    }

    @Test
    void whatHasBeenFoundOutIsNotForgottenWhenNobodyWaits() {
        shared.site();
        probes.get(0).complete(site());
        shared.site().cancel(true);
        shared.site();

        assertThat(probes).hasSize(1);
    }

    @Test
    void onDemandTheSiteIsAskedAgain() {
        shared.site();
        probes.get(0).complete(site());
        shared.forget();
        shared.site();

        assertThat(probes).hasSize(2);
    }
}
