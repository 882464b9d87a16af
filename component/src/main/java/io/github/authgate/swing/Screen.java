package io.github.authgate.swing;

import io.github.authgate.AuthUser;

/** Where users look at a session. Use only on the event dispatch thread. */
interface Screen {

    /** Shows the latest. Called for every change, before any listener of the host. */
    void update();

    /** Tells whether somebody else's work stands between a user and everything that a login would open. */
    boolean isBlockedFor(AuthUser newcomer);
}
