package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Dimension;
import java.awt.Insets;
import java.beans.Beans;
import java.beans.JavaBean;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of a part of a tool: it shows a login form, and the tool's own content only while the server has
 * validated the session; otherwise "Access denied" and a sentence that helps.
 *
 * <p>Use only on the event dispatch thread.
 *
 * <pre>{@code
 * AuthGate gate = new AuthGate(new AuthModel(auth), session -> new MainPanel(session));
 * frame.setContentPane(gate);
 * frame.setSize(960, 640);
 * frame.setVisible(true);
 * }</pre>
 *
 * <p>It starts by itself when it is first displayed: it restores a session or asks. It always has exactly one child.
 * Content that is not shown is not hidden but taken out of the tree, because a hidden default button still fires on
 * Enter. Other windows of the host, floating toolbars too, are covered while the session is locked; at a logout the host
 * closes them.
 *
 * <p>A JavaBean: without a model and a content it is a shut gate, whose form is disabled. Whatever the host's factory or
 * rule throws, the gate stays shut.
 *
 * @serial exclude
 */
@JavaBean(
        defaultProperty = "content",
        description = "Shows its content to users who have logged in, and a form to others.")
public class AuthGate extends JPanel {

    private static final long serialVersionUID = 1L;

    private final LoginPanel loginPanel = new LoginPanel();
    private final transient HostContent content = new HostContent();
    private final transient AccessCheck access = new AccessCheck();
    private final transient GatePresenter presenter = new GatePresenter(this, loginPanel, content, access);
    private transient @Nullable AuthModel model;

    /** Creates a gate that is shut until it has a {@linkplain #setModel model} and a content. */
    public AuthGate() {
        super(new BorderLayout());
        loginPanel.setEnabled(false);
        place(loginPanel);
    }

    /**
     * Creates a gate.
     *
     * @param model who is logged in
     * @param content makes what is shown, for each user anew; called on the event dispatch thread, only after the server
     *     has validated the session. If it throws, returns null or a component that already has a parent, the gate stays
     *     shut.
     */
    public AuthGate(AuthModel model, Function<? super AuthSession, ? extends JComponent> content) {
        this();
        setContentFactory(content);
        setModel(Objects.requireNonNull(model, "model"));
    }

    /**
     * Puts a gate in front of a panel that exists already.
     *
     * @param existing shown to the first user who logs in; taken out of its present parent at once
     * @param service whom to ask
     * @return a gate with a model of its own
     */
    public static AuthGate wrap(JComponent existing, AuthService service) {
        AuthGate gate = new AuthGate();
        gate.setContent(Objects.requireNonNull(existing, "existing"));
        gate.setModel(new AuthModel(service));
        return gate;
    }

    /**
     * Returns who is logged in.
     *
     * @return the model; {@code null} if there is none, and the gate is shut
     */
    @SuppressWarnings("exports") // readers of the annotation are optional
    public @Nullable AuthModel getModel() {
        return model;
    }

    /**
     * Sets who is logged in. Content that was made for the session of the model before is dropped.
     *
     * @param model the model; {@code null} to shut the gate
     */
    @SuppressWarnings("exports")
    public void setModel(@Nullable AuthModel model) {
        check("setModel");
        AuthModel before = this.model;
        if (before == model) {
            return;
        }
        presenter.detach();
        content.drop();
        this.model = model;
        loginPanel.setEnabled(model != null);
        if (isDisplayable()) {
            attach();
        }
        firePropertyChange("model", before, model);
    }

    /**
     * Returns what makes the content.
     *
     * @return the factory; {@code null} if there is none
     */
    @SuppressWarnings("exports")
    public @Nullable Function<? super AuthSession, ? extends JComponent> getContentFactory() {
        return content.factory();
    }

    /**
     * Sets what makes the content, in place of any content before.
     *
     * @param factory see {@link #AuthGate(AuthModel, Function)}; {@code null} for none
     */
    @SuppressWarnings("exports")
    public void setContentFactory(@Nullable Function<? super AuthSession, ? extends JComponent> factory) {
        check("setContentFactory");
        Object before = content.factory();
        content.setFactory(factory);
        presenter.refresh();
        firePropertyChange("contentFactory", before, factory);
    }

    /**
     * Returns the content.
     *
     * @return what is shown or kept for the present user, or will be shown to the first; {@code null} if there is nothing
     */
    @SuppressWarnings("exports")
    public @Nullable JComponent getContent() {
        if (model != null) {
            content.enter(model.life().state().stay(), getRootPane());
        }
        return content.component();
    }

    /**
     * Sets a content that exists already, in place of any content before. It is shown to the first user who logs in;
     * another user would see the work of the first, and is refused unless
     * {@link #setContentSharedByUsers setContentSharedByUsers(true)} says otherwise.
     *
     * @param existing taken out of its present parent at once; {@code null} for none
     */
    @SuppressWarnings("exports")
    public void setContent(@Nullable JComponent existing) {
        check("setContent");
        JComponent before = content.component();
        content.setFixed(existing);
        presenter.refresh();
        firePropertyChange("content", before, existing);
    }

    /**
     * Tells whether a fixed content is shown to whoever logs in.
     *
     * @return {@code false} unless set
     */
    public boolean isContentSharedByUsers() {
        return content.isSharedByUsers();
    }

    /**
     * Says whether a fixed content is shown to whoever logs in, with all that users before have left in it.
     *
     * @param shared {@code false} to show it to its first user only
     */
    public void setContentSharedByUsers(boolean shared) {
        check("setContentSharedByUsers");
        boolean before = content.isSharedByUsers();
        content.setSharedByUsers(shared);
        presenter.refresh();
        firePropertyChange("contentSharedByUsers", before, shared);
    }

    /**
     * Returns the form, to set its title or to prefill the user name.
     *
     * @return the form of this gate, shown or not
     */
    public LoginPanel getLoginPanel() {
        return loginPanel;
    }

    /**
     * Sets a rule that a user who is logged in has to pass to see the content: those who fail see "Access denied" and can
     * switch user. It is asked again whenever the server has confirmed the session.
     *
     * @param rule decides by what the server said about the user, never by reading the token; one that throws refuses.
     *     Where the server did not say what the user may do, it is not asked and the gate stays shut. {@code null} for no
     *     rule.
     */
    @SuppressWarnings("exports")
    public void setAccessRule(@Nullable Predicate<? super AuthSession> rule) {
        check("setAccessRule");
        access.setRule(rule);
        presenter.refresh();
    }

    /**
     * Returns the capability that a user needs.
     *
     * @return the capability; {@code null} if none is needed
     */
    @SuppressWarnings("exports")
    public @Nullable String getRequiredCapability() {
        return access.capability();
    }

    /**
     * Sets the capability that a user needs to see the content, such as {@code edit_posts}.
     *
     * @param capability in the server's word for it; {@code null} for none
     */
    @SuppressWarnings("exports")
    public void setRequiredCapability(@Nullable String capability) {
        check("setRequiredCapability");
        String before = access.capability();
        access.setCapability(capability);
        presenter.refresh();
        firePropertyChange("requiredCapability", before, capability);
    }

    /**
     * Takes what is added as to any other container for the {@linkplain #setContent content}, as a GUI builder does:
     * it is shown once its user has logged in.
     *
     * @throws IllegalArgumentException if the gate has a content already, or the component cannot be one
     */
    @Override
    @SuppressWarnings("exports")
    protected void addImpl(Component added, @Nullable Object constraints, int index) {
        if (!(added instanceof JComponent) || added == loginPanel) {
            throw new IllegalArgumentException("The content of a gate is a JComponent of the host's, and not " + added);
        }
        if (content.factory() != null || content.component() != null) {
            throw new IllegalArgumentException("A gate has one content, and this one has it already:"
                    + " put everything into one panel, or use setContent to show another.");
        }
        setContent((JComponent) added);
    }

    /** Adds something of the gate's own, or the view with the content. */
    void place(JComponent child) {
        super.addImpl(child, BorderLayout.CENTER, -1);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (!Beans.isDesignTime()) {
            Edt.run(this::attach); // old programs build and show their windows on the main thread
        }
    }

    @Override
    public void removeNotify() {
        Edt.run(presenter::detach);
        loginPanel.forgetPassword();
        super.removeNotify();
    }

    private void attach() {
        if (model != null && isDisplayable()) {
            presenter.attach(model);
        }
        presenter.refresh();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        detachedViews().forEach(SwingUtilities::updateComponentTreeUI);
    }

    @Override
    public void applyComponentOrientation(ComponentOrientation orientation) {
        super.applyComponentOrientation(orientation);
        presenter.views().setOrientation(orientation);
        detachedViews().forEach(part -> part.applyComponentOrientation(orientation));
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        loginPanel.setLocale(locale);
        presenter.views().setLocale(locale);
    }

    /** Returns what belongs to this gate and is not in its tree at the moment, where no change of the tree reaches it. */
    private List<JComponent> detachedViews() {
        if (content == null) {
            return List.of(); // JPanel's constructor calls updateUI before we have any
        }
        List<JComponent> detached = presenter.views().made();
        detached.add(loginPanel);
        if (content.component() != null) {
            detached.add(content.component());
        }
        detached.removeIf(part -> SwingUtilities.isDescendingFrom(part, this));
        return detached;
    }

    /**
     * Returns the size of the content while that shows. Until then it is a size that has room for the form and for a content
     * that exists already, whatever shows at the moment: hosts pack their windows before anybody has logged in.
     */
    @Override
    public Dimension getPreferredSize() {
        Dimension size = super.getPreferredSize();
        boolean isOpen = getComponentCount() > 0 && getComponent(0) instanceof ContentView;
        if (isPreferredSizeSet() || isOpen) {
            return size;
        }
        Dimension room = new Dimension(size);
        include(room, loginPanel);
        include(room, content.component());
        return room;
    }

    private void include(Dimension room, @Nullable JComponent part) {
        if (part != null) {
            Insets insets = getInsets();
            Dimension needed = part.getPreferredSize();
            room.width = Math.max(room.width, needed.width + insets.left + insets.right);
            room.height = Math.max(room.height, needed.height + insets.top + insets.bottom);
        }
    }

    private void check(String method) {
        if (isDisplayable()) {
            Edt.require("AuthGate." + method);
        }
    }
}
