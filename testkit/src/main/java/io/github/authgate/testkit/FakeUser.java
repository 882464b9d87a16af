package io.github.authgate.testkit;

import java.util.Objects;

/**
 * An account of a {@link FakeWordPress}: one of the roles that every WordPress has, and a password in clear text.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * FakeUser.of("ann", "secret").withDisplayName("Ann Smith").withRole("editor")
 * }</pre>
 */
public final class FakeUser {

    private final String name;
    private final String password;
    private final String displayName;
    private final String email;
    private final String role;
    private final boolean blocked;

    private FakeUser(String name, String password, String displayName, String email, String role, boolean blocked) {
        this.name = Objects.requireNonNull(name, "name");
        this.password = Objects.requireNonNull(password, "password");
        this.displayName = Objects.requireNonNull(displayName, "displayName");
        this.email = Objects.requireNonNull(email, "email");
        this.role = Roles.require(role);
        this.blocked = blocked;
    }

    /**
     * Creates a subscriber who is called by the user name and has an e-mail address at {@code example.org}.
     *
     * @param name the user name
     * @param password the password
     * @return the account
     * @throws IllegalArgumentException if one of them is blank
     */
    public static FakeUser of(String name, String password) {
        if (name.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("An account needs a name and a password.");
        }
        return new FakeUser(name, password, name, name + "@example.org", "subscriber", false);
    }

    /**
     * Returns this account with another name for the screen.
     *
     * @param displayName plain text; the site escapes it, as WordPress does
     * @return the new account
     */
    public FakeUser withDisplayName(String displayName) {
        return new FakeUser(name, password, displayName, email, role, blocked);
    }

    /**
     * Returns this account with another e-mail address, which serves to log in as well.
     *
     * @param email the address
     * @return the new account
     */
    public FakeUser withEmail(String email) {
        return new FakeUser(name, password, displayName, email, role, blocked);
    }

    /**
     * Returns this account with another role, which decides on its capabilities.
     *
     * @param role {@code subscriber}, {@code contributor}, {@code author}, {@code editor} or {@code administrator}
     * @return the new account
     * @throws IllegalArgumentException if WordPress has no such role
     */
    public FakeUser withRole(String role) {
        return new FakeUser(name, password, displayName, email, role, blocked);
    }

    /**
     * Returns this account with another password.
     *
     * @param password the password
     * @return the new account
     */
    public FakeUser withPassword(String password) {
        return new FakeUser(name, password, displayName, email, role, blocked);
    }

    /**
     * Returns this account, blocked or not.
     *
     * @param blocked whether the site knows the account and does not let it in
     * @return the new account
     */
    public FakeUser withBlocked(boolean blocked) {
        return new FakeUser(name, password, displayName, email, role, blocked);
    }

    /**
     * Returns the user name.
     *
     * @return what the user logs in with
     */
    public String name() {
        return name;
    }

    /**
     * Returns the password.
     *
     * @return the password in clear text
     */
    public String password() {
        return password;
    }

    /**
     * Returns what the user is called on the screen.
     *
     * @return plain text
     */
    public String displayName() {
        return displayName;
    }

    /**
     * Returns the e-mail address.
     *
     * @return what the user can log in with, too
     */
    public String email() {
        return email;
    }

    /**
     * Returns the role.
     *
     * @return its slug
     */
    public String role() {
        return role;
    }

    /**
     * Tells whether the site keeps the account out.
     *
     * @return whether it is blocked
     */
    public boolean isBlocked() {
        return blocked;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "FakeUser[" + name + ", " + role + (blocked ? ", blocked]" : "]");
    }
}
