package io.github.authgate.swing;

import java.util.EventListener;

/** Hears what a user of a {@link LoginPanel} wants. Called on the event dispatch thread. */
public interface LoginListener extends EventListener {

    /**
     * Called when a user has filled in the form and asks to log in.
     *
     * <p>A listener that {@linkplain LoginEvent#getCredentials takes the credentials} answers for them: it closes them,
     * and sooner or later it calls {@link LoginPanel#showFailure} or {@link LoginPanel#setBusy setBusy(false)}, until
     * when the form is busy. The form of an {@link AuthGate} is busy as long as its model is; a model whose gate finds the
     * credentials taken is not asked, and that is reported.
     *
     * @param event holds the credentials
     */
    void loginRequested(LoginEvent event);

    /**
     * Called when a user has asked to cancel the attempt that is under way.
     *
     * @param event holds no credentials
     */
    default void loginCancelled(LoginEvent event) {}
}
