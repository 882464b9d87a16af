package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.AuthUser;
import io.github.authgate.SiteInfo;
import io.github.authgate.swing.AuthStates.Event;
import java.awt.Component;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * What shows a model, and what it needs only while it is shown: timers, listeners on windows, the look for a stored
 * session.
 *
 * <p>Use only on the event dispatch thread.
 */
final class ModelViews implements Screen {

    /** What shows a model. It hears of every change before any listener of the host. */
    interface View {

        /** Looks at the model again. */
        void modelChanged();

        /** Returns where it is on the screen. */
        Component component();
    }

    private final AuthModel model;
    private final SitePreparation preparation;
    private final WindowLock windowLock;
    private final UserActivity activity;
    private final Set<View> views = new LinkedHashSet<>();
    private volatile boolean lockingWindows = true; // hosts may set it on any thread before anything is displayed
    private boolean lookedForStored;
    private volatile boolean displayed;

    ModelViews(AuthModel model, AuthService service) {
        this.model = model;
        this.preparation = new SitePreparation(service, this::update);
        this.windowLock = new WindowLock(model, this::components);
        this.activity = new UserActivity(() -> life().watch().userActive());
    }

    /** Takes a view in. The first one makes the model look for a stored session. */
    void attach(View view) {
        views.add(view);
        displayed = true;
        life().resume();
        if (!lookedForStored) {
            lookedForStored = true;
            life().happen(Event.RESTORE);
        }
        update();
    }

    /** Lets a view go. When none has come in its place after the current event, attempts are given up and timers stop. */
    void detach(View view) {
        views.remove(view);
        EventQueue.invokeLater(() -> {
            if (views.isEmpty()) {
                displayed = false;
                // a session that could not be looked for to the end is looked for again
                lookedForStored = lookedForStored && life().state().phase() != AuthStates.Phase.RESTORING;
                life().happen(Event.CANCEL);
                life().pause();
                preparation.abandon();
                update();
            }
        });
    }

    /**
     * Lets everything that shows the model look at it again; trouble with one part keeps no other from hearing. Neither
     * does a dialog that a listener of the host shows when it is told that something goes: while that is open, the next
     * event does the rest.
     */
    @Override
    public void update() {
        AtomicBoolean isThrough = new AtomicBoolean();
        EventQueue.invokeLater(() -> {
            if (!isThrough.get()) {
                update();
            }
        });
        // windows first: a content factory finds the menus free, and may take from them what its user has no right to
        Edt.contain(() -> windowLock.update(lockingWindows));
        for (View view : new ArrayList<>(views)) {
            Edt.contain(view::modelChanged);
        }
        Edt.contain(() -> activity.listen(displayed && life().watch().isCountingAbsence()));
        isThrough.set(true);
    }

    @Override
    public boolean isBlockedFor(AuthUser newcomer) {
        return windowLock.isInTheWayOf(newcomer);
    }

    /** Tells whether any view is displayed. May be called on any thread. */
    boolean isDisplayed() {
        return displayed;
    }

    boolean isLockingWindows() {
        return lockingWindows;
    }

    void setLockingWindows(boolean locks) {
        lockingWindows = locks;
        if (displayed) {
            update();
        }
    }

    /** Returns what is known about the site. */
    Optional<SiteInfo> site() {
        return preparation.site();
    }

    /** Says that a form for this model is on the screen, so that a login is likely soon. */
    void formPainted() {
        if (displayed) {
            preparation.formPainted();
        }
    }

    /** Returns the icon of the site; {@code null} if there is none yet. */
    @Nullable
    Icon siteIcon() {
        return preparation.icon();
    }

    private SessionLife life() {
        return model.life(); // which is made after the views
    }

    private List<Component> components() {
        return views.stream().map(View::component).collect(Collectors.toList());
    }
}
