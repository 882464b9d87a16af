package io.github.authgate;

class InMemoryTokenStoreTest extends TokenStoreContract {

    private final TokenStore store = TokenStore.inMemory();

    @Override
    protected TokenStore store() {
        return store;
    }
}
