package io.github.authgate.testkit;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AuthService} without a server: it knows the accounts that a test gives it, answers when and how the test says,
 * and remembers what it has been asked.
 *
 * <p>Thread-safe; methods do not block. It answers at once, on the thread that asks; an answer that was held back comes on
 * the thread that releases it.
 *
 * <pre>{@code
 * FakeAuthService service = FakeAuthService.of(FakeUser.of("ann", "secret").withRole("editor"));
 * AuthModel model = new AuthModel(service);
 * ...
 * service.refuse(Reason.SERVER_UNREACHABLE);  // whatever is asked, until accept()
 * service.holdAnswers();                      // for ever, or until releaseAnswers()
 * service.revokeTokens();                     // every session is over, and
 * model.call(service::revalidate);            // the tool finds out, as with any request of its own
 * }</pre>
 *
 * <p>A service outlives the model in front of it: another {@code AuthModel} on the same service is the next start of the
 * tool, which finds the session that was kept, or the one of {@link #remember}.
 */
public final class FakeAuthService implements AuthService {

    private final Accounts accounts = new Accounts();
    private final Clock clock;
    private final Map<String, Grant> grants = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private Duration tokenLifetime = Duration.ofHours(1);
    private boolean holding;
    private boolean storeBroken;
    private @Nullable AuthException failure;
    private @Nullable AuthSession stored;

    private FakeAuthService(Clock clock, FakeUser... users) {
        this.clock = Objects.requireNonNull(clock, "clock");
        List.of(users).forEach(accounts::add);
    }

    /**
     * Creates a service.
     *
     * @param users the accounts that it knows
     * @return the service
     */
    public static FakeAuthService of(FakeUser... users) {
        return new FakeAuthService(Clock.systemUTC(), users);
    }

    /**
     * Creates a service whose server has a clock of its own.
     *
     * @param clock says when the server regards a token as expired, such as a {@link ManualClock}; what a model believes of
     *     the end of its session follows this machine's clock
     * @param users the accounts that it knows
     * @return the service
     */
    public static FakeAuthService of(Clock clock, FakeUser... users) {
        return new FakeAuthService(clock, users);
    }

    /**
     * Adds an account.
     *
     * @param user the account
     * @throws IllegalArgumentException if there is one of this name already
     */
    public void addUser(FakeUser user) {
        accounts.add(user);
    }

    /**
     * Keeps an account out: its password and its tokens are refused.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public void blockUser(String name) {
        accounts.change(name, user -> user.withBlocked(true));
    }

    /**
     * Deletes an account, and its tokens end with it.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public void deleteUser(String name) {
        accounts.delete(name);
    }

    /**
     * Gives an account another role; a model hears of it with the next validation.
     *
     * @param name the user name
     * @param role see {@link FakeUser#withRole}
     * @throws IllegalArgumentException if there is no such account or no such role
     */
    public void setRole(String name, String role) {
        accounts.change(name, user -> user.withRole(role));
    }

    /**
     * Sets how long the tokens live that are given from now on. A time that is shorter than the model's expiry warning
     * brings the warning at once.
     *
     * @param lifetime more than nothing
     * @throws IllegalArgumentException if it is zero or negative
     */
    public synchronized void setTokenLifetime(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("A token that is given has to live for some time.");
        }
        tokenLifetime = lifetime;
    }

    /** Takes back every token that has been given. A model finds out when it or its tool asks the next time. */
    public synchronized void revokeTokens() {
        grants.clear();
    }

    /**
     * Refuses whatever is asked, until {@link #accept}. {@link Reason#INVALID_CREDENTIALS} concerns nothing but logins, and
     * {@link Reason#SESSION_EXPIRED} everything but logins.
     *
     * @param reason why
     */
    public void refuse(Reason reason) {
        refuse(new AuthException(reason));
    }

    /**
     * Refuses whatever is asked; see {@link #refuse(Reason)}.
     *
     * @param why the failure, such as one with a code or with {@code Retry-After}
     */
    public synchronized void refuse(AuthException why) {
        failure = Objects.requireNonNull(why, "why");
    }

    /** Lets the accounts decide again. */
    public synchronized void accept() {
        failure = null;
    }

    /** Leaves what is asked of the server without an answer until {@link #releaseAnswers}. */
    public synchronized void holdAnswers() {
        holding = true;
    }

    /** Gives every answer that is being held back, as things stand now. */
    public void releaseAnswers() {
        List<Runnable> answers;
        synchronized (this) {
            holding = false;
            answers = new ArrayList<>(held);
            held.clear();
        }
        answers.forEach(Runnable::run);
    }

    /**
     * Breaks the place where sessions are stored, or mends it: while broken it neither stores nor deletes.
     *
     * @param broken whether {@link #keep}, {@link #logout} and {@link #forget} report that
     */
    public synchronized void setStoreBroken(boolean broken) {
        storeBroken = broken;
    }

    /**
     * Stores a session, as if the user had logged in with "Remember me" at the last start.
     *
     * @param name the user name
     * @throws IllegalArgumentException if there is no such account
     */
    public synchronized void remember(String name) {
        long id = accounts.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + name + "."))
                .getKey();
        stored = grantTo(id).withRememberMe(true);
    }

    /**
     * Returns whom the next start finds.
     *
     * @return the user name; empty if no session is stored
     */
    public synchronized Optional<String> rememberedUser() {
        return Optional.ofNullable(stored).map(session -> session.user().getName());
    }

    /**
     * Returns what has been asked so far, oldest first, the calls included that are waiting for their answer.
     *
     * @return method and user of each, such as {@code login ann} (the name as typed), {@code restore}, {@code revalidate ann},
     *     {@code keep ann}, {@code logout ann} or {@code forget}; never a password or a token
     */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public CompletableFuture<AuthSession> login(Credentials credentials) {
        if (credentials.isClosed()) {
            throw new IllegalStateException("These credentials have been closed.");
        }
        String username = credentials.username();
        String password = new String(credentials.password());
        boolean rememberMe = credentials.rememberMe();
        calls.add("login " + username);
        return answer(() -> admit(username, password).withRememberMe(rememberMe));
    }

    @Override
    public CompletableFuture<Optional<AuthSession>> restore() {
        calls.add("restore");
        AuthSession found;
        synchronized (this) {
            found = stored;
        }
        return found == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : answer(() -> Optional.of(confirm(found)));
    }

    @Override
    public CompletableFuture<AuthSession> revalidate(AuthSession session) {
        calls.add("revalidate " + session.user().getName());
        return answer(() -> confirm(session));
    }

    @Override
    public synchronized CompletableFuture<Boolean> keep(AuthSession session) {
        calls.add("keep " + session.user().getName());
        if (!storeBroken) {
            stored = session.rememberMe() ? session : null;
        }
        return CompletableFuture.completedFuture(!storeBroken);
    }

    @Override
    public synchronized CompletableFuture<Boolean> logout(AuthSession session) {
        calls.add("logout " + session.user().getName());
        grants.remove(session.accessToken().value());
        if (!storeBroken) {
            forget(session);
        }
        return CompletableFuture.completedFuture(!storeBroken);
    }

    /** Deletes the stored session whether the server can be reached or not, like the real service. */
    @Override
    public synchronized CompletableFuture<Boolean> forget() {
        calls.add("forget");
        if (!storeBroken && stored != null) {
            grants.remove(stored.accessToken().value());
            stored = null;
        }
        return CompletableFuture.completedFuture(!storeBroken);
    }

    private <T> CompletableFuture<T> answer(Question<T> question) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable answer = () -> {
            if (future.isDone()) {
                return; // cancelled meanwhile, and nobody waits for a token
            }
            try {
                future.complete(question.ask());
            } catch (AuthException e) {
                future.completeExceptionally(e);
            }
        };
        if (!isHeldBack(answer)) {
            answer.run();
        }
        return future;
    }

    private synchronized boolean isHeldBack(Runnable answer) {
        return holding && held.add(answer);
    }

    private synchronized AuthSession admit(String username, String password) throws AuthException {
        if (failure != null && failure.reason() != Reason.SESSION_EXPIRED) {
            throw failure;
        }
        Map.Entry<Long, FakeUser> account = accounts.find(username)
                .filter(entry -> entry.getValue().password().equals(password))
                .orElseThrow(() -> new AuthException(Reason.INVALID_CREDENTIALS));
        if (account.getValue().isBlocked()) {
            throw new AuthException(Reason.ACCOUNT_REFUSED);
        }
        return grantTo(account.getKey());
    }

    private AuthSession grantTo(long id) {
        String token = UUID.randomUUID().toString();
        grants.put(token, new Grant(id, clock.instant().plus(tokenLifetime)));
        AccessToken accessToken = AccessToken.of(token, Instant.now().plus(tokenLifetime));
        return AuthSession.of(describe(id, accounts.get(id).orElseThrow()), accessToken);
    }

    private synchronized AuthSession confirm(AuthSession session) throws AuthException {
        try {
            if (failure != null && failure.reason() != Reason.INVALID_CREDENTIALS) {
                throw failure;
            }
            Grant grant = Optional.ofNullable(grants.get(session.accessToken().value()))
                    .filter(given -> clock.instant().isBefore(given.end))
                    .orElseThrow(() -> new AuthException(Reason.SESSION_EXPIRED));
            FakeUser user = accounts.get(grant.userId).orElseThrow(() -> new AuthException(Reason.SESSION_EXPIRED));
            if (user.isBlocked()) {
                throw new AuthException(Reason.ACCOUNT_REFUSED);
            }
            return AuthSession.of(describe(grant.userId, user), session.accessToken())
                    .withRememberMe(session.rememberMe());
        } catch (AuthException e) {
            if (e.reason() == Reason.SESSION_EXPIRED || e.reason() == Reason.ACCOUNT_REFUSED) {
                forget(session);
            }
            throw e;
        }
    }

    private void forget(AuthSession session) {
        if (stored != null
                && stored.accessToken().value().equals(session.accessToken().value())) {
            stored = null;
        }
    }

    private static AuthUser describe(long id, FakeUser user) {
        return AuthUser.builder(String.valueOf(id), user.name())
                .displayName(user.displayName())
                .email(user.email())
                .roles(List.of(user.role()))
                .capabilities(Roles.capabilities(user.role()))
                .build();
    }

    /** Something that only the server can answer. */
    private interface Question<T> {
        T ask() throws AuthException;
    }

    /** Whose a token is, and until when. */
    private static final class Grant {

        private final long userId;
        private final Instant end;

        private Grant(long userId, Instant end) {
            this.userId = userId;
            this.end = end;
        }
    }
}
