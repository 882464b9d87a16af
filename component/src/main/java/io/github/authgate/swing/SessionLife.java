package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthStates.Effect;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import io.github.authgate.swing.AuthStates.Transition;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lives the life of a session: turns what happens into what the table {@link AuthStates} says, asks the service, and tells
 * those who watch. It is the only class that talks to an {@link AuthService}.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionLife {

    /** Where users look at the session. */
    interface Screen {

        /** Shows the latest. Called for every change, before any listener of the host. */
        void changed();

        /** Tells whether somebody else's work stands between a user and everything that a login would open. */
        boolean isBlockedFor(AuthUser newcomer);
    }

    private final AuthService service;
    private final Notifications notifications;
    private final Screen screen;
    private final SessionWatch watch;
    private final Retry retry;
    private final SessionCalls calls;
    private final SessionMemory memory;
    private final BackgroundQuestion background;

    private Phase phase = Phase.LOGGED_OUT;
    private @Nullable AuthSession session;
    private @Nullable Object stay;
    private @Nullable AuthException failure;
    private @Nullable String typedName;
    private @Nullable ServiceCall<?> attempt;
    private boolean paused;

    SessionLife(
            AuthService service,
            Notifications notifications,
            Screen screen,
            Clock clock,
            Ticker ticker,
            Timers timers,
            DoubleSupplier random) {
        this.service = Objects.requireNonNull(service, "service");
        this.notifications = notifications;
        this.screen = screen;
        this.watch = new SessionWatch(clock, ticker, timers, random, new TimeListener());
        this.retry = new Retry(timers, random, this::askInBackground);
        this.calls = new SessionCalls(this::refusedByServer, this::makeCall);
        this.memory = new SessionMemory(service, screen::changed);
        this.background = new BackgroundQuestion(service, new BackgroundListener());
    }

    Phase phase() {
        return phase;
    }

    /** Returns the session that is open; empty in every other phase. */
    @Nullable
    AuthSession openSession() {
        return phase.isOpen() ? session : null;
    }

    /**
     * Returns what stands for the time from the first login of a user to the logout, or to the next user: the same object
     * all along, and never again. Content that was made in another stay is of the past.
     */
    @Nullable
    Object stay() {
        return stay;
    }

    /** Returns whose session is open or kept; null if there is none. */
    @Nullable
    AuthUser user() {
        return session == null ? null : session.user();
    }

    /** Returns the user whose content is kept out of sight. */
    @Nullable
    AuthUser lockedUser() {
        return phase.isCovered() && session != null ? session.user() : null;
    }

    /**
     * Returns the name under which the locked-out user logs in: as it was typed, else the e-mail address, because the
     * short name need not be the one that WordPress takes.
     */
    String loginName() {
        if (session == null) {
            return "";
        }
        return typedName != null
                ? typedName
                : session.user().email().orElse(session.user().getName());
    }

    @Nullable
    AuthException failure() {
        return failure;
    }

    SessionWatch watch() {
        return watch;
    }

    AuthService service() {
        return service;
    }

    SessionMemory memory() {
        return memory;
    }

    /** Stops all timers, while nothing of it is displayed. */
    void pause() {
        paused = true;
        watch.pause();
        retry.stop();
        background.abandon();
    }

    /** Goes on; what has come due meanwhile happens now. */
    void resume() {
        paused = false;
        watch.resume();
        if (phase.isRetrying()) {
            retry.start();
        }
    }

    /** Tells whether the user of the session wants to be remembered. */
    boolean isRemembered() {
        return session != null && session.rememberMe();
    }

    /** Lets something happen that needs no more than its name. */
    void happen(Event event) {
        happen(event, null, null);
    }

    /** Presents credentials, which have been read when this returns. */
    void login(Credentials credentials) {
        // the table decides first: credentials that nobody asked for reach no service
        if (AuthStates.next(phase, Event.LOGIN).isPresent()) {
            String name = credentials.username();
            stopAsking();
            attempt = ServiceCall.start(
                    () -> service.login(credentials),
                    newcomer -> granted(newcomer, name),
                    this::failed,
                    memory::forget);
            happen(Event.LOGIN);
        }
    }

    /** Says that the server has refused a session, ignored unless it is the current one. */
    void refusedByServer(AuthSession refused) {
        // by its token: what the server has confirmed since is another object, and still the same session
        if (session != null
                && session.accessToken().value().equals(refused.accessToken().value())) {
            refusedByServer();
        }
    }

    /** Says that the server has refused the current session, whichever that is. */
    void refusedByServer() {
        expired();
    }

    /** Ends a session of which the service does not know yet that it has ended: what is stored of it has to go. */
    private void expired() {
        if (AuthStates.next(phase, Event.ENDED).isPresent()) {
            memory.forget(Objects.requireNonNull(session));
            happen(Event.ENDED, null, new AuthException(Reason.SESSION_EXPIRED));
        }
    }

    <T> CompletableFuture<T> call(Function<? super AuthSession, CompletableFuture<T>> request, boolean mayRepeat) {
        SessionCalls.Call<T> call = calls.new Call<>(request, mayRepeat);
        Edt.run(() -> makeCall(call));
        return call.result();
    }

    private void makeCall(SessionCalls.Call<?> call) {
        AuthSession open = openSession();
        if (open != null) {
            call.start(open);
        } else if (phase.isCovered()) {
            calls.await(call);
        } else {
            call.cancel();
        }
    }

    private void happen(Event event, @Nullable AuthSession granted, @Nullable AuthException why) {
        Optional<Transition> transition = AuthStates.next(phase, event);
        if (transition.isEmpty()) {
            return;
        }
        Phase phaseBefore = phase;
        AuthSession openBefore = openSession();
        AuthException failureBefore = failure;

        phase = transition.get().to();
        try {
            carryOut(transition.get().effect(), granted, why);
            adjustTimers(granted);
        } finally {
            notifications.changed("state", phaseBefore.state(), phase.state());
            notifications.changed("session", openBefore, openSession());
            notifications.changed("failure", failureBefore, failure);
            notifications.changed("busy", phaseBefore.isBusy(), phase.isBusy());
            screen.changed(); // whatever has gone wrong: what must not be seen any more has to go
        }
        adjustCalls(granted);
        notifications.deliver();
    }

    private void carryOut(Effect effect, @Nullable AuthSession granted, @Nullable AuthException why) {
        switch (effect) {
            case ASK_TO_RESTORE:
                failure = null;
                stopAsking();
                attempt = ServiceCall.start(service::restore, this::restored, this::failed, unwanted -> {});
                break;
            case ASK_TO_CONFIRM:
                failure = null;
                stopAsking();
                AuthSession kept = Objects.requireNonNull(session);
                attempt = ServiceCall.start(
                        () -> service.revalidate(kept), this::confirmed, this::failed, unwanted -> {});
                break;
            case ASK_TO_LOGIN:
                failure = null;
                break;
            case REPLACE:
                memory.forget(Objects.requireNonNull(session));
                calls.cancel();
                session = granted;
                stay = new Object();
                failure = null;
                break;
            case TAKE:
                stay = session == null ? new Object() : stay;
                session = granted;
                failure = null;
                break;
            case REPORT:
                failure = why;
                break;
            case ABORT_AND_REPORT:
                stopAsking();
                failure = why;
                break;
            case ABORT:
                stopAsking();
                break;
            case CLOSE:
                stopAsking();
                if (session != null) {
                    memory.forget(session);
                } else {
                    memory.forgetStored();
                }
                session = null;
                stay = null;
                typedName = null;
                failure = null;
                break;
            default:
                throw new AssertionError(effect);
        }
    }

    /** Starts and stops what belongs to a phase, whatever led into it. */
    private void adjustTimers(@Nullable AuthSession granted) {
        if (phase.mayOpenByItself()) {
            watch.startForUser();
        } else if (!phase.isOpen()) {
            watch.stop();
        } else if (granted != null) {
            watch.start(granted);
        }
        if (phase.isRetrying() && !paused) {
            retry.start();
        } else {
            retry.stop();
        }
        if (!phase.isOpen() && !phase.isRetrying()) {
            background.abandon();
        }
    }

    private void adjustCalls(@Nullable AuthSession granted) {
        if (granted != null && granted == openSession()) {
            calls.resume(granted);
        } else if (session == null) {
            calls.cancel();
        }
    }

    private void stopAsking() {
        if (attempt != null) {
            attempt.abandon();
            attempt = null;
        }
        background.abandon();
    }

    private void restored(Optional<AuthSession> stored) {
        attempt = null;
        AuthException refusal = refusalOf(stored);
        if (refusal != null) {
            happen(Event.FAILED, null, refusal);
        } else if (stored.isPresent()) {
            happen(Event.GRANTED, stored.get(), null);
        } else {
            happen(Event.NONE_STORED);
        }
    }

    private void confirmed(AuthSession renewed) {
        attempt = null;
        if (isOfSameUser(renewed)) {
            happen(Event.GRANTED, renewed, null);
        } else {
            happen(Event.FAILED, null, new AuthException(Reason.SERVER_FAULT, "user_mismatch", null));
        }
    }

    private boolean isOfSameUser(AuthSession other) {
        return session != null && session.user().isSameAs(other.user());
    }

    private void granted(AuthSession newcomer, String name) {
        ServiceCall<?> answered = attempt;
        AuthException refusal = refusalOf(newcomer.user());
        if (answered != attempt) {
            // a listener that was asked, or somebody during its dialog, has ended the attempt
            memory.forget(newcomer);
        } else if (refusal != null) {
            memory.forget(newcomer);
            failed(refusal);
        } else {
            boolean isAnother = session != null && !isOfSameUser(newcomer);
            attempt = null;
            typedName = name;
            memory.keep(newcomer);
            happen(isAnother ? Event.GRANTED_TO_ANOTHER : Event.GRANTED, newcomer, null);
        }
    }

    private @Nullable AuthException refusalOf(Optional<AuthSession> stored) {
        return stored.isPresent() ? refusalOf(stored.get().user()) : null;
    }

    /** Returns what keeps a user out whom the server lets in; null if nothing does. */
    private @Nullable AuthException refusalOf(AuthUser newcomer) {
        AuthUser before = user();
        if (before != null && before.isSameAs(newcomer)) {
            return null;
        }
        if (screen.isBlockedFor(newcomer)) {
            return new AuthException(Reason.ACCOUNT_REFUSED, "dialog_of_another", null);
        }
        boolean agreed = before == null || notifications.agreed("user", before, newcomer);
        return agreed ? null : new AuthException(Reason.ACCOUNT_REFUSED, "user_change_refused", null);
    }

    private void failed(AuthException why) {
        attempt = null;
        boolean isOutOfReach =
                why.isTransient() && AuthStates.next(phase, Event.UNREACHABLE).isPresent();
        happen(isOutOfReach ? Event.UNREACHABLE : Event.FAILED, null, why);
    }

    /** Asks the server at once whether the open session holds, and who its user is by now. */
    void confirmNow() {
        if (phase == Phase.LOGGED_IN && !background.isOpen()) {
            askInBackground();
        }
    }

    /** A question that is still open when the next one is due has been so for too long. */
    private void askInBackground() {
        if (background.isOpen()) {
            background.giveUp();
        } else if (phase == Phase.UNRESTORED) {
            background.askForStored();
        } else if (session != null) {
            watch.asked();
            background.askToConfirm(session);
        }
    }

    private final class BackgroundListener implements BackgroundQuestion.Listener {

        @Override
        public void confirmed(AuthSession confirmed) {
            AuthException refusal = refusalOf(confirmed.user());
            if (refusal == null) {
                happen(Event.CONFIRMED, confirmed, null);
            } else {
                refused(refusal);
            }
        }

        @Override
        public void refused(@Nullable AuthException why) {
            happen(phase.isRetrying() ? Event.REFUSED : Event.ENDED, null, why);
        }

        @Override
        public void unanswered(AuthException why) {
            if (phase.isRetrying()) {
                retry.unanswered(why);
            } else {
                watch.unanswered(why);
            }
        }
    }

    private final class TimeListener implements SessionWatch.Listener {

        @Override
        public void expired() {
            SessionLife.this.expired();
        }

        @Override
        public void idle() {
            happen(Event.LOCK);
        }

        @Override
        public void woke() {
            happen(Event.WAKE);
        }

        @Override
        public void lost(AuthException why) {
            happen(Event.LOST, null, why);
        }

        @Override
        public void confirmationDue() {
            askInBackground();
        }

        @Override
        public void warningDue() {
            screen.changed();
        }
    }
}
