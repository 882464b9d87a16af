package io.github.authgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokenStoreTest extends TokenStoreContract {

    private static final String SITE = "https://example.org";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("new folder").resolve("tokens");
    }

    @Override
    protected TokenStore store() {
        return new FileTokenStore(file());
    }

    @Test
    void fileAndFolderAreTheOwnersOnly() throws IOException {
        store().save(SITE, "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFileThatOthersCanReadIsNotTrustedAndTheNextOneIsPrivateAgain() throws IOException {
        store().save(SITE, "secret");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> store().load(SITE)).isInstanceOf(IOException.class);

        store().save(SITE, "another");

        assertThat(store().load(SITE)).contains("another");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileSystemThatIgnoresModesIsGivenNoToken() throws IOException {
        TokenStore onSuchAMount = new FileTokenStore(file(), folder -> {
            Path created = Files.createTempFile(folder, "", "");
            return Files.setPosixFilePermissions(created, PosixFilePermissions.fromString("rwxrwxrwx"));
        });

        assertThatThrownBy(() -> onSuchAMount.save(SITE, "secret")).isInstanceOf(IOException.class);

        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        store().save(SITE, "secret");
        store().save(SITE, "another");

        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void theLastSecretToGoTakesTheFileAlong() throws IOException {
        store().save(SITE, "secret");
        store().delete(SITE);

        assertThat(file()).doesNotExist();
    }

    @Test
    void secretsAreNotLegibleAtAGlance() throws IOException {
        store().save(SITE, "secret");

        assertThat(Files.readString(file())).doesNotContain("secret").doesNotContain("example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a b c", "!!! ???", "\u0000\u0001", "aHR0cHM6Ly9leGFtcGxlLm9yZw"})
    void aDamagedFileIsReportedAndReplaced(String content) throws IOException {
        store().save(SITE, "secret");
        Files.writeString(file(), content, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> store().load(SITE)).isInstanceOf(IOException.class);

        store().save(SITE, "another");

        assertThat(store().load(SITE)).contains("another");
    }

    @Test
    void aFileThatIsNoneOfOursIsNotDeleted() throws IOException {
        store().save(SITE, "secret");
        Files.writeString(file(), "[window]\nwidth = 800\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> store().delete(SITE)).isInstanceOf(IOException.class);

        assertThat(file()).content().startsWith("[window]");
    }

    @Test
    void deletingOneSecretSparesTheOthersInAFileThatOthersCanRead() throws IOException {
        store().save(SITE, "secret");
        store().save(SITE + "/blog", "another");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        store().delete(SITE);

        assertThat(store().load(SITE)).isEmpty();
        assertThat(store().load(SITE + "/blog"))
                .as("in a file that is private again")
                .contains("another");
    }

    @Test
    void anEmptyFileIsNotDeleted() throws IOException {
        store().save(SITE, "secret");
        Files.writeString(file(), "");

        store().delete(SITE);

        assertThat(file()).exists();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        store().save(SITE, "secret");
        Files.write(file(), new byte[2 * 1024 * 1024]);

        assertThatThrownBy(() -> store().load(SITE)).isInstanceOf(IOException.class);
    }

    @Test
    void anotherInstanceFindsWhatThisOneSaved() throws IOException {
        store().save(SITE, "secret");

        assertThat(new FileTokenStore(file()).load(SITE)).contains("secret");
    }
}
