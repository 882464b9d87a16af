package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers when and how a test says. */
final class ScriptedService implements AuthService {

    final List<LoginCall> logins = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Optional<AuthSession>>> restores = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<AuthSession>> revalidations = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Optional<SiteInfo>>> preparations = new CopyOnWriteArrayList<>();
    final List<AuthSession> kept = new CopyOnWriteArrayList<>();
    final List<AuthSession> loggedOut = new CopyOnWriteArrayList<>();
    final AtomicInteger forgotten = new AtomicInteger();
    volatile Optional<AuthSession> stored = Optional.empty();
    volatile Optional<SiteInfo> site = Optional.empty();
    final List<CompletableFuture<Optional<String>>> diagnoses = new CopyOnWriteArrayList<>();
    volatile boolean offersDiagnosis;
    volatile boolean holdsRestore;
    volatile boolean holdsPreparation;
    volatile boolean keeps = true;
    volatile boolean deletes = true;
    volatile boolean failsAtStoring;

    /** Makes a session with a token of its own, as every login does. */
    static AuthSession session(String id, String name) {
        return AuthSession.of(
                AuthUser.builder(id, name)
                        .site(URI.create("https://example.org"))
                        .displayName(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1))
                        .build(),
                AccessToken.of(name + "." + UUID.randomUUID(), null));
    }

    /** Makes what the server's yes makes of a session: another object, the same token. */
    static AuthSession confirmed(AuthSession session) {
        return AuthSession.of(session.user(), session.accessToken());
    }

    static AuthException failure(Reason reason) {
        return new AuthException(reason);
    }

    @Override
    public CompletableFuture<AuthSession> login(Credentials credentials) {
        LoginCall call = new LoginCall(credentials);
        logins.add(call);
        return call.answer;
    }

    @Override
    public CompletableFuture<Optional<AuthSession>> restore() {
        CompletableFuture<Optional<AuthSession>> answer = new CompletableFuture<>();
        restores.add(answer);
        if (!holdsRestore) {
            answer.complete(stored);
        }
        return answer;
    }

    @Override
    public CompletableFuture<AuthSession> revalidate(AuthSession session) {
        CompletableFuture<AuthSession> answer = new CompletableFuture<>();
        revalidations.add(answer);
        return answer;
    }

    @Override
    public CompletableFuture<Boolean> keep(AuthSession session) {
        kept.add(session);
        return stored(keeps);
    }

    @Override
    public CompletableFuture<Boolean> logout(AuthSession session) {
        loggedOut.add(session);
        return stored(deletes);
    }

    @Override
    public CompletableFuture<Boolean> forget() {
        forgotten.incrementAndGet();
        return stored(deletes);
    }

    private CompletableFuture<Boolean> stored(boolean well) {
        return failsAtStoring
                ? CompletableFuture.failedFuture(new IllegalStateException("the store is broken"))
                : CompletableFuture.completedFuture(well);
    }

    @Override
    public CompletableFuture<Optional<SiteInfo>> prepare() {
        CompletableFuture<Optional<SiteInfo>> answer = new CompletableFuture<>();
        preparations.add(answer);
        if (!holdsPreparation) {
            answer.complete(site);
        }
        return answer;
    }

    @Override
    public boolean offersDiagnosis() {
        return offersDiagnosis;
    }

    @Override
    public CompletableFuture<Optional<String>> diagnose() {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        diagnoses.add(answer);
        return answer;
    }

    /** Returns the only login so far. */
    LoginCall login() {
        assertThat(logins).hasSize(1);
        return logins.get(0);
    }

    /** Returns the latest login. */
    LoginCall lastLogin() {
        return logins.get(logins.size() - 1);
    }

    /** One login: what was presented, and the answer, which is the test's to give. */
    static final class LoginCall {

        final String username;
        final String password;
        final boolean rememberMe;
        final CompletableFuture<AuthSession> answer = new CompletableFuture<>();

        private LoginCall(Credentials credentials) {
            username = credentials.username();
            password = new String(credentials.password());
            rememberMe = credentials.rememberMe();
        }

        void grant(String id, String name) {
            answer.complete(session(id, name));
        }

        void refuse(Reason reason) {
            answer.completeExceptionally(failure(reason));
        }
    }
}
