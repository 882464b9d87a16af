package io.github.authgate.keyring;

import io.github.authgate.TokenStore;
import io.github.authgate.TokenStoreContract;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** The store against a real keychain: see {@code keyring/src/test/with-gnome-keyring}. */
@Tag("keyring")
class KeyringTokenStoreTest extends TokenStoreContract {

    private final KeyringTokenStore store = new KeyringTokenStore("AuthGate's own test");

    @BeforeEach
    @AfterEach
    void forgetEverything() throws IOException {
        store.delete("https://example.org");
        store.delete("https://example.org/blog");
    }

    @Override
    protected TokenStore store() {
        return store;
    }
}
