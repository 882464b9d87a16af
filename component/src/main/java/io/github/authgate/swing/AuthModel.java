package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.swing.AuthStates.Event;
import java.beans.PropertyChangeListener;
import java.beans.VetoableChangeListener;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in: the one truth that all {@link AuthGate}s of an application share.
 *
 * <p>Use only on the event dispatch thread.
 *
 * <p>The bound properties are {@code state}, {@code session}, {@code failure} and {@code busy}. All of them have their
 * new values before the first listener hears of a change. The vetoable property is {@code user}: before another user
 * takes the place of the one who is logged in or locked out, listeners may object.
 *
 * <p>A model asks its service for a stored session when its first gate is displayed. While a session is open it asks the
 * server now and then whether it still holds, and locks when the server says no, when the token ends, when the server has
 * been out of reach for too long, when the machine has slept, or when nobody has used the application for a while. When
 * its last gate leaves the screen an attempt that is under way is given up and no timer runs; the session stays.
 */
public class AuthModel {

    /** Where a session stands, as far as the public is concerned. */
    public enum State {
        /** Nobody is logged in; the form asks. */
        LOGGED_OUT,
        /** A session from before is being checked. */
        RESTORING,
        /** Credentials have been presented. */
        LOGGING_IN,
        /** The server has validated the session: the only state in which content is shown. */
        LOGGED_IN,
        /** The content is kept out of sight until its user has logged in again. */
        LOCKED
    }

    private static final Duration SHORTEST_WARNING = Duration.ofSeconds(20);
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    private final Notifications notifications = new Notifications(this);
    private final SessionLife life;
    private final ModelViews views;

    /**
     * Creates a model in which nobody is logged in.
     *
     * @param service whom to ask
     */
    public AuthModel(AuthService service) {
        this(service, Clock.systemUTC(), System::nanoTime, Timers.swing());
    }

    AuthModel(AuthService service, Clock clock, Ticker ticker, Timers timers) {
        this(service, clock, ticker, timers, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * @param random between 0 and 1: keeps clients from asking all at once
     */
    AuthModel(AuthService service, Clock clock, Ticker ticker, Timers timers, DoubleSupplier random) {
        views = new ModelViews(this, service);
        life = new SessionLife(service, notifications, views, clock, ticker, timers, random);
    }

    /**
     * Returns where the session stands.
     *
     * @return the state
     */
    public State getState() {
        Edt.require("AuthModel.getState");
        return life.state().phase().state();
    }

    /**
     * Returns the session whose content is shown.
     *
     * @return the session; {@code null} in every state but {@link State#LOGGED_IN}
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public @Nullable AuthSession getSession() {
        Edt.require("AuthModel.getSession");
        return life.state().openSession();
    }

    /**
     * Returns the user whose content is kept out of sight.
     *
     * @return the user who can unlock; {@code null} if nothing is locked
     */
    @SuppressWarnings("exports")
    public @Nullable AuthUser getLockedUser() {
        Edt.require("AuthModel.getLockedUser");
        return life.state().lockedUser();
    }

    /**
     * Returns why the last attempt failed or the session ended.
     *
     * @return the failure; {@code null} if there was none, or a new attempt has begun
     */
    @SuppressWarnings("exports")
    public @Nullable AuthException getFailure() {
        Edt.require("AuthModel.getFailure");
        return life.state().failure();
    }

    /**
     * Tells whether an attempt is under way.
     *
     * @return whether {@link #cancel} has something to cancel
     */
    public boolean isBusy() {
        Edt.require("AuthModel.isBusy");
        return life.state().phase().isBusy();
    }

    /**
     * Looks for a stored session, or, where the content is kept out of sight because the server was out of reach, asks
     * again. Does nothing in every other case.
     */
    public void restore() {
        Edt.require("AuthModel.restore");
        life.happen(Event.RESTORE);
    }

    /**
     * Presents credentials, to log in, to unlock or to prolong the session. Does nothing if an attempt is under way.
     *
     * @param credentials taken over and closed, whatever becomes of them
     */
    public void login(Credentials credentials) {
        try (credentials) {
            Edt.require("AuthModel.login");
            life.login(credentials);
        }
    }

    /** Gives up the attempt that is under way and goes back to where it came from. */
    public void cancel() {
        Edt.require("AuthModel.cancel");
        life.happen(Event.CANCEL);
    }

    /**
     * Logs out: content is dropped at once, the token is forgotten, also one that is stored and has not been restored, and
     * the server is told when it can be reached. Windows that hold no gate stay as they are, a {@link javax.swing.JToolBar}
     * that floats too: the host closes them, in a listener to {@code session} for example.
     */
    public void logout() {
        Edt.require("AuthModel.logout");
        life.happen(Event.LOGOUT);
    }

    /**
     * Takes the content out of sight until its user has logged in again, or another user to whom nobody objects. Credentials
     * that have been presented meanwhile to unlock or to prolong the session are given up. While nobody is logged in it does
     * nothing, except that a stored session that the server could not confirm yet is not opened any more without a login.
     */
    public void lock() {
        Edt.require("AuthModel.lock");
        life.happen(Event.LOCK);
    }

    /** Says that the host has seen the server refuse the current session. May be called on any thread. */
    public void sessionExpired() {
        Edt.run(life::expired);
    }

    /**
     * Says that the host has seen the server refuse a session. May be called on any thread.
     *
     * @param refused the session that the request carried; ignored unless it is still the current one
     */
    public void sessionExpired(AuthSession refused) {
        Objects.requireNonNull(refused, "refused");
        Edt.run(() -> life.refusedByServer(refused));
    }

    /**
     * Makes a request with the current session. If the server refuses it because the session has ended, the content is
     * locked, the request waits, and once the same user has logged in again it is made once more. Any number of requests
     * lead to one lock. While the content is locked already, a request waits from the start. May be called on any thread.
     *
     * <pre>{@code
     * model.call(session -> auth.send(session, request, BodyHandlers.ofString()))
     *         .thenAccept(response -> ...);
     * }</pre>
     *
     * @param <T> what the request yields
     * @param request called on the event dispatch thread, once or twice; must be safe to be made twice, and its future
     *     ends with an {@link AuthException} of reason {@link AuthException.Reason#SESSION_EXPIRED SESSION_EXPIRED} if
     *     the server refused the session
     * @return a future of what the request yields, ending as it ends; with
     *     {@link java.util.concurrent.CancellationException} if nobody is logged in, the user logs out or another user
     *     takes over. Cancelling it cancels the request.
     */
    public <T> CompletableFuture<T> call(Function<? super AuthSession, CompletableFuture<T>> request) {
        return life.calls().make(request, true);
    }

    /**
     * Makes a request with the current session, and never a second time. If the server refuses it because the session has
     * ended, the content is locked. May be called on any thread.
     *
     * @param <T> what the request yields
     * @param request called on the event dispatch thread, at most once; see {@link #call}
     * @return a future of what the request yields, ending as it ends, also with
     *     {@link AuthException.Reason#SESSION_EXPIRED SESSION_EXPIRED}; see {@link #call}
     */
    public <T> CompletableFuture<T> callOnce(Function<? super AuthSession, CompletableFuture<T>> request) {
        return life.calls().make(request, false);
    }

    /**
     * Returns how long the application may go unused before it locks.
     *
     * @return the time; {@code null} for ever
     */
    @SuppressWarnings("exports")
    public @Nullable Duration getIdleLock() {
        return life.watch().idleLimit();
    }

    /**
     * Sets how long the application may go unused before it locks. Keys and the mouse count, in any of its windows; what
     * happens in other applications does not. Time in which the machine sleeps, or the event dispatch thread is held up,
     * counts as unused; see {@link #setRevalidationInterval}.
     *
     * @param idle the time; {@code null}, the default, for ever
     * @throws IllegalArgumentException if it is zero or negative
     */
    @SuppressWarnings("exports")
    public void setIdleLock(@Nullable Duration idle) {
        check("setIdleLock");
        life.watch().setIdleLimit(idle == null ? null : atLeast(Duration.ofNanos(1), idle, "The idle time"));
        views.update();
    }

    /**
     * Returns how long before the end of a session its user is warned.
     *
     * @return the time; 2 minutes unless set
     */
    public Duration getExpiryWarning() {
        return life.watch().warning();
    }

    /**
     * Sets how long before the end of a session its user is warned and offered to stay logged in.
     *
     * @param ahead at least 20 seconds (WCAG 2.1, success criterion 2.2.1)
     * @throws IllegalArgumentException if it is shorter
     */
    public void setExpiryWarning(Duration ahead) {
        check("setExpiryWarning");
        life.watch().setWarning(atLeast(SHORTEST_WARNING, ahead, "The warning"));
    }

    /**
     * Returns how often the server is asked whether the session still holds.
     *
     * @return the time between two questions; 5 minutes unless set
     */
    public Duration getRevalidationInterval() {
        return life.watch().interval();
    }

    /**
     * Sets how often the server is asked whether the session still holds. The real times vary by a fifth, so that many
     * clients do not ask at once; a session whose end is not known is asked for every 5 minutes at least.
     *
     * <p>After a sleep of the machine the server is asked at once, and the content is out of sight until it has answered.
     * An event dispatch thread that is held up for more than a minute counts as a sleep: while it is, nobody watches
     * whether the session has ended.
     *
     * @param interval at least 10 seconds
     * @throws IllegalArgumentException if it is shorter
     */
    public void setRevalidationInterval(Duration interval) {
        check("setRevalidationInterval");
        life.watch().setInterval(atLeast(SHORTEST_INTERVAL, interval, "The interval"));
    }

    /**
     * Returns how long a session goes on while the server is out of reach.
     *
     * @return the time since the server last said yes; 30 minutes unless set
     */
    public Duration getOfflineGrace() {
        return life.watch().offlineGrace();
    }

    /**
     * Sets how long a session goes on while the server is out of reach, though never beyond its own end.
     *
     * @param grace the time since the server last said yes; zero to lock at the first question that is not answered
     * @throws IllegalArgumentException if it is negative
     */
    public void setOfflineGrace(Duration grace) {
        check("setOfflineGrace");
        life.watch().setOfflineGrace(atLeast(Duration.ZERO, grace, "The grace"));
    }

    /**
     * Tells whether locking covers the other windows of the application as well.
     *
     * @return {@code true} unless set
     */
    public boolean isLocksWindows() {
        return views.isLockingWindows();
    }

    /**
     * Says whether locking covers the other windows of the application as well: their content is taken out of sight,
     * their menus and accelerators do not answer, and everything comes back as it was, with all that the host has done to
     * it meanwhile. Popups close; no dialog does. While a modal dialog is locked, no other user gets in, not even after a
     * logout: the newcomer could reach nothing else. Windows that hold a gate of another model are left alone. So are plain
     * AWT frames, dialogs and windows: a {@link javax.swing.JRootPane} is what gets the cover, and they have none. In a
     * menu bar, menus and buttons do not answer; a text field or a label that a host has put there stays as it is. In a
     * window with a gate the gate covers its content and nothing beside or above it: internal frames and dialogs that the
     * host shows there, and the glass pane, stay in sight.
     *
     * @param locks {@code false} to lock nothing but the content of gates
     */
    public void setLocksWindows(boolean locks) {
        check("setLocksWindows");
        views.setLockingWindows(locks);
    }

    private static Duration atLeast(Duration least, Duration given, String what) {
        if (given.compareTo(least) < 0) {
            throw new IllegalArgumentException(what + " has to be " + least.toMillis() / 1000.0 + " seconds or more.");
        }
        return given;
    }

    private void check(String method) {
        if (views.isDisplayed()) {
            Edt.require("AuthModel." + method);
        }
    }

    SessionLife life() {
        return life;
    }

    ModelViews views() {
        return views;
    }

    /**
     * Adds a listener for all bound properties. May be called on any thread.
     *
     * @param listener called on the event dispatch thread
     */
    public void addPropertyChangeListener(PropertyChangeListener listener) {
        notifications.add(listener);
    }

    /**
     * Adds a listener for one bound property. May be called on any thread.
     *
     * @param property {@code state}, {@code session}, {@code failure} or {@code busy}
     * @param listener called on the event dispatch thread
     */
    public void addPropertyChangeListener(String property, PropertyChangeListener listener) {
        notifications.add(property, listener);
    }

    /**
     * Removes a listener for all bound properties. May be called on any thread.
     *
     * @param listener one that was added; others are ignored
     */
    public void removePropertyChangeListener(PropertyChangeListener listener) {
        notifications.remove(listener);
    }

    /**
     * Removes a listener for one bound property. May be called on any thread.
     *
     * @param property the property it was added for
     * @param listener one that was added; others are ignored
     */
    public void removePropertyChangeListener(String property, PropertyChangeListener listener) {
        notifications.remove(property, listener);
    }

    /**
     * Adds a listener that is asked before another user takes the place of the one who is logged in or locked out: the
     * property is {@code user}, its values are the {@link AuthUser}s. A veto, or anything else that it throws, is a no:
     * the newcomer is logged out again and everything stays as it was. May be called on any thread.
     *
     * @param listener called on the event dispatch thread; may show a dialog
     */
    public void addVetoableChangeListener(VetoableChangeListener listener) {
        notifications.addVetoer(listener);
    }

    /**
     * Removes a listener. May be called on any thread.
     *
     * @param listener one that was added; others are ignored
     */
    public void removeVetoableChangeListener(VetoableChangeListener listener) {
        notifications.removeVetoer(listener);
    }
}
