package io.github.authgate;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form may show about the site before anybody has logged in.
 *
 * <p>Immutable and thread-safe.
 */
public final class SiteInfo {

    private final String name;
    private final URI address;
    private final byte @Nullable [] icon;
    private final @Nullable URI lostPasswordUri;

    private SiteInfo(String name, URI address, byte @Nullable [] icon, @Nullable URI lostPasswordUri) {
        this.name = Objects.requireNonNull(name, "name");
        this.address = Objects.requireNonNull(address, "address");
        this.icon = icon;
        this.lostPasswordUri = lostPasswordUri;
    }

    /**
     * Creates a description with neither icon nor lost-password page.
     *
     * @param name what the site calls itself, as plain text; may be empty
     * @param address where it is
     * @return the description
     */
    public static SiteInfo of(String name, URI address) {
        return new SiteInfo(name, address, null, null);
    }

    /**
     * Returns this description with an icon.
     *
     * @param icon an image file; copied
     * @return the new description
     */
    public SiteInfo withIcon(byte[] icon) {
        return new SiteInfo(name, address, icon.clone(), lostPasswordUri);
    }

    /**
     * Returns this description with the page where a user can ask for a new password.
     *
     * @param uri the page
     * @return the new description
     */
    public SiteInfo withLostPasswordUri(URI uri) {
        return new SiteInfo(name, address, icon, Objects.requireNonNull(uri, "uri"));
    }

    /**
     * Returns what the site calls itself. Remote text: whoever shows it switches HTML rendering off first.
     *
     * @return plain text, HTML entities decoded; may be empty
     */
    public String name() {
        return name;
    }

    /**
     * Returns where the site is.
     *
     * @return the address, without a slash at its end
     */
    public URI address() {
        return address;
    }

    /**
     * Returns the site's icon.
     *
     * @return a copy of an image file that nobody has looked at yet; empty if there is none
     */
    public Optional<byte[]> icon() {
        return icon == null ? Optional.empty() : Optional.of(icon.clone());
    }

    /**
     * Returns the page where a user can ask for a new password.
     *
     * @return the page; empty if there is none
     */
    public Optional<URI> lostPasswordUri() {
        return Optional.ofNullable(lostPasswordUri);
    }

    @Override
    public String toString() {
        return "SiteInfo[" + address + "]";
    }
}
