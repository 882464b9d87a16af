package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.FileTokenStore;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are slow, locked or broken. */
class StoredTokensTest {

    private final BackgroundThreads threads = new BackgroundThreads(Duration.ofSeconds(1));
    private final ManualDelay delay = new ManualDelay();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void nobodyWaitsLongerThanFiveSecondsForAStoreThatHangs() {
        CountDownLatch never = new CountDownLatch(1);
        StoredTokens tokens =
                new StoredTokens(new HangingStore(never), "https://example.org", threads.oneByOne(), delay);

        CompletableFuture<Optional<String>> load = tokens.load();
        CompletableFuture<Boolean> save = tokens.save("a.b.c");
        CompletableFuture<Boolean> delete = tokens.delete();
        delay.pass(Duration.ofMillis(4_999));
        assertThat(load).isNotDone();
        delay.pass(Duration.ofSeconds(5));

        assertThat(value(load)).isEmpty();
        assertThat(value(save)).isFalse();
        assertThat(value(delete)).isFalse();
        never.countDown();
    }

    @Test
    void theStoreIsCalledByOneThreadAtATimeAndInOrder() {
        List<String> calls = new ArrayList<>(); // not thread-safe, and needs not be
        StoredTokens tokens = new StoredTokens(new RecordingStore(calls), "site", threads.oneByOne(), delay);
        for (int i = 0; i < 50; i++) {
            tokens.save("a.b." + i);
        }
        value(tokens.delete());

        assertThat(calls).hasSize(51).startsWith("save a.b.0", "save a.b.1").endsWith("delete");
    }

    @Test
    void anErrorOfTheStoreIsContained() {
        StoredTokens tokens = new StoredTokens(new ErroneousStore(), "site", threads.oneByOne(), delay);

        assertThat(value(tokens.load())).isEmpty();
        assertThat(value(tokens.save("a.b.c"))).isFalse();
        assertThat(value(tokens.delete())).isFalse();
    }

    @Test
    void aTokenThatCannotBeDeletedLogsNobodyInAndIsDeletedAtTheNextStart() throws IOException {
        TokenStore store = TokenStore.inMemory();
        StubbornStore stubborn = new StubbornStore(store);
        StoredTokens tokens = new StoredTokens(stubborn, "site", threads.oneByOne(), delay);
        value(tokens.save("a.b.c"));

        assertThat(value(tokens.delete("a.b.c"))).as("deleted").isFalse();
        assertThat(value(tokens.load())).isEmpty();
        assertThat(store.load("site")).as("what is left").isPresent().get().isNotEqualTo("a.b.c");

        stubborn.deletes = true;
        StoredTokens nextStart = new StoredTokens(stubborn, "site", threads.oneByOne(), delay);
        assertThat(value(nextStart.load())).isEmpty();
        assertThat(store.load("site")).isEmpty();
    }

    @Test
    void aFileThatIsNoneOfOursSurvivesALogout(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("settings"), "width = 800");
        StoredTokens tokens = new StoredTokens(new FileTokenStore(file), "site", threads.oneByOne(), delay);

        assertThat(value(tokens.delete("a.b.c"))).as("deleted").isFalse();

        assertThat(file).hasContent("width = 800");
    }

    /** Saves and loads, and does not delete before it is told to. */
    private static final class StubbornStore implements TokenStore {

        private final TokenStore store;
        private volatile boolean deletes;

        private StubbornStore(TokenStore store) {
            this.store = store;
        }

        @Override
        public Optional<String> load(String key) throws IOException {
            return store.load(key);
        }

        @Override
        public void save(String key, String secret) throws IOException {
            store.save(key, secret);
        }

        @Override
        public void delete(String key) throws IOException {
            if (!deletes) {
                throw new IOException("locked");
            }
            store.delete(key);
        }
    }

    private static final class HangingStore implements TokenStore {

        private final CountDownLatch latch;

        private HangingStore(CountDownLatch latch) {
            this.latch = latch;
        }

        private void hang() {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Optional<String> load(String key) {
            hang();
            return Optional.empty();
        }

        @Override
        public void save(String key, String secret) {
            hang();
        }

        @Override
        public void delete(String key) {
            hang();
        }
    }

    private static final class RecordingStore implements TokenStore {

        private final List<String> calls;

        private RecordingStore(List<String> calls) {
            this.calls = calls;
        }

        @Override
        public Optional<String> load(String key) {
            return Optional.empty();
        }

        @Override
        public void save(String key, String secret) {
            calls.add("save " + secret);
        }

        @Override
        public void delete(String key) {
            calls.add("delete");
        }
    }

    private static final class ErroneousStore implements TokenStore {

        @Override
        public Optional<String> load(String key) throws IOException {
            throw new NoClassDefFoundError("no keychain library");
        }

        @Override
        public void save(String key, String secret) {
            throw new UnsatisfiedLinkError("no keychain library");
        }

        @Override
        public void delete(String key) {
            throw new StackOverflowError("bug");
        }
    }
}
