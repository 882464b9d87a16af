package io.github.authgate.keyring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The store on a machine that has no keychain; Surefire takes the session bus away. */
class NoKeychainTest {

    private final KeyringTokenStore store = new KeyringTokenStore("AuthGate's own test");

    @Test
    void everyCallFailsInWordsThatSayNothingSecret() {
        assertThatThrownBy(() -> store.load("https://example.org")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.save("https://example.org", "canary"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("canary")
                .hasNoCause();
        assertThatThrownBy(() -> store.delete("https://example.org")).isInstanceOf(IOException.class);
    }

    @Test
    void theEntriesNeedAName() {
        assertThatThrownBy(() -> new KeyringTokenStore(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
