package io.github.authgate;

import java.io.IOException;
import java.util.Optional;

/**
 * A place that keeps one secret per key between two starts of a program.
 *
 * <p>The service that uses a store calls it off the event dispatch thread, one call at a time, so implementations may
 * block and need no locks of their own. They neither log nor interpret the secret.
 *
 * <p>Keys are site addresses: a token saved for one site is never found under another.
 */
public interface TokenStore {

    /**
     * Returns the secret that was saved last under the key.
     *
     * @param key the address of a site
     * @return the secret; empty if there is none
     * @throws IOException if the store cannot be read
     */
    Optional<String> load(String key) throws IOException;

    /**
     * Saves the secret in place of any other under the same key. Either all of it is stored or the old one stays.
     *
     * @param key the address of a site
     * @param secret what to keep
     * @throws IOException if the store cannot be written
     */
    void save(String key, String secret) throws IOException;

    /**
     * Deletes the secret under the key. Deleting what is not there succeeds.
     *
     * @param key the address of a site
     * @throws IOException if the secret may still be there
     */
    void delete(String key) throws IOException;

    /**
     * Creates a store that forgets everything when the program ends.
     *
     * @return an empty store
     */
    static TokenStore inMemory() {
        return new InMemoryTokenStore();
    }
}
