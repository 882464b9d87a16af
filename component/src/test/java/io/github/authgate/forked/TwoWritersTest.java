package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.FileTokenStore;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs that write the same token file at the same moment. */
class TwoWritersTest {

    private static final String ONE = "1".repeat(7_000);
    private static final String TWO = "2".repeat(7_000);

    @TempDir
    Path folder;

    @Test
    void theFileIsAlwaysWholeAndOneOfTheTwoAndNothingIsLeftBesideIt() throws IOException {
        Path file = folder.resolve("store").resolve("tokens");
        TokenStore store = new FileTokenStore(file);
        store.save(WriterProgram.SITE, ONE);
        CompletableFuture<Void> both =
                CompletableFuture.allOf(start("one", "two", file, ONE), start("two", "one", file, TWO));

        do {
            assertThat(store.load(WriterProgram.SITE)).isIn(Optional.of(ONE), Optional.of(TWO));
        } while (!both.isDone());

        both.join();
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    private CompletableFuture<Void> start(String name, String other, Path file, String secret) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        return CompletableFuture.runAsync(
                () -> Fork.run(
                        home,
                        WriterProgram.class,
                        List.of(),
                        file.toString(),
                        secret,
                        folder.resolve(name + " has begun").toString(),
                        folder.resolve(other + " has begun").toString()),
                task -> new Thread(task).start()); // a thread each: the common pool may have but one
    }
}
