package io.github.authgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} does. A test of an implementation extends this and changes nothing. */
public abstract class TokenStoreContract {

    private static final String SITE = "https://example.org";

    /** Returns the store under test; the same contents at every call during one test. */
    protected abstract TokenStore store() throws IOException;

    @Test
    void isEmptyAtFirst() throws IOException {
        assertThat(store().load(SITE)).isEmpty();
    }

    @Test
    void findsWhatWasSaved() throws IOException {
        store().save(SITE, "secret-ä€漢");

        assertThat(store().load(SITE)).contains("secret-ä€漢");
    }

    @Test
    void theLastOneSavedReplacesTheOneBefore() throws IOException {
        store().save(SITE, "a much longer secret than the one that follows");
        store().save(SITE, "short");

        assertThat(store().load(SITE)).contains("short");
    }

    @Test
    void aSecretOfOneSiteIsNotFoundUnderAnother() throws IOException {
        store().save(SITE, "secret");

        assertThat(store().load(SITE + ":8443")).isEmpty();
        assertThat(store().load(SITE + "/blog")).isEmpty();
        assertThat(store().load("http://example.org")).isEmpty();
    }

    @Test
    void aDeletedSecretIsGoneAndTheOthersStay() throws IOException {
        store().save(SITE, "secret");
        store().save(SITE + "/blog", "another");

        store().delete(SITE);

        assertThat(store().load(SITE)).isEmpty();
        assertThat(store().load(SITE + "/blog")).contains("another");
    }

    @Test
    void deletingWhatIsNotThereSucceeds() throws IOException {
        store().delete(SITE);

        assertThat(store().load(SITE)).isEmpty();
    }

    @Test
    void keepsALongSecretWhole() throws IOException {
        String secret = "x".repeat(7_900);
        store().save(SITE, secret);

        assertThat(store().load(SITE)).contains(secret);
    }
}
