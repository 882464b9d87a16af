package io.github.authgate.forked;

import io.github.authgate.FileTokenStore;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves secrets into a file again and again, while another program does the same, both for some time at once. */
final class WriterProgram {

    static final String SITE = "https://example.org";

    private static final int TOGETHER = 200;

    private WriterProgram() {}

    /** Takes the file of the store, the secret, a file to say that it has begun, and the one by which the other says so. */
    public static void main(String[] args) throws IOException {
        TokenStore store = new FileTokenStore(Path.of(args[0]));
        store.save(SITE, args[1]);
        Files.createFile(Path.of(args[2]));
        while (Files.notExists(Path.of(args[3]))) {
            store.save(SITE, args[1]);
        }
        for (int i = 0; i < TOGETHER; i++) {
            store.save(SITE, args[1]);
        }
    }
}
