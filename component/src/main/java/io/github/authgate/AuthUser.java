package io.github.authgate;

import java.net.URI;
import java.security.Principal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account that is logged in, as the server describes it.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Roles and capabilities are the server's word, never read from the token. Where the server would not say,
 * {@link #rolesKnown()} is {@code false} and every rule that asks for them has to refuse.
 */
public final class AuthUser implements Principal {

    private final String id;
    private final String name;
    private final @Nullable URI site;
    private final String displayName;
    private final @Nullable String email;
    private final Set<String> roles;
    private final Set<String> capabilities;
    private final boolean rolesKnown;

    private AuthUser(Builder builder) {
        this.id = builder.id;
        this.name = builder.name;
        this.site = builder.site;
        this.displayName = builder.displayName == null ? builder.name : builder.displayName;
        this.email = builder.email;
        this.roles = Set.copyOf(builder.roles);
        this.capabilities = Set.copyOf(builder.capabilities);
        this.rolesKnown = builder.rolesKnown;
    }

    /**
     * Starts to describe a user.
     *
     * @param id what the server tells its accounts apart by; in WordPress the user id as a decimal number
     * @param name the {@linkplain #getName() name}
     * @return a builder
     * @throws IllegalArgumentException if one of them is blank: an account without an id could be anybody's
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Returns what the server tells its accounts apart by. It stays the same when the user is renamed.
     *
     * @return in WordPress the user id as a decimal number
     */
    public String id() {
        return id;
    }

    /**
     * Returns the short name of the account.
     *
     * @return in WordPress {@code user_nicename}
     */
    @Override
    public String getName() {
        return name;
    }

    /**
     * Returns the address of the site that the account belongs to.
     *
     * @return the site; empty if the service knows only one
     */
    public Optional<URI> site() {
        return Optional.ofNullable(site);
    }

    /**
     * Returns what people are called on the screen. Remote text: whoever shows it switches HTML rendering off first.
     *
     * @return plain text, HTML entities decoded; the {@linkplain #getName() name} if there is nothing better
     */
    public String displayName() {
        return displayName;
    }

    /**
     * Returns the e-mail address of the account.
     *
     * @return the address; empty if the server did not tell
     */
    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /**
     * Returns the roles of the account.
     *
     * @return the slugs, such as {@code editor}; immutable; empty also where they are {@linkplain #rolesKnown() unknown}
     */
    public Set<String> roles() {
        return roles;
    }

    /**
     * Returns what the account may do.
     *
     * @return the capabilities, such as {@code edit_posts}; immutable; empty also where they are
     *     {@linkplain #rolesKnown() unknown}
     */
    public Set<String> capabilities() {
        return capabilities;
    }

    /**
     * Tells whether the account may do something.
     *
     * @param capability a capability, such as {@code edit_posts}
     * @return whether the server said so
     */
    public boolean hasCapability(String capability) {
        return capabilities.contains(Objects.requireNonNull(capability, "capability"));
    }

    /**
     * Tells whether the server answered the question for roles and capabilities.
     *
     * @return {@code false} if it did not, so that an empty set means nothing
     */
    public boolean rolesKnown() {
        return rolesKnown;
    }

    /**
     * Tells whether two descriptions are of the same account, whatever its names and roles are by now.
     *
     * @param other another description
     * @return whether id and site are equal
     */
    public boolean isSameAs(AuthUser other) {
        return id.equals(other.id) && Objects.equals(site, other.site);
    }

    /** Names the account by number only. */
    @Override
    public String toString() {
        return "AuthUser[" + id + "]";
    }

    /** Describes a user piece by piece. Not thread-safe. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable URI site;
        private @Nullable String displayName;
        private @Nullable String email;
        private Set<String> roles = Set.of();
        private Set<String> capabilities = Set.of();
        private boolean rolesKnown = true;

        private Builder(String id, String name) {
            if (id.isBlank() || name.isBlank()) {
                throw new IllegalArgumentException("A user needs an id and a name.");
            }
            this.id = id;
            this.name = name;
        }

        /**
         * Says which site the account belongs to.
         *
         * @param site the address of the site
         * @return this builder
         */
        public Builder site(URI site) {
            this.site = Objects.requireNonNull(site, "site");
            return this;
        }

        /**
         * Says what the user is called on the screen; blank counts as not said.
         *
         * @param displayName plain text
         * @return this builder
         */
        public Builder displayName(String displayName) {
            this.displayName = displayName.isBlank() ? null : displayName;
            return this;
        }

        /**
         * Says the e-mail address; blank counts as not said.
         *
         * @param email the address
         * @return this builder
         */
        public Builder email(String email) {
            this.email = email.isBlank() ? null : email;
            return this;
        }

        /**
         * Says the roles.
         *
         * @param roles the slugs
         * @return this builder
         */
        public Builder roles(Collection<String> roles) {
            this.roles = new LinkedHashSet<>(roles);
            return this;
        }

        /**
         * Says what the account may do.
         *
         * @param capabilities the capabilities it has
         * @return this builder
         */
        public Builder capabilities(Collection<String> capabilities) {
            this.capabilities = new LinkedHashSet<>(capabilities);
            return this;
        }

        /**
         * Says that the server would not tell roles and capabilities, so that every rule that asks for them refuses.
         *
         * @return this builder
         */
        public Builder rolesUnknown() {
            this.roles = Set.of();
            this.capabilities = Set.of();
            this.rolesKnown = false;
            return this;
        }

        /**
         * Creates the user.
         *
         * @return the description
         */
        public AuthUser build() {
            return new AuthUser(this);
        }
    }
}
