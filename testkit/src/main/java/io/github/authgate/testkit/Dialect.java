package io.github.authgate.testkit;

/** The plugins for logging in that a {@link FakeWordPress} can pretend to run. */
public enum Dialect {

    /**
     * The plugin {@code authgate}: demands an API key, says in the answer to a validation who the user is, ends tokens on
     * request and with their user.
     */
    AUTHGATE(401),

    /**
     * "JWT Authentication for WP REST API" alone: 403 for every refusal, tokens that outlive their user, and
     * {@code wp/v2/users/me} as the only one to say who that is.
     */
    JWT_AUTH(403),

    /** "JWT Auth" by Useful Team: the same routes, with every answer in an envelope of its own. */
    USEFUL_TEAM(401);

    private final int refusedToken;

    Dialect(int refusedToken) {
        this.refusedToken = refusedToken;
    }

    /** Returns the status under which a token is refused. */
    int refusedToken() {
        return refusedToken;
    }
}
