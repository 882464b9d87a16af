package io.github.authgate.swing;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Where the focus goes in a form: to what its user has to type next. Who is busy in another part of the window is not
 * called away from there.
 *
 * <p>Use only on the event dispatch thread.
 */
final class FormFocus {

    private final LoginPanel panel;
    private final LoginForm form;
    private final FormPresenter presenter;

    FormFocus(LoginPanel panel, LoginForm form, FormPresenter presenter) {
        this.panel = panel;
        this.form = form;
        this.presenter = presenter;
    }

    /** Goes to what the user has to type next, wherever the focus is. */
    void toInput() {
        if (panel.isEnabled() && !presenter.isBusy()) {
            boolean nameFirst = !presenter.isLocked() && form.username.getText().isBlank();
            if (nameFirst) {
                toUsername();
            } else {
                toPassword();
            }
        }
    }

    void toUsername() {
        form.username.requestFocusInWindow();
    }

    void toPassword() {
        form.password.field().requestFocusInWindow();
    }

    /** Goes to what the user has to type next, unless the focus is in use elsewhere. */
    void offerInput() {
        if (panel.isShowing() && !isElsewhere(owner())) {
            toInput();
        }
    }

    /** Goes to what the user has to type next, unless the focus is in use, be it here. */
    void offerInputUnlessHere() {
        Component owner = owner();
        boolean isHere = owner != null && SwingUtilities.isDescendingFrom(owner, panel);
        if (!isHere) {
            offerInput();
        }
    }

    /** Goes to the progress, unless the focus is in use elsewhere. */
    void offerProgress() {
        if (panel.isShowing() && !isElsewhere(owner())) {
            form.progress.requestFocusInWindow();
        }
    }

    private static @Nullable Component owner() {
        return KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    }

    private boolean isElsewhere(@Nullable Component owner) {
        return owner != null
                && owner.isShowing()
                && !SwingUtilities.isDescendingFrom(owner, panel)
                && !(owner instanceof JRootPane)
                && SwingUtilities.getWindowAncestor(owner) != owner
                && SwingUtilities.getWindowAncestor(owner) == SwingUtilities.getWindowAncestor(panel);
    }
}
