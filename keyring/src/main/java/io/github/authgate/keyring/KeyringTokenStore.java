package io.github.authgate.keyring;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import io.github.authgate.TokenStore;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps tokens in the operating system's keychain, by way of java-keyring.
 *
 * <p>The keychain is unlocked with the user's desktop session, and every program of the same user can ask it; it protects a
 * token from other users, from backups and from a stolen disk. On Linux java-keyring needs Java 16 or newer. Windows keeps
 * at most 1,280 characters.
 *
 * <p>Where there is no keychain, or it is locked and stays so, every method throws {@link IOException}, and whoever uses
 * the store goes on without. Methods block, some for as long as a keychain takes to ask its user for a password. Used by
 * one thread at a time, like every {@link TokenStore}.
 */
public final class KeyringTokenStore implements TokenStore {

    /** An account that no site has, to find out whether the keychain works at all. */
    private static final String PROBE = "authgate-probe";

    private final String program;

    /**
     * Creates a store; the keychain is not touched yet.
     *
     * @param program the name under which the user finds the entries in the keychain, such as the name of the tool
     * @throws IllegalArgumentException if it is blank
     */
    public KeyringTokenStore(String program) {
        if (program.isBlank()) {
            throw new IllegalArgumentException("The keychain's entries need a name.");
        }
        this.program = program;
    }

    /**
     * Returns the secret that was saved last under the key. The keychains do not tell a missing entry from one that they
     * will not hand out, so both are empty.
     */
    @Override
    public Optional<String> load(String key) throws IOException {
        Objects.requireNonNull(key, "key");
        return with(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(program, key));
            } catch (PasswordAccessException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void save(String key, String secret) throws IOException {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
        with(keyring -> {
            keyring.setPassword(program, key, secret);
            return secret;
        });
    }

    @Override
    public void delete(String key) throws IOException {
        Objects.requireNonNull(key, "key");
        with(keyring -> {
            try {
                keyring.deletePassword(program, key);
            } catch (PasswordAccessException e) {
                // not there, or not allowed: a keychain that lets us write and delete another entry has no such one
                keyring.setPassword(program, PROBE, PROBE);
                keyring.deletePassword(program, PROBE);
            }
            return key;
        });
    }

    private static <T> T with(Action<T> action) throws IOException {
        Keyring keyring = open();
        try {
            return action.run(keyring);
        } catch (PasswordAccessException | RuntimeException | LinkageError e) {
            throw failed(e);
        } finally {
            close(keyring);
        }
    }

    private static Keyring open() throws IOException {
        try {
            return Keyring.create();
        } catch (BackendNotSupportedException e) {
            throw new IOException("This computer has no keychain that can be used.");
        } catch (RuntimeException | LinkageError e) {
            throw failed(e);
        }
    }

    private static void close(Keyring keyring) {
        try {
            keyring.close();
        } catch (Exception e) {
            // what had to be done is done
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Says what failed, without the cause: nobody knows what a keychain's message quotes. */
    private static IOException failed(Throwable failure) {
        return new IOException("The keychain failed with " + failure.getClass().getName() + ".");
    }

    @FunctionalInterface
    private interface Action<T> {
        T run(Keyring keyring) throws PasswordAccessException;
    }
}
