package io.github.authgate.demo;

import io.github.authgate.FileTokenStore;
import io.github.authgate.TokenStore;
import io.github.authgate.keyring.KeyringTokenStore;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom the demo asks: a real site, or the stand-in that it starts for itself. */
final class Backend {

    private static final long LONGEST_KEY_FILE = 4096;

    private final WordPressConfig config;
    private final WordPressAuthService service;
    private final @Nullable StandIn standIn;

    private Backend(WordPressConfig config, TokenStore store, @Nullable StandIn standIn) {
        this.config = config;
        this.service = WordPressAuthService.builder(config).tokenStore(store).build();
        this.standIn = standIn;
    }

    static Backend of(Options options, Console console) throws UsageException {
        TokenStore store = options.tokenFile().isPresent()
                ? new FileTokenStore(path("--token-file", options.tokenFile().get()))
                : new KeyringTokenStore("AuthGate demo");
        return options.site().isPresent()
                ? new Backend(siteConfig(options, console), store, null)
                : of(standIn(options), store);
    }

    /** Asks a stand-in. */
    static Backend of(StandIn standIn, TokenStore store) {
        return new Backend(standIn.site().config(), store, standIn);
    }

    private static StandIn standIn(Options options) throws UsageException {
        try {
            return options.port().isPresent() ? StandIn.startAt(options.port().getAsInt()) : StandIn.startAtUsualPort();
        } catch (UncheckedIOException e) {
            throw new UsageException("The stand-in cannot be started: something else uses this port already.");
        }
    }

    private static WordPressConfig siteConfig(Options options, Console console) throws UsageException {
        String address = options.site().orElseThrow();
        Optional<String> key = options.apiKeyFile().isPresent()
                ? Optional.of(keyIn(path("--api-key-file", options.apiKeyFile().get())))
                : console.variable("AUTHGATE_API_KEY");
        try {
            URI uri = new URI(address.contains("://") ? address : "https://" + address);
            return WordPressConfig.builder(uri).apiKey(key.orElse(null)).build();
        } catch (URISyntaxException e) {
            throw new UsageException("--site has to be a web address such as https://example.org.");
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** Reads a key from a file of one line. */
    static String keyIn(Path file) throws UsageException {
        try {
            if (Files.size(file) <= LONGEST_KEY_FILE) {
                String key = Files.readString(file).strip();
                if (!key.isEmpty() && key.lines().count() == 1) {
                    return key;
                }
            }
        } catch (IOException e) {
            throw new UsageException("The file behind --api-key-file cannot be read as text.");
        }
        throw new UsageException("The file behind --api-key-file has to hold one line, the key.");
    }

    static Path path(String option, String value) throws UsageException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " has to be the name of a file.");
        }
    }

    WordPressAuthService service() {
        return service;
    }

    URI site() {
        return config.site();
    }

    /** Returns the stand-in; empty if the site is a real one. */
    Optional<StandIn> standIn() {
        return Optional.ofNullable(standIn);
    }

    void close() {
        service.close();
        if (standIn != null) {
            standIn.site().close();
        }
    }
}
