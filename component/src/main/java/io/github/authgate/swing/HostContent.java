package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.util.Objects;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * What the host wants to show, and for whom: made by its factory for each user anew, or one fixed component that belongs
 * to the first user it was opened for.
 *
 * <p>Use only on the event dispatch thread.
 */
final class HostContent {

    private @Nullable Function<? super AuthSession, ? extends JComponent> factory;
    private @Nullable JComponent fixed;
    private boolean sharedByUsers;

    private @Nullable JComponent component;
    private @Nullable Object stay;
    private @Nullable AuthUser owner;
    private @Nullable AuthUser failedFor;
    private @Nullable Component focusOwner;
    private @Nullable JButton defaultButton;

    void setFactory(@Nullable Function<? super AuthSession, ? extends JComponent> factory) {
        this.factory = factory;
        fixed = null;
        component = null;
        owner = null;
        failedFor = null;
    }

    /** Takes a component from wherever it is now, so that it cannot be seen before its user has logged in. */
    void setFixed(@Nullable JComponent content) {
        Container parent = content == null ? null : content.getParent();
        if (parent != null) {
            parent.remove(content);
            parent.repaint();
        }
        factory = null;
        fixed = content;
        component = null;
        owner = null;
        failedFor = null;
    }

    void setSharedByUsers(boolean shared) {
        sharedByUsers = shared;
    }

    boolean isSharedByUsers() {
        return sharedByUsers;
    }

    /** Returns what has been opened and not been dropped, or will be opened without a factory. */
    @Nullable
    JComponent component() {
        return component != null ? component : fixed;
    }

    @Nullable
    Function<? super AuthSession, ? extends JComponent> factory() {
        return factory;
    }

    /**
     * Says which stay it is by now, see {@link SessionState#stay}: what was made in another one is dropped. A gate that was
     * in no window when its user logged out learns of it in this way.
     *
     * @param window the one that the content was in; {@code null} if it is not known any more
     */
    void enter(@Nullable Object current, @Nullable JRootPane window) {
        if (current != stay) {
            stay = current;
            JComponent dropped = component;
            drop();
            if (dropped != null) {
                InternalDialogs.close(dropped, window); // last: the host, answered, may change everything
            }
        }
    }

    /** Forgets what was made for a user. A fixed component stays the one of its first user. */
    void drop() {
        if (factory != null) {
            owner = null;
        }
        component = null;
        failedFor = null;
        focusOwner = null;
        defaultButton = null;
    }

    /** Lets a factory that has failed be asked again; until then it is left alone, however often the state changes. */
    void retry() {
        failedFor = null;
    }

    /**
     * Returns the content for a session: the same object as long as its user is the same.
     *
     * @throws AuthException if there is none, or the host's factory threw or returned something that cannot be shown
     */
    JComponent open(AuthSession session) throws AuthException {
        if (failedFor != null && failedFor.isSameAs(session.user())) {
            throw failure();
        }
        boolean isOwners = owner != null && owner.isSameAs(session.user());
        if (fixed != null) {
            if (owner != null && !isOwners && !sharedByUsers) {
                throw new AuthException(Reason.ACCOUNT_REFUSED, "content_of_another", null);
            }
            component = fixed;
        } else if (component == null || !isOwners) {
            component = null;
            component = make(session);
        }
        if (owner == null || factory != null) {
            owner = session.user();
        }
        return component;
    }

    private JComponent make(AuthSession session) throws AuthException {
        try {
            JComponent made = Objects.requireNonNull(factory, "no content").apply(session);
            if (made == null) {
                throw new IllegalStateException("The content factory returned null.");
            }
            if (made.getParent() != null) {
                throw new IllegalStateException("The content factory returned a component that is in use elsewhere.");
            }
            return made;
        } catch (RuntimeException | Error e) {
            throw failed(session, e);
        }
    }

    /** Gives a content up that could not be made, or made but not shown; returns what to tell the user. */
    AuthException failed(AuthSession session, Throwable why) {
        Edt.report(why);
        failedFor = session.user();
        if (factory != null) {
            component = null;
        }
        return failure();
    }

    private static AuthException failure() {
        return new AuthException(Reason.SERVER_FAULT, "content_failed", null);
    }

    /** Remembers where the user was, before the content is taken away. */
    void rememberFocus() {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
        focusOwner = isInside(focused) ? focused : null;
        JRootPane root = component == null ? null : component.getRootPane();
        JButton button = root == null ? null : root.getDefaultButton();
        defaultButton = isInside(button) ? button : null;
    }

    /** Puts the user back to where they were; returns whether there was such a place. */
    boolean restoreFocus() {
        JRootPane root = component == null ? null : component.getRootPane();
        if (root != null && defaultButton != null) {
            root.setDefaultButton(defaultButton);
        }
        return focusOwner != null && isInside(focusOwner) && focusOwner.requestFocusInWindow();
    }

    private boolean isInside(@Nullable Component part) {
        return part != null && component != null && SwingUtilities.isDescendingFrom(part, component);
    }
}
