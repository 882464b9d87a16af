package io.github.authgate.recipes;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;

/** For programs that log in through JAAS: the option {@code service} holds the {@link AuthService} to ask. */
public final class AuthGateLoginModule implements LoginModule {

    private Subject subject;
    private CallbackHandler handler;
    private AuthService service;
    private AuthSession session;

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
        this.handler = handler;
        this.service = (AuthService) options.get("service");
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User name: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        try {
            handler.handle(new Callback[] {name, password});
            char[] typed = password.getPassword();
            try (Credentials credentials = new Credentials(name.getName(), typed, false)) {
                session = service.login(credentials).get();
            } finally {
                java.util.Arrays.fill(typed, '\0');
                password.clearPassword();
            }
        } catch (ExecutionException e) {
            throw new FailedLoginException(e.getCause().getMessage());
        } catch (IOException | UnsupportedCallbackException e) {
            throw new LoginException(e.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoginException("interrupted");
        }
        return true;
    }

    @Override
    public boolean commit() {
        if (session == null) {
            return false;
        }
        subject.getPrincipals().add(session.user());
        subject.getPrivateCredentials().add(session);
        return true;
    }

    @Override
    public boolean abort() {
        return logout();
    }

    @Override
    public boolean logout() {
        if (session == null) {
            return false;
        }
        subject.getPrincipals().remove(session.user());
        subject.getPrivateCredentials().remove(session);
        service.logout(session);
        session = null;
        return true;
    }
}
