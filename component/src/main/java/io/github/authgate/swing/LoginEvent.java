package io.github.authgate.swing;

import io.github.authgate.Credentials;
import java.util.EventObject;
import org.jspecify.annotations.Nullable;

/**
 * What a user of a {@link LoginPanel} wants.
 *
 * <p>Use only on the event dispatch thread.
 */
public final class LoginEvent extends EventObject {

    private static final long serialVersionUID = 1L;

    private transient @Nullable Credentials credentials;

    LoginEvent(LoginPanel source, @Nullable Credentials credentials) {
        super(source);
        this.credentials = credentials;
    }

    /**
     * Takes the credentials. The first to take them owns them and closes them; if nobody does, the form does.
     *
     * @return the credentials
     * @throws IllegalStateException if somebody has taken them before, or the event is about something else
     */
    public Credentials getCredentials() {
        Credentials taken = credentials;
        if (taken == null) {
            throw new IllegalStateException("There are no credentials in this event, or somebody has taken them.");
        }
        credentials = null;
        return taken;
    }

    /** Closes the credentials if nobody has taken them; tells whether somebody has. */
    boolean close() {
        if (credentials == null) {
            return true;
        }
        credentials.close();
        credentials = null;
        return false;
    }

    /** Names the form only. */
    @Override
    public String toString() {
        return "LoginEvent[" + getSource().getClass().getSimpleName() + "]";
    }
}
