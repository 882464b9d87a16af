package io.github.authgate.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthSession;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real keychain whose daemon has stopped to answer, as it does while it waits for somebody at another screen. */
@Tag("keyring")
class HungKeychainTest {

    private final WordPressAuthService service = WordPressAuthService.builder(
                    WordPressConfig.builder(URI.create("http://127.0.0.1:9")).build())
            .tokenStore(new KeyringTokenStore("AuthGate's own test"))
            .build();

    @BeforeEach
    void stopTheDaemon() throws Exception {
        signal("-STOP");
    }

    @AfterEach
    void letTheDaemonGoOn() throws Exception {
        signal("-CONT");
        service.close();
    }

    private static void signal(String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", signal, System.getenv("AUTHGATE_KEYRING_PID")).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void aServiceWhoseKeychainHangsHasNothingStoredSoThatTheFormAppears() throws Exception {
        CompletableFuture<Optional<AuthSession>> restored = service.restore();

        // the promise is 5 s; D-Bus itself would wait for 25
        assertThat(restored.get(6, TimeUnit.SECONDS)).isEmpty();
    }
}
