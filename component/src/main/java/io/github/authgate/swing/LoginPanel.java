package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.HierarchyEvent;
import java.awt.event.KeyEvent;
import java.beans.JavaBean;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The login form by itself: it asks for a name and a password, shows that it is busy and why an attempt failed. It knows
 * no service; an {@link AuthGate} or a {@link LoginListener} connects it to one.
 *
 * <p>Use only on the event dispatch thread.
 *
 * <p>A JavaBean whose properties are bound. There is deliberately no way to get at the password but the
 * {@linkplain LoginEvent#getCredentials credentials} of an event.
 *
 * <p>What was typed is not lost: after a failure that may pass, or a cancelled attempt, the password stays in the field,
 * for two minutes without a key. It is cleared when it turned out to be wrong, when the login succeeded, and when the form
 * leaves its window.
 *
 * @serial exclude
 */
@JavaBean(defaultProperty = "title", description = "Asks for a name and a password, and says why an attempt failed.")
public class LoginPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final LoginForm form = new LoginForm();
    private final transient FormPresenter presenter = new FormPresenter(form, Messages.of(getLocale()));
    private final transient KeptPassword keptPassword = new KeptPassword(form.password.field());
    private final transient FormFocus focus = new FormFocus(this, form, presenter);
    private final transient FormDetails details;

    private @Nullable URI forgotPasswordUri;
    private String lastUsername = "";
    private boolean fillingIn;
    private String lockedLoginName = "";
    private boolean lockedRemembered;

    /** Creates a form that is ready to use. */
    public LoginPanel() {
        super(new BorderLayout());
        CardPane card = new CardPane(form);
        add(card);
        details = new FormDetails(this, form, card);
        form.siteName.setVisible(false);
        form.rememberMe.setVisible(false);
        form.forgotPassword.setVisible(false);
        form.failure.setVisible(false);
        form.login.addActionListener(event -> submit());
        form.username.addActionListener(event -> submit());
        form.password.field().addActionListener(event -> submit());
        form.cancel.addActionListener(event -> fire(LoginListener::loginCancelled, new LoginEvent(this, null)));
        form.forgotPassword.addActionListener(event -> openForgotPassword());
        form.switchUser.addActionListener(event -> switchUser());
        form.username.getDocument().addDocumentListener(TextWatcher.ofChanges(this::usernameChanged));
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
                focus.offerInputUnlessHere();
                // a request that was under way for what stood here before may win: then once more
                EventQueue.invokeLater(focus::offerInputUnlessHere);
            }
        });
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "authgate.cancel");
        getActionMap().put("authgate.cancel", new CancelAction());
        presenter.setLockedUser(null);
        setLocale(getLocale());
    }

    /**
     * Adds a listener. May be called on any thread.
     *
     * @param listener called on the event dispatch thread; what it throws is reported and keeps no other from hearing
     */
    public void addLoginListener(LoginListener listener) {
        listenerList.add(LoginListener.class, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Removes a listener. May be called on any thread.
     *
     * @param listener one that was added; others are ignored
     */
    public void removeLoginListener(LoginListener listener) {
        listenerList.remove(LoginListener.class, listener);
    }

    /**
     * Shows why an attempt failed and lets the user try again: ends being busy. A wrong password is cleared and asked for
     * again; after any other failure what was typed stays.
     *
     * @param failure why; its reason and code choose the words
     */
    public void showFailure(AuthException failure) {
        showFailure(failure, true);
    }

    /**
     * Shows why an attempt failed.
     *
     * @param isOwn whether the attempt began in this form; if it began in another, what was typed here stays
     */
    void showFailure(AuthException failure, boolean isOwn) {
        check("showFailure");
        presenter.showFailure(Objects.requireNonNull(failure, "failure"));
        details.offer(failure);
        setBusy(false);
        if (!isOwn) {
            return;
        }
        if (failure.reason() == Reason.INVALID_CREDENTIALS) {
            keptPassword.forget();
            focus.toPassword();
        } else {
            keptPassword.keep();
            focus.toInput();
        }
    }

    /** Takes the message for a failure away. */
    public void clearFailure() {
        check("clearFailure");
        presenter.clearFailure();
        details.offer(null);
    }

    private void usernameChanged() {
        String before = lastUsername;
        lastUsername = getUsername();
        firePropertyChange("username", before, lastUsername);
    }

    private void switchUser() {
        forgetPassword(); // it was meant for the account of the user before
        setLockedUser(null, "", false);
    }

    private void submit() {
        if (!presenter.isReady()) {
            return;
        }
        String name = presenter.isLocked() ? lockedLoginName : getUsername();
        if (name.isBlank()) {
            presenter.showHint("hint.username", form.username);
            focus.toUsername();
        } else if (form.password.field().isEmpty()) {
            presenter.showHint("hint.password", form.password.field());
            focus.toPassword();
        } else {
            request(name);
        }
    }

    private void request(String name) {
        form.password.hidePassword();
        char[] typed = form.password.field().getPassword();
        LoginEvent event = new LoginEvent(this, new Credentials(name, typed, wantsToBeRemembered()));
        Arrays.fill(typed, '\0');
        presenter.clearFailureForAttempt();
        details.offer(null);
        setBusy(true);
        fire(LoginListener::loginRequested, event);
        if (!event.close()) {
            setBusy(false); // nobody wanted the credentials, so nobody will say how it ended
        }
    }

    /** What the user has chosen, or chose before where there is nothing to choose now. */
    private boolean wantsToBeRemembered() {
        return isRememberMeVisible() ? form.rememberMe.isSelected() : presenter.isLocked() && lockedRemembered;
    }

    private void fire(BiConsumer<LoginListener, LoginEvent> call, LoginEvent event) {
        for (LoginListener listener : listenerList.getListeners(LoginListener.class)) {
            try {
                call.accept(listener, event);
            } catch (RuntimeException | Error e) {
                Edt.report(e);
            }
        }
    }

    /** Has something called whenever the user types. */
    void onTyped(Runnable action) {
        TextWatcher listener = TextWatcher.ofInsertions(() -> {
            if (!fillingIn) {
                action.run();
            }
        });
        form.username.getDocument().addDocumentListener(listener);
        form.password.field().getDocument().addDocumentListener(listener);
    }

    /** Has something called whenever the form has been painted. */
    void onPainted(Runnable action) {
        form.onPainted(action);
    }

    /** Has something called when the user wants the server to be asked again. */
    void onTryAgain(Runnable action) {
        form.tryAgain.addActionListener(event -> action.run());
    }

    /** Sets whom to ask what stands behind a failure; {@code null} for nobody. */
    void setDiagnosis(@Nullable Supplier<CompletableFuture<Optional<String>>> diagnosis) {
        details.setDiagnosis(diagnosis);
    }

    void setTryAgainVisible(boolean visible) {
        form.setTryAgainVisible(visible);
    }

    /** Says something beside the failure; {@code null} for nothing. */
    void showNotice(SessionMemory.@Nullable Notice notice) {
        presenter.showNotice(notice);
    }

    /** Empties the password field, as after a login that succeeded. */
    void forgetPassword() {
        keptPassword.forget();
    }

    /**
     * Shows whose content is locked, so that only the password is asked for.
     *
     * @param user the user; {@code null} to ask for a name as well
     * @param loginName the name to log in with
     * @param remembered whether the user wants to be remembered
     */
    void setLockedUser(@Nullable AuthUser user, String loginName, boolean remembered) {
        lockedLoginName = loginName;
        lockedRemembered = remembered;
        form.rememberMe.setSelected(remembered && isRememberMeVisible());
        presenter.setLockedUser(user);
        focus.offerInput();
    }

    /** Puts the focus where the user has to type next. */
    void requestFocusForInput() {
        focus.toInput();
    }

    private void openForgotPassword() {
        URI uri = forgotPasswordUri;
        if (uri != null) {
            WebPage.open(uri, () -> presenter.showHint(presenter.message("hint.forgotPassword", uri.toASCIIString())));
        }
    }

    @Override
    public void addNotify() {
        super.addNotify();
        JRootPane root = getRootPane();
        if (root != null) {
            DefaultButton.acquire(root, form.login);
        }
        presenter.resume();
    }

    @Override
    public void removeNotify() {
        details.close();
        JRootPane root = getRootPane();
        if (root != null) {
            DefaultButton.release(root, form.login);
        }
        presenter.pause();
        if (!(getParent() instanceof AuthGate)) {
            forgetPassword(); // a gate that shows something else for a moment decides by itself
        }
        super.removeNotify();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        presenter.setEnabled(enabled);
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        presenter.setMessages(Messages.of(locale));
        details.relabel();
        applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (presenter != null) {
            presenter.setMessages(Messages.of(getLocale())); // a host may have set texts of its own
            details.relabel();
        }
    }

    /**
     * Returns the heading.
     *
     * @return the heading; "Please log in" in the language of the form unless set
     */
    public String getTitle() {
        return presenter.title();
    }

    /**
     * Sets the heading.
     *
     * @param title plain text; {@code null} for "Please log in" in the language of the form
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public void setTitle(@Nullable String title) {
        check("setTitle");
        String before = getTitle();
        presenter.setTitle(title);
        firePropertyChange("title", before, getTitle());
    }

    /**
     * Returns what stands in the field for the user name.
     *
     * @return the text as typed; empty if there is none
     */
    public String getUsername() {
        return form.username.getText();
    }

    /**
     * Fills in the user name, so that only the password has to be typed.
     *
     * @param username a user name or e-mail address; empty or {@code null} to ask for it
     */
    @SuppressWarnings("exports")
    public void setUsername(@Nullable String username) {
        check("setUsername");
        fillingIn = true; // which is not typing
        try {
            form.username.setText(username);
        } finally {
            fillingIn = false;
        }
    }

    /**
     * Tells whether the user is offered to be remembered.
     *
     * @return whether "Remember me" is shown; {@code false} unless set
     */
    public boolean isRememberMeVisible() {
        return form.rememberMe.isVisible();
    }

    /**
     * Offers the user to be remembered. It makes sense where the service has a token store that outlives the program.
     *
     * @param visible whether "Remember me" is shown; hidden, it is not selected either
     */
    public void setRememberMeVisible(boolean visible) {
        check("setRememberMeVisible");
        boolean before = isRememberMeVisible();
        form.rememberMe.setVisible(visible);
        form.rememberMe.setSelected(visible && form.rememberMe.isSelected());
        firePropertyChange("rememberMeVisible", before, visible);
    }

    /**
     * Returns the page behind "Lost your password?".
     *
     * @return the page; {@code null} if the link is not shown
     */
    @SuppressWarnings("exports")
    public @Nullable URI getForgotPasswordUri() {
        return forgotPasswordUri;
    }

    /**
     * Sets the page behind "Lost your password?".
     *
     * @param uri opened in the user's browser; {@code null} to show no link
     * @throws IllegalArgumentException if it is not the address of a web page
     */
    @SuppressWarnings("exports")
    public void setForgotPasswordUri(@Nullable URI uri) {
        check("setForgotPasswordUri");
        URI before = forgotPasswordUri;
        forgotPasswordUri = uri == null ? null : WebPage.require(uri);
        form.forgotPassword.setVisible(uri != null);
        firePropertyChange("forgotPasswordUri", before, uri);
    }

    /**
     * Tells whether an attempt is under way.
     *
     * @return whether the inputs are off and Cancel is offered
     */
    public boolean isBusy() {
        return presenter.isBusy();
    }

    /**
     * Shows that an attempt is under way, or that it has been cancelled: what was typed stays.
     *
     * @param busy whether the inputs are off and Cancel is offered
     */
    public void setBusy(boolean busy) {
        check("setBusy");
        boolean before = isBusy();
        if (before == busy) {
            return;
        }
        presenter.setBusy(busy);
        if (!busy) {
            keptPassword.keep();
            focus.offerInput();
        } else {
            // not Cancel: a second Enter, pressed too soon, would cancel what the first one began
            focus.offerProgress();
        }
        firePropertyChange("busy", before, busy);
    }

    /**
     * Returns the name of the site that users log in to.
     *
     * @return the name as it is shown; empty if none is
     */
    public String getSiteName() {
        String text = form.siteName.getText();
        return text == null ? "" : text;
    }

    /**
     * Sets the name of the site that users log in to.
     *
     * @param siteName shown as one line of plain text, never as HTML; empty or {@code null} to show none
     */
    @SuppressWarnings("exports")
    public void setSiteName(@Nullable String siteName) {
        check("setSiteName");
        String before = getSiteName();
        form.siteName.setText(siteName == null ? "" : PlainText.oneLine(siteName));
        showSite();
        firePropertyChange("siteName", before, getSiteName());
    }

    /**
     * Returns the icon beside the site's name.
     *
     * @return the icon; {@code null} if there is none
     */
    @SuppressWarnings("exports")
    public @Nullable Icon getSiteIcon() {
        return form.siteName.getIcon();
    }

    /**
     * Sets the icon beside the site's name, such as the logo of the program. It stands in the place of the icon that the
     * site has itself.
     *
     * @param icon painted at its own size; {@code null} for none, or for the site's own
     */
    @SuppressWarnings("exports")
    public void setSiteIcon(@Nullable Icon icon) {
        check("setSiteIcon");
        Icon before = getSiteIcon();
        form.siteName.setIcon(icon);
        showSite();
        firePropertyChange("siteIcon", before, icon);
    }

    private void showSite() {
        form.siteName.setVisible(!getSiteName().isEmpty() || getSiteIcon() != null);
    }

    /** Tells listeners of the host, which must not keep the form from showing what it has to show. */
    @Override
    @SuppressWarnings("exports")
    protected void firePropertyChange(String property, @Nullable Object before, @Nullable Object after) {
        Edt.contain(() -> super.firePropertyChange(property, before, after));
    }

    @Override
    public void firePropertyChange(String property, boolean before, boolean after) {
        Edt.contain(() -> super.firePropertyChange(property, before, after));
    }

    private void check(String method) {
        if (isDisplayable()) {
            Edt.require("LoginPanel." + method);
        }
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException("a form that may hold a password");
    }

    private final class CancelAction extends AbstractAction {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean isEnabled() {
            return isBusy(); // at other times Escape belongs to the host, which may close a dialog with it
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            form.cancel.doClick(0);
        }
    }
}
