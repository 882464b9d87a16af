package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthStates.Effect;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import io.github.authgate.swing.AuthStates.Transition;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lives the life of a session: turns what happens into what the table {@link AuthStates} says, asks the service, and tells
 * those who watch. Nobody else asks an {@link AuthService} about sessions, but its own {@link SessionMemory} and
 * {@link BackgroundQuestion}.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SessionLife {

    private final AuthService service;
    private final Notifications notifications;
    private final Screen screen;
    private final Admission admission;
    private final SessionWatch watch;
    private final Retry retry;
    private final SessionCalls calls;
    private final SessionMemory memory;
    private final BackgroundQuestion background;

    private SessionState state = SessionState.NOBODY;
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
        this.admission = new Admission(screen, notifications);
        this.watch = new SessionWatch(clock, ticker, timers, random, new TimeListener());
        this.retry = new Retry(timers, random, this::askInBackground);
        this.calls = new SessionCalls(this::state, this::refusedByServer);
        this.memory = new SessionMemory(service, screen::update);
        this.background = new BackgroundQuestion(service, new BackgroundListener());
    }

    /** Returns what is so at the moment. */
    SessionState state() {
        return state;
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

    SessionCalls calls() {
        return calls;
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
        if (state.phase().isRetrying()) {
            retry.start();
        }
    }

    /** Lets something happen that needs no more than its name. */
    void happen(Event event) {
        happen(event, null, null);
    }

    /** Presents credentials, which have been read when this returns. */
    void login(Credentials credentials) {
        // the table decides first: credentials that nobody asked for reach no service
        if (state.next(Event.LOGIN).isPresent()) {
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
        AuthSession current = state.session();
        if (current != null
                && current.accessToken().value().equals(refused.accessToken().value())) {
            expired();
        }
    }

    /** Ends a session of which the service does not know yet that it has ended: what is stored of it has to go. */
    void expired() {
        if (state.next(Event.ENDED).isPresent()) {
            memory.forget(Objects.requireNonNull(state.session()));
            happen(Event.ENDED, null, new AuthException(Reason.SESSION_EXPIRED));
        }
    }

    private void happen(Event event, @Nullable AuthSession granted, @Nullable AuthException why) {
        Optional<Transition> transition = state.next(event);
        if (transition.isEmpty()) {
            return;
        }
        SessionState before = state;
        state = before.after(transition.get(), granted, why);
        try {
            carryOut(transition.get().effect(), before.session());
            adjustTimers(granted);
        } finally {
            notifications.changed("state", before.phase().state(), state.phase().state());
            notifications.changed("session", before.openSession(), state.openSession());
            notifications.changed("failure", before.failure(), state.failure());
            notifications.changed("busy", before.phase().isBusy(), state.phase().isBusy());
            screen.update(); // whatever has gone wrong: what must not be seen any more has to go
        }
        if (state.stay() != before.stay()) {
            calls.cancelEarlier();
        }
        if (granted != null && granted == state.openSession()) {
            calls.resume();
        }
        notifications.deliver();
    }

    /** Asks the service what a transition wants to know, and tells it what that ends. */
    private void carryOut(Effect effect, @Nullable AuthSession sessionBefore) {
        switch (effect) {
            case ASK_TO_RESTORE:
                stopAsking();
                attempt = ServiceCall.start(service::restore, this::restored, this::failed, unwanted -> {});
                break;
            case ASK_TO_CONFIRM:
                stopAsking();
                AuthSession kept = Objects.requireNonNull(sessionBefore);
                attempt = ServiceCall.start(
                        () -> service.revalidate(kept), this::confirmed, this::failed, unwanted -> {});
                break;
            case REPLACE:
                memory.forget(Objects.requireNonNull(sessionBefore));
                break;
            case ABORT:
            case ABORT_AND_REPORT:
                stopAsking();
                break;
            case CLOSE:
                stopAsking();
                if (sessionBefore != null) {
                    memory.forget(sessionBefore);
                } else {
                    memory.forgetStored();
                }
                break;
            default: // the service has been asked, or need not be
        }
    }

    /** Starts and stops what belongs to a phase, whatever led into it. */
    private void adjustTimers(@Nullable AuthSession granted) {
        if (state.phase().mayOpenByItself()) {
            watch.startForUser();
        } else if (!state.phase().isOpen()) {
            watch.stop();
        } else if (granted != null) {
            watch.start(granted);
        }
        if (state.phase().isRetrying() && !paused) {
            retry.start();
        } else {
            retry.stop();
        }
        if (!state.phase().isOpen() && !state.phase().isRetrying()) {
            background.abandon();
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
        AuthException refusal = stored.map(this::refusalOf).orElse(null);
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
        if (state.isOf(renewed.user())) {
            happen(Event.GRANTED, renewed, null);
        } else {
            happen(Event.FAILED, null, new AuthException(Reason.SERVER_FAULT, "user_mismatch", null));
        }
    }

    private @Nullable AuthException refusalOf(AuthSession newcomer) {
        return admission.refusal(state.user(), newcomer.user());
    }

    private void granted(AuthSession newcomer, String name) {
        ServiceCall<?> answered = attempt;
        AuthException refusal = refusalOf(newcomer);
        if (answered != attempt) {
            // a listener that was asked, or somebody during its dialog, has ended the attempt
            memory.forget(newcomer);
        } else if (refusal != null) {
            memory.forget(newcomer);
            failed(refusal);
        } else {
            boolean isAnother = state.session() != null && !state.isOf(newcomer.user());
            attempt = null;
            background.abandon(); // it asks about the session before, whose end or renewal means nothing from now on
            state = state.withTypedName(name);
            memory.keep(newcomer);
            happen(isAnother ? Event.GRANTED_TO_ANOTHER : Event.GRANTED, newcomer, null);
        }
    }

    private void failed(AuthException why) {
        attempt = null;
        boolean isOutOfReach =
                why.isTransient() && state.next(Event.UNREACHABLE).isPresent();
        happen(isOutOfReach ? Event.UNREACHABLE : Event.FAILED, null, why);
    }

    /** Asks the server at once whether the open session holds, and who its user is by now. */
    void confirmNow() {
        if (state.phase() == Phase.LOGGED_IN && !background.isOpen()) {
            askInBackground();
        }
    }

    /** A question that is still open when the next one is due has been so for too long. */
    private void askInBackground() {
        AuthSession session = state.session();
        if (background.isOpen()) {
            background.giveUp();
        } else if (state.phase() == Phase.UNRESTORED) {
            background.askForStored();
        } else if (session != null) {
            watch.asked();
            background.askToConfirm(session);
        }
    }

    private final class BackgroundListener implements BackgroundQuestion.Listener {

        @Override
        public void confirmed(AuthSession confirmed) {
            AuthException refusal = refusalOf(confirmed);
            if (refusal == null) {
                happen(Event.CONFIRMED, confirmed, null);
            } else {
                refused(refusal);
            }
        }

        @Override
        public void refused(@Nullable AuthException why) {
            happen(state.phase().isRetrying() ? Event.REFUSED : Event.ENDED, null, why);
        }

        @Override
        public void unanswered(AuthException why) {
            if (state.phase().isRetrying()) {
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
            screen.update();
        }
    }
}
