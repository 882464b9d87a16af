package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a gate shows: the host's content, the form, or why the content cannot be seen. While the gate is in no
 * window it hears of nothing, and shows the form.
 *
 * <p>Use only on the event dispatch thread.
 */
final class GatePresenter implements ModelViews.View {

    /** A rule may log out or set another rule, and is then asked once more. Nobody needs that many turns. */
    private static final int MOST_ROUNDS = 20;

    private final AuthGate gate;
    private final LoginPanel loginPanel;
    private final ModelForm form;
    private final HostContent content;
    private final AccessCheck access;
    private final GateViews views;
    private final OneChild child;

    private @Nullable AuthModel model;
    private boolean refreshing;
    private boolean changedMeanwhile;

    GatePresenter(AuthGate gate, LoginPanel loginPanel, HostContent content, AccessCheck access) {
        this.gate = gate;
        this.loginPanel = loginPanel;
        this.form = new ModelForm(loginPanel);
        this.content = content;
        this.access = access;
        this.views = new GateViews(gate, this);
        this.child = new OneChild(gate, content);
    }

    GateViews views() {
        return views;
    }

    /** Shows a model from now on, unless it has one already. */
    void attach(AuthModel next) {
        if (model == null) {
            model = next;
            form.setModel(next);
            views.setModel(next);
            next.views().attach(this);
        }
    }

    /** Shows nothing of the model any more: nobody tells what becomes of its session. */
    void detach() {
        AuthModel before = model;
        if (before != null) {
            model = null;
            form.setModel(null);
            views.setModel(null);
            before.views().detach(this);
            refresh();
        }
    }

    void withModel(Consumer<AuthModel> action) {
        if (model != null) {
            action.accept(model);
        }
    }

    /** Lets a content that failed be made again, and a user be asked for who was refused. */
    void tryAgain() {
        content.retry();
        withModel(current -> current.life().confirmNow()); // perhaps somebody has just been given a role
        refresh();
    }

    @Override
    public void modelChanged() {
        refresh();
    }

    @Override
    public Component component() {
        return gate;
    }

    /** Shows what the model says. Called for every change; what it finds is always the latest. */
    void refresh() {
        if (refreshing) {
            // a host's factory or rule has changed something, perhaps during a dialog of its own: once more, when it is
            // through, but what must not be seen is gone at once
            changedMeanwhile = true;
            if (openSession() == null) {
                child.show(loginPanel);
            }
            return;
        }
        refreshing = true;
        try {
            changedMeanwhile = true;
            for (int round = 0; changedMeanwhile && round < MOST_ROUNDS; round++) {
                changedMeanwhile = false;
                showState();
            }
            if (changedMeanwhile) {
                giveUp();
            }
        } finally {
            refreshing = false;
        }
    }

    private @Nullable AuthSession openSession() {
        return model == null ? null : model.getSession();
    }

    /** Shuts the gate: a host's rule or factory that changes something each time it is asked never comes to an end. */
    private void giveUp() {
        AuthSession session = openSession();
        if (session == null) {
            child.show(loginPanel);
        } else {
            deny(content.failed(
                    session,
                    new IllegalStateException("The access rule or the content factory changes"
                            + " the gate or its model each time it is asked.")));
        }
    }

    private void showState() {
        AuthModel current = model;
        if (current == null) {
            child.show(loginPanel);
            return;
        }
        content.enter(current.life().state().stay(), gate.getRootPane());
        AuthSession session = current.getSession();
        if (session != null) {
            showContent(current, session);
        } else if (current.getState() == AuthModel.State.RESTORING) {
            child.show(views.checking());
        } else {
            child.show(loginPanel); // first: whatever comes of writing it, the content is out of sight
            form.update();
        }
    }

    private void showContent(AuthModel current, AuthSession session) {
        form.forget();
        try {
            access.require(session);
            JComponent component = content.open(session);
            if (current.getSession() == session) {
                // only now: opening it is the host's code, which may have logged out
                child.showContent(views.content(), session, component);
                views.content().updateBanner(Banner.isDue(current));
            }
        } catch (AuthException refusal) {
            deny(refusal);
        }
    }

    private void deny(AuthException refusal) {
        boolean canTryAgain = !refusal.code().equals("content_of_another");
        DeniedView denied = views.denied();
        denied.show(refusal, canTryAgain);
        child.show(denied);
    }
}
