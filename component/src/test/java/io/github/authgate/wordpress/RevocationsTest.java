package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RevocationsTest {

    private final List<CompletableFuture<Boolean>> requests = new ArrayList<>();
    private final ManualDelay delay = new ManualDelay();
    private final Revocations revocations = new Revocations(
            token -> {
                requests.add(new CompletableFuture<>());
                return requests.get(requests.size() - 1);
            },
            delay);

    private void fail(Reason reason) {
        requests.get(requests.size() - 1).completeExceptionally(new AuthException(reason));
    }

    @Test
    void aServerThatIsThereIsToldOnce() {
        revocations.revoke("token");
        requests.get(0).complete(true);
        delay.pass(Duration.ofHours(1));

        assertThat(requests).hasSize(1);
        delay.assertNobodyWaits();
    }

    @Test
    void aServerOutOfReachIsToldLater() {
        revocations.revoke("token");
        fail(Reason.SERVER_UNREACHABLE);
        assertThat(requests).hasSize(1);
        delay.pass(Duration.ofSeconds(20));
        assertThat(requests).hasSize(2);
        fail(Reason.SERVER_FAULT);
        delay.pass(Duration.ofMinutes(2));

        assertThat(requests).hasSize(3);
    }

    @Test
    void aServerThatStaysOutOfReachIsLeftAlone() {
        revocations.revoke("token");
        for (int i = 0; i < 10; i++) {
            fail(Reason.SERVER_UNREACHABLE);
            delay.pass(Duration.ofHours(1));
        }

        assertThat(requests).hasSize(4);
        delay.assertNobodyWaits();
    }

    @Test
    void aServerThatRefusesIsNotAskedAgain() {
        revocations.revoke("token");
        fail(Reason.CLIENT_REFUSED);
        delay.pass(Duration.ofHours(1));

        assertThat(requests).hasSize(1);
    }
}
