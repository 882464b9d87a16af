package io.github.authgate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps tokens in a file that only its owner can read.
 *
 * <p>The file is protected by the operating system and nothing else: every program of the same user can read it, and so can
 * whoever gets hold of the disk or a backup. Where there is a keychain, {@code KeyringTokenStore} of
 * {@code authgate-keyring} is the better place.
 *
 * <p>A new file is written beside the old one, with its permissions set before its first byte, and takes its place in one
 * step. If two programs write at once, the last one wins. Used by one thread at a time, like every {@link TokenStore}.
 */
public final class FileTokenStore implements TokenStore {

    private static final int LARGEST = 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path file;
    private final NewFile newFile;

    /**
     * Creates a store; nothing is read or written yet.
     *
     * @param file where to keep the tokens; made together with its folder when the first one is saved
     */
    public FileTokenStore(Path file) {
        this(file, FileTokenStore::createPrivately);
    }

    FileTokenStore(Path file, NewFile newFile) {
        this.file = file.toAbsolutePath();
        this.newFile = newFile;
    }

    /**
     * Returns the secret that was saved last under the key.
     *
     * @throws IOException if the file cannot be read, others can read it too, or it is none of ours
     */
    @Override
    public Optional<String> load(String key) throws IOException {
        Objects.requireNonNull(key, "key");
        return Optional.ofNullable(read().get(key));
    }

    /**
     * Saves the secret in place of any other under the same key. A file that is not ours is replaced.
     *
     * @throws IOException if the file cannot be written, or the file system cannot keep others from reading it
     */
    @Override
    public void save(String key, String secret) throws IOException {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
        Map<String, String> secrets = readOrNothing();
        secrets.put(key, secret);
        write(secrets);
    }

    /**
     * Deletes the secret under the key, also from a file that others can read meanwhile. A file that is none of ours is
     * left as it is.
     *
     * @throws IOException if the file cannot be read or written, or is none of ours
     */
    @Override
    public void delete(String key) throws IOException {
        Objects.requireNonNull(key, "key");
        Map<String, String> secrets = parse();
        if (secrets.remove(key) == null) {
            return;
        }
        if (secrets.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            write(secrets);
        }
    }

    private Map<String, String> readOrNothing() {
        try {
            return read();
        } catch (IOException e) {
            return new TreeMap<>(); // whatever it was, it will be replaced
        }
    }

    private Map<String, String> read() throws IOException {
        try {
            requireOwnerOnly(file);
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        }
        return parse();
    }

    private Map<String, String> parse() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("The token file is too large to be one.");
            }
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] fields = line.split(" ", -1);
                if (fields.length != 2) {
                    throw new IOException("The token file has a line that none of ours has.");
                }
                secrets.put(decoded(fields[0]), decoded(fields[1]));
            }
            return secrets;
        } catch (NoSuchFileException e) {
            return secrets;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException("The token file has been damaged.");
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            throw new IOException("The token file can be read by others.");
        }
    }

    private void write(Map<String, String> secrets) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "the token file has no folder");
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, protection(nearestFolder(folder), OWNER_ONLY_FOLDER));
        }
        Path temporary = newFile.in(folder);
        try {
            requireOwnerOnly(temporary); // mounts of other systems' disks and shares take a mode and ignore it
            StringBuilder lines = new StringBuilder();
            secrets.forEach((key, secret) -> lines.append(encoded(key))
                    .append(' ')
                    .append(encoded(secret))
                    .append('\n'));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path createPrivately(Path folder) throws IOException {
        return Files.createTempFile(folder, ".authgate", ".tmp", protection(folder, OWNER_ONLY));
    }

    private static Path nearestFolder(Path folder) {
        Path nearest = folder;
        Path parent = folder.getParent();
        while (parent != null && !Files.isDirectory(nearest)) {
            nearest = parent;
            parent = nearest.getParent();
        }
        return nearest;
    }

    /** Returns what makes a new file unreadable for others from the start. */
    private static FileAttribute<?> protection(Path folder, Set<PosixFilePermission> permissions) throws IOException {
        FileStore store = Files.getFileStore(folder);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            return PosixFilePermissions.asFileAttribute(permissions);
        }
        if (store.supportsFileAttributeView(AclFileAttributeView.class)) {
            return new OwnerOnlyAcl(Files.getOwner(folder));
        }
        throw new IOException("This file system cannot keep others from reading a file.");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** Creates an empty file. What its permissions really are, the file system decides. */
    @FunctionalInterface
    interface NewFile {
        Path in(Path folder) throws IOException;
    }

    /** An access control list for Windows, with one entry: the owner may do everything. */
    private static final class OwnerOnlyAcl implements FileAttribute<List<AclEntry>> {

        private final UserPrincipal owner;

        private OwnerOnlyAcl(UserPrincipal owner) {
            this.owner = owner;
        }

        @Override
        public String name() {
            return "acl:acl";
        }

        @Override
        public List<AclEntry> value() {
            return List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(owner)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build());
        }
    }
}
