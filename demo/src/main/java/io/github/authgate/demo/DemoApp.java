package io.github.authgate.demo;

import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyVetoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What all windows of the demo share: the session and what its user works on. Use only on the event dispatch thread. */
final class DemoApp {

    private final Backend backend;
    private final AuthModel model;
    private final PostsClient posts;
    private final List<AuthGate> gates = new ArrayList<>();
    private Locale locale = Locale.getDefault();
    private @Nullable Workbook workbook;
    private @Nullable AuthUser owner;

    DemoApp(Backend backend) {
        this.backend = backend;
        model = new AuthModel(backend.service());
        posts = new PostsClient(model, backend.service(), backend.site());
        model.addVetoableChangeListener(this::refuseWhileUnsaved);
        model.addPropertyChangeListener("state", event -> forgetAfterLogout());
    }

    Backend backend() {
        return backend;
    }

    AuthModel model() {
        return model;
    }

    PostsClient posts() {
        return posts;
    }

    /** Another user may not take over while the work of the one before is not saved. */
    private void refuseWhileUnsaved(PropertyChangeEvent event) throws PropertyVetoException {
        if (hasUnsavedChanges()) {
            throw new PropertyVetoException("There are unsaved changes.", event);
        }
    }

    private void forgetAfterLogout() {
        if (model.getState() == AuthModel.State.LOGGED_OUT) {
            workbook = null;
            owner = null;
        }
    }

    boolean hasUnsavedChanges() {
        return workbook != null && workbook.isModified();
    }

    /** Returns what this user works on, the same for every window. */
    Workbook workbookOf(AuthSession session) {
        Workbook current = workbook;
        if (current == null || owner == null || !owner.isSameAs(session.user())) {
            current = new Workbook();
            workbook = current;
            owner = session.user();
        }
        return current;
    }

    /** Makes the gate of the tool, which offers to remember the user. */
    AuthGate toolGate(java.util.function.Function<AuthSession, ToolPanel> tool) {
        AuthGate gate = new AuthGate(model, tool);
        gate.getLoginPanel().setRememberMeVisible(true);
        return localized("demo.gate", gate);
    }

    /** Makes a gate within the tool, in front of the part that administrators only may see. */
    AuthGate staffGate() {
        AuthGate gate = new AuthGate(model, session -> new StaffPane());
        gate.setRequiredCapability("manage_options");
        return localized("demo.staffGate", gate);
    }

    /** Makes the gate of another window on the same session. */
    AuthGate overviewGate() {
        return localized("demo.overviewGate", new AuthGate(model, session -> new OverviewPanel(workbookOf(session))));
    }

    private AuthGate localized(String name, AuthGate gate) {
        gate.setName(name);
        gate.setLocale(locale);
        gates.removeIf(known -> !known.isDisplayable() && known != gates.get(0));
        gates.add(gate);
        return gate;
    }

    Locale locale() {
        return locale;
    }

    /** Sets the language of all login forms. */
    void setLocale(Locale locale) {
        this.locale = locale;
        gates.forEach(gate -> gate.setLocale(locale));
    }

    /** Lets every session end at the server, and asks the server something, so that the tool finds out. */
    void expireNow() {
        backend.standIn().ifPresent(standIn -> {
            standIn.site().expireTokens();
            posts.newest();
        });
    }
}
