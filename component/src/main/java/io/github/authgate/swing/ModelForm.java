package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthService;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import java.util.function.Consumer;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * Connects a form with a model: the form shows what the model says, the model is asked what the user wants.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ModelForm {

    private final LoginPanel panel;
    private @Nullable AuthModel model;
    private @Nullable AuthException shownFailure;
    private @Nullable AuthUser shownLockedUser;
    private boolean isLockedUserTold;
    private boolean submittedHere;

    ModelForm(LoginPanel panel) {
        this.panel = panel;
        panel.addLoginListener(new FormListener());
        panel.onTyped(() -> withModel(() -> model.life().happen(AuthStates.Event.TYPED)));
        panel.onPainted(() -> withModel(() -> model.views().formPainted()));
        panel.onTryAgain(() -> withModel(() -> model.restore()));
    }

    /** Sets whom to show and to ask; {@code null} for nobody. */
    void setModel(@Nullable AuthModel model) {
        this.model = model;
        AuthService service = model == null ? null : model.life().service();
        panel.setDiagnosis(service != null && service.offersDiagnosis() ? service::diagnose : null);
        forget();
    }

    /** Shows what the model says. */
    void update() {
        AuthModel current = model;
        if (current == null) {
            return;
        }
        SessionLife life = current.life();
        if (life.state().phase().isOpen()) {
            forget();
        }
        AuthUser locked = life.state().lockedUser();
        if (locked != shownLockedUser || !isLockedUserTold) {
            // told once: from then on the user may have chosen to log in under another name
            shownLockedUser = locked;
            isLockedUserTold = true;
            panel.setLockedUser(locked, life.state().loginName(), life.state().isRemembered());
        }
        showFailure(life.state().failure());
        panel.setBusy(
                life.state().phase().isBusy()); // after the failure: a session may end while credentials are under way
        panel.setTryAgainVisible(life.state().phase().isRetrying());
        panel.showNotice(life.memory().notice());
        current.views().site().ifPresent(site -> showSite(site, current.views().siteIcon()));
    }

    private void showFailure(@Nullable AuthException failure) {
        if (failure == shownFailure) {
            return;
        }
        shownFailure = failure;
        if (failure == null) {
            panel.clearFailure();
        } else {
            panel.showFailure(failure, submittedHere);
            submittedHere = false;
        }
    }

    /** Shows what the host has not set. */
    private void showSite(SiteInfo site, @Nullable Icon icon) {
        if (panel.getSiteIcon() == null && icon != null) {
            panel.setSiteIcon(icon);
        }
        if (panel.getSiteName().isEmpty()) {
            panel.setSiteName(site.name());
        }
        if (panel.getForgotPasswordUri() == null) {
            site.lostPasswordUri().ifPresent(panel::setForgotPasswordUri);
        }
    }

    /** Forgets what was typed and shown: the session is open, and the form is not needed. */
    void forget() {
        panel.forgetPassword();
        panel.setBusy(false);
        panel.clearFailure();
        shownFailure = null;
        isLockedUserTold = false; // and with it whether the next user wants to be remembered
        submittedHere = false;
    }

    private void withModel(Runnable action) {
        if (model != null) {
            action.run();
        }
    }

    private boolean isModelBusy() {
        return model != null && model.isBusy();
    }

    private final class FormListener implements LoginListener {

        @Override
        public void loginRequested(LoginEvent event) {
            ask(current -> {
                try (Credentials credentials = event.getCredentials()) {
                    submittedHere = true;
                    current.login(credentials);
                }
            });
        }

        @Override
        public void loginCancelled(LoginEvent event) {
            ask(AuthModel::cancel);
        }

        /** Asks for something, and is as busy afterwards as the model, also if the host has seen to it that nothing came of it. */
        private void ask(Consumer<AuthModel> what) {
            if (model != null) {
                try {
                    what.accept(model);
                } finally {
                    panel.setBusy(isModelBusy());
                }
            }
        }
    }
}
