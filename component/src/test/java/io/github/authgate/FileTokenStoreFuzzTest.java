package io.github.authgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A token file may be anything by now. Inputs of the past are in {@code FileTokenStoreFuzzTestInputs}. */
class FileTokenStoreFuzzTest {

    private static final String SITE = "https://example.org";

    private static Path folder;

    @BeforeAll
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("authgate-fuzz");
    }

    @AfterAll
    static void removeFolder() throws IOException {
        Files.deleteIfExists(folder.resolve("tokens"));
        Files.delete(folder);
    }

    @FuzzTest
    void aFileIsReadOrRefusedAndCanAlwaysBeReplaced(byte[] contents) throws IOException {
        Path file = folder.resolve("tokens");
        FileTokenStore store = new FileTokenStore(file);
        store.save(SITE, "from.the.past");
        Files.write(file, contents);

        assertThat(loaded(store)).isNotEqualTo(Optional.of("from.the.past"));
        store.save(SITE, "a.b.c");
        assertThat(store.load(SITE)).contains("a.b.c");
    }

    private static Optional<String> loaded(TokenStore store) {
        try {
            return store.load(SITE);
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("The token file ");
            return Optional.empty();
        }
    }
}
