package io.github.authgate.wordpress;

import java.util.List;

/**
 * One thing that a {@link SiteDoctor} found out, said twice: for the person who wants to log in, and for the one who can
 * mend it.
 *
 * <p>Immutable and thread-safe.
 */
public final class SiteFinding {

    private final Cause cause;
    private final List<String> details;

    SiteFinding(Cause cause, List<String> details) {
        this.cause = cause;
        this.details = List.copyOf(details);
    }

    /**
     * Returns what was found.
     *
     * @return a stable identifier of lower-case words joined by underscores; {@code docs/troubleshooting.md} has a section
     *     for each
     */
    public String code() {
        return cause.code();
    }

    /**
     * Tells whether nobody can log in because of it.
     *
     * @return {@code false} for what is only worth knowing
     */
    public boolean isObstacle() {
        return cause.isObstacle();
    }

    /**
     * Returns what to tell the person who wants to log in.
     *
     * @return one sentence in English
     */
    public String forUser() {
        return cause.forUser();
    }

    /**
     * Returns what to tell the person who looks after the site or the program.
     *
     * @return one sentence in English
     */
    public String forAdministrator() {
        return cause.forAdministrator();
    }

    /**
     * Returns what goes with it: where a redirect leads, when a certificate ended, the lines for a server's configuration.
     *
     * @return lines of plain ASCII without secrets; none if there is nothing to add
     */
    public List<String> details() {
        return details;
    }

    @Override
    public String toString() {
        return cause.code();
    }
}
