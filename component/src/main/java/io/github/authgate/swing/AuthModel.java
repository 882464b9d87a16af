package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import io.github.authgate.swing.AuthStates.Event;
import io.github.authgate.swing.AuthStates.Phase;
import io.github.authgate.swing.AuthStates.Transition;
import java.awt.EventQueue;
import java.beans.PropertyChangeListener;
import java.beans.VetoableChangeListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * <p>A model asks its service for a stored session when its first gate is displayed. When its last gate leaves the screen
 * an attempt that is under way is given up; the session stays.
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

    /** What shows the model. It hears of every change before any listener of the host. */
    interface View {
        void modelChanged();
    }

    private final AuthService service;
    private final Notifications notifications = new Notifications(this);
    private final Set<View> views = new LinkedHashSet<>();

    private Phase phase = Phase.LOGGED_OUT;
    private @Nullable AuthSession session;
    private @Nullable AuthException failure;
    private @Nullable ServiceCall<?> attempt;
    private @Nullable ServiceCall<?> preparation;
    private @Nullable SiteInfo siteInfo;
    private @Nullable String typedName;
    private boolean restored;

    /**
     * Creates a model in which nobody is logged in.
     *
     * @param service whom to ask
     */
    public AuthModel(AuthService service) {
        this.service = Objects.requireNonNull(service, "service");
    }

    /**
     * Returns where the session stands.
     *
     * @return the state
     */
    public State getState() {
        Edt.require("AuthModel.getState");
        return phase.state();
    }

    /**
     * Returns the session whose content is shown.
     *
     * @return the session; {@code null} in every state but {@link State#LOGGED_IN}
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public @Nullable AuthSession getSession() {
        Edt.require("AuthModel.getSession");
        return phase.state() == State.LOGGED_IN ? session : null;
    }

    /**
     * Returns the user whose content is kept out of sight.
     *
     * @return the user who can unlock; {@code null} if nothing is locked
     */
    @SuppressWarnings("exports")
    public @Nullable AuthUser getLockedUser() {
        Edt.require("AuthModel.getLockedUser");
        return phase.hasUser() && phase.state() != State.LOGGED_IN && session != null ? session.user() : null;
    }

    /**
     * Returns why the last attempt failed or the session ended.
     *
     * @return the failure; {@code null} if there was none, or a new attempt has begun
     */
    @SuppressWarnings("exports")
    public @Nullable AuthException getFailure() {
        Edt.require("AuthModel.getFailure");
        return failure;
    }

    /**
     * Tells whether an attempt is under way.
     *
     * @return whether {@link #cancel} has something to cancel
     */
    public boolean isBusy() {
        Edt.require("AuthModel.isBusy");
        return phase.isBusy();
    }

    /** Looks for a stored session. Does nothing unless nobody is logged in and no attempt is under way. */
    public void restore() {
        Edt.require("AuthModel.restore");
        happen(Event.RESTORE, null, null);
    }

    /**
     * Presents credentials, to log in, to unlock or to prolong the session. Does nothing if an attempt is under way.
     *
     * @param credentials taken over and closed, whatever becomes of them
     */
    public void login(Credentials credentials) {
        try (credentials) {
            Edt.require("AuthModel.login");
            // the table decides first: credentials that nobody asked for reach no service
            if (AuthStates.next(phase, Event.LOGIN).isPresent()) {
                String name = credentials.username();
                attempt = ServiceCall.start(
                        () -> service.login(credentials),
                        newcomer -> granted(newcomer, name),
                        this::failed,
                        this::forget);
                happen(Event.LOGIN, null, null);
            }
        }
    }

    /** Gives up the attempt that is under way and goes back to where it came from. */
    public void cancel() {
        Edt.require("AuthModel.cancel");
        happen(Event.CANCEL, null, null);
    }

    /** Logs out: content is dropped at once, the token is forgotten, and the server is told when it can be reached. */
    public void logout() {
        Edt.require("AuthModel.logout");
        happen(Event.LOGOUT, null, null);
    }

    /** Takes the content out of sight until its user has logged in again. */
    public void lock() {
        Edt.require("AuthModel.lock");
        happen(Event.LOCK, null, null);
    }

    /** Says that the host has seen the server refuse the current session. May be called on any thread. */
    public void sessionExpired() {
        Edt.run(() -> happen(Event.ENDED, null, new AuthException(Reason.SESSION_EXPIRED)));
    }

    /**
     * Says that the host has seen the server refuse a session. May be called on any thread.
     *
     * @param refused the session that the request carried; ignored unless it is still the current one
     */
    public void sessionExpired(AuthSession refused) {
        Objects.requireNonNull(refused, "refused");
        Edt.run(() -> {
            if (refused == session) {
                happen(Event.ENDED, null, new AuthException(Reason.SESSION_EXPIRED));
            }
        });
    }

    private void happen(Event event, @Nullable AuthSession granted, @Nullable AuthException why) {
        Optional<Transition> transition = AuthStates.next(phase, event);
        if (transition.isEmpty()) {
            return;
        }
        State stateBefore = phase.state();
        boolean busyBefore = phase.isBusy();
        AuthSession sessionBefore = getSession();
        AuthException failureBefore = failure;

        phase = transition.get().to();
        carryOut(transition.get().effect(), granted, why);

        notifications.changed("state", stateBefore, phase.state());
        notifications.changed("session", sessionBefore, getSession());
        notifications.changed("failure", failureBefore, failure);
        notifications.changed("busy", busyBefore, phase.isBusy());
        updateViews();
        notifications.deliver();
    }

    private void carryOut(AuthStates.Effect effect, @Nullable AuthSession granted, @Nullable AuthException why) {
        switch (effect) {
            case ASK_TO_RESTORE:
                failure = null;
                attempt = ServiceCall.start(service::restore, this::restored, this::failed, unwanted -> {});
                break;
            case ASK_TO_LOGIN:
                failure = null;
                break;
            case ASK_TO_CONFIRM:
                failure = null;
                AuthSession toConfirm = Objects.requireNonNull(session);
                attempt = ServiceCall.start(
                        () -> service.revalidate(toConfirm), this::confirmed, this::failed, unwanted -> {});
                break;
            case OPEN:
            case RENEW:
                failure = null;
                session = granted;
                break;
            case REPLACE:
                failure = null;
                forget(session);
                session = granted;
                break;
            case REPORT:
            case COVER:
                failure = why;
                break;
            case ABORT:
                abandonAttempt();
                break;
            case ABORT_AND_COVER:
                abandonAttempt();
                failure = why;
                break;
            case CLOSE:
                abandonAttempt();
                failure = null;
                forget(session);
                session = null;
                typedName = null;
                break;
            default:
                throw new AssertionError(effect);
        }
    }

    private void abandonAttempt() {
        if (attempt != null) {
            attempt.abandon();
            attempt = null;
        }
    }

    private void forget(@Nullable AuthSession ended) {
        if (ended != null) {
            ServiceCall.start(() -> service.logout(ended), deleted -> {}, neverFails -> {}, deleted -> {});
        }
    }

    private void restored(Optional<AuthSession> stored) {
        attempt = null;
        if (stored.isPresent()) {
            happen(Event.GRANTED, stored.get(), null);
        } else {
            happen(Event.NONE_STORED, null, null);
        }
    }

    private void confirmed(AuthSession renewed) {
        attempt = null;
        if (session != null && session.user().isSameAs(renewed.user())) {
            happen(Event.GRANTED, renewed, null);
        } else {
            happen(Event.FAILED, null, new AuthException(Reason.SERVER_FAULT, "user_mismatch", null));
        }
    }

    private void granted(AuthSession newcomer, String name) {
        AuthUser before = session == null ? null : session.user();
        boolean isAnother = before != null && !before.isSameAs(newcomer.user());
        ServiceCall<?> answered = attempt;
        boolean agreed = !isAnother || notifications.agreed("user", before, newcomer.user());
        if (answered != attempt) {
            // a listener that was asked, or somebody during its dialog, has ended the attempt
            forget(newcomer);
        } else if (agreed) {
            attempt = null;
            typedName = name;
            ServiceCall.start(() -> service.keep(newcomer), kept -> {}, neverFails -> {}, kept -> {});
            happen(isAnother ? Event.GRANTED_TO_ANOTHER : Event.GRANTED, newcomer, null);
        } else {
            forget(newcomer);
            failed(new AuthException(Reason.ACCOUNT_REFUSED, "user_change_refused", null));
        }
    }

    private void failed(AuthException why) {
        attempt = null;
        happen(Event.FAILED, null, why);
    }

    /**
     * Returns the name under which the locked-out user logs in: as it was typed, else the e-mail address, because the
     * short name need not be the one that WordPress takes.
     */
    String lockedUsersLoginName() {
        AuthUser user = getLockedUser();
        if (user == null) {
            return "";
        }
        return typedName != null ? typedName : user.email().orElse(user.getName());
    }

    /** Takes a view in. The first one makes the model look for a stored session. */
    void attach(View view) {
        views.add(view);
        if (!restored) {
            restored = true;
            restore();
        }
        view.modelChanged();
    }

    /** Lets a view go. When none has come in its place after the current event, an attempt is given up. */
    void detach(View view) {
        views.remove(view);
        EventQueue.invokeLater(() -> {
            if (views.isEmpty()) {
                // a session that could not be looked for to the end is looked for again
                restored = restored && phase != Phase.RESTORING;
                happen(Event.CANCEL, null, null);
                if (preparation != null) {
                    preparation.abandon();
                    preparation = null;
                }
            }
        });
    }

    /** Returns what is known about the site, and has the service get ready at the first question. */
    Optional<SiteInfo> siteInfo() {
        if (siteInfo == null && preparation == null) {
            preparation = ServiceCall.start(
                    service::prepare,
                    info -> {
                        siteInfo = info.orElse(null);
                        updateViews();
                    },
                    neverFails -> {},
                    unwanted -> {});
        }
        return Optional.ofNullable(siteInfo);
    }

    private void updateViews() {
        for (View view : new ArrayList<>(views)) {
            try {
                view.modelChanged();
            } catch (RuntimeException | Error e) {
                Edt.report(e);
            }
        }
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
