package io.github.authgate.swing;

import io.github.authgate.swing.ColumnLayout.Row;
import java.awt.BorderLayout;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/**
 * The card that a {@link LoginPanel} shows: its parts, where they stand and what is written on them. It decides nothing.
 *
 * <p>Use only on the event dispatch thread.
 */
final class LoginForm extends Card {

    private static final long serialVersionUID = 1L;

    /** In line with the sentence, which stands beside an icon. */
    private static final Row LINKS = Row.below(4).indented(28);

    final JLabel siteName = new Labels.Muted();
    final JLabel title = new Labels.Title();
    final FailureView failure = new FailureView();
    final JButton tryAgain = PlainText.named("authgate.tryAgain", new Labels.Link());
    final JButton details = PlainText.named("authgate.details", new Labels.Link());
    final JLabel lockedUser = PlainText.named("authgate.lockedUser", new Labels.Strong());
    final JTextField username = PlainText.named("authgate.username", new JTextField(12));
    final PasswordInput password = new PasswordInput(this::showCapsLock);
    final JCheckBox rememberMe = PlainText.named("authgate.rememberMe", new Labels.Choice());
    final JButton forgotPassword = PlainText.named("authgate.forgotPassword", new Labels.Link());
    final JButton switchUser = PlainText.named("authgate.switchUser", new Labels.Link());
    final JButton login = PlainText.named("authgate.login", PlainText.disableHtml(new LoginButton()));
    final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    final Labels.Sentence notice = PlainText.named("authgate.notice", new Labels.Sentence());
    final JProgressBar progress = PlainText.named("authgate.progress", new Progress());

    private final JLabel usernameLabel = new Labels.Caption();
    private final JLabel passwordLabel = new Labels.Caption();
    private final JLabel capsLock = PlainText.named("authgate.capsLock", new Labels.Muted());
    private final JPanel failureRow = row(new PairLayout(PairLayout.Growing.NEITHER_TOGETHER));
    private final JPanel userRow = row(new PairLayout(PairLayout.Growing.NEITHER));
    private final JPanel passwordRow = row(new PairLayout(PairLayout.Growing.NEITHER));
    private final JPanel optionsRow = row(new PairLayout(PairLayout.Growing.NEITHER));
    private final JPanel buttonRow = row(new BorderLayout());
    private transient Runnable afterPainting = () -> {};
    private String usernameDescription = "";
    private String passwordDescription = "";
    private String capsLockWarning = "";
    private @Nullable JComponent culprit;
    private String reproach = "";
    private boolean capsLockOn;
    private boolean offersTryAgain;
    private boolean offersDetails;

    LoginForm() {
        super(new ColumnLayout());
        PlainText.named("authgate.password", password.field());
        usernameLabel.setLabelFor(username);
        passwordLabel.setLabelFor(password.field());
        capsLock.setVisible(false);
        setTryAgainVisible(false);
        setDetailsVisible(false);
        assemble();
        arrange();
        scrollToFocus(
                tryAgain, details, username, password.field(), rememberMe, forgotPassword, switchUser, login, cancel);
    }

    /** Has something called whenever the form has been painted. */
    void onPainted(Runnable action) {
        afterPainting = action;
    }

    @Override
    public void paint(Graphics graphics) {
        super.paint(graphics);
        afterPainting.run();
    }

    private static JPanel row(LayoutManager layout) {
        JPanel row = new JPanel(layout);
        row.setOpaque(false);
        return row;
    }

    private void assemble() {
        failureRow.add(tryAgain);
        failureRow.add(details);
        userRow.add(lockedUser);
        userRow.add(switchUser);
        passwordRow.add(passwordLabel);
        passwordRow.add(capsLock);
        optionsRow.add(rememberMe);
        optionsRow.add(forgotPassword);
        buttonRow.add(login);
        buttonRow.add(cancel, BorderLayout.LINE_END);
        add(siteName, Row.below(0).ofAnyWidth().dispensable());
        add(title, Row.below(6).ofAnyWidth());
        add(failure, Row.below(14));
        add(failureRow, LINKS);
        add(userRow, Row.below(14));
        add(usernameLabel, Row.below(16));
        add(username, Row.below(4).atLeastHigh(28));
        add(passwordRow, Row.below(12));
        add(password, Row.below(4).atLeastHigh(28));
        add(optionsRow, Row.below(12));
        add(buttonRow, Row.below(16).atLeastHigh(28));
        add(progress, Row.below(8).keepingRoom(true));
        add(notice, Row.below(8).ofAnyWidth());
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (buttonRow != null) {
            arrange();
        }
    }

    /** Spaces everything in the units of the look and feel. Parts stay where they are, so that none loses the focus. */
    private void arrange() {
        ((BorderLayout) buttonRow.getLayout()).setHgap(Look.gap(8));
        rememberMe.setMargin(new Insets(2, 0, 2, 0)); // its box in line with the edge of the fields
        capsLock.setIcon(Look.smallIcon("warning", 14));
        FlatStyle.placeholder(username);
        FlatStyle.placeholder(password.field());
        FlatStyle.defaultButton(login);
    }

    private static void scrollToFocus(JComponent... parts) {
        FocusAdapter scroller = new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                JComponent part = (JComponent) event.getComponent();
                part.scrollRectToVisible(new Rectangle(part.getSize()));
            }
        };
        for (JComponent part : parts) {
            part.addFocusListener(scroller);
        }
    }

    private void showCapsLock(boolean on) {
        capsLockOn = on;
        capsLock.setVisible(on && !password.showsCapsLock());
        describeInput();
    }

    /** Writes everything whose words never change while one locale lasts. */
    void setTexts(Messages messages) {
        PlainText.setText(usernameLabel, messages.get("username"));
        username.putClientProperty("JTextField.placeholderText", messages.get("username.placeholder"));
        PlainText.setText(passwordLabel, messages.get("password"));
        password.setTexts(
                messages.get("password.show"),
                messages.get("password.show.description"),
                messages.get("password.placeholder"));
        usernameDescription = messages.get("username.description");
        passwordDescription = messages.get("password.description");
        capsLockWarning = messages.get("capsLock");
        capsLock.setText(capsLockWarning);
        write(tryAgain, "tryAgain", messages);
        write(details, "details", messages);
        write(rememberMe, "rememberMe", messages);
        write(forgotPassword, "forgotPassword", messages);
        write(switchUser, "switchUser", messages);
        write(cancel, "cancel", messages);
        Spoken.name(progress, messages.get("login.busy"));
        describeInput();
    }

    private static void write(AbstractButton button, String key, Messages messages) {
        PlainText.setText(button, messages.get(key));
        Spoken.describe(button, messages.get(key + ".description"));
    }

    /** Says to assistive technologies what is wrong with a field, if anything is, else what belongs into it. */
    private void describeInput() {
        String aboutPassword = capsLockOn ? capsLockWarning : passwordDescription;
        Spoken.describe(username, culprit == username ? reproach : usernameDescription);
        Spoken.describe(password.field(), culprit == password.field() ? reproach : aboutPassword);
    }

    void setTryAgainVisible(boolean visible) {
        offersTryAgain = visible;
        showFailureRow();
    }

    void setDetailsVisible(boolean visible) {
        offersDetails = visible;
        showFailureRow();
    }

    private void showFailureRow() {
        boolean offersAnything = offersTryAgain || offersDetails;
        if (offersAnything) { // else they go as they are, or there would be no room to keep for them
            tryAgain.setVisible(offersTryAgain);
            details.setVisible(offersDetails);
        }
        failureRow.setVisible(offersAnything);
    }

    /** Shows a name in the place of the field for it, or the field. */
    void setLockedUser(@Nullable String displayName) {
        boolean locked = displayName != null;
        lockedUser.setText(displayName);
        userRow.setVisible(locked);
        usernameLabel.setVisible(!locked);
        username.setVisible(!locked);
    }

    void setTitle(String words) {
        String before = Spoken.name(this);
        title.setText(words);
        Spoken.name(this, words);
        if (accessibleContext != null) {
            accessibleContext.firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, before, words);
        }
    }

    void setBusy(boolean busy) {
        boolean before = progress.isVisible();
        progress.setVisible(busy);
        if (before != busy && accessibleContext != null) {
            AccessibleState state = AccessibleState.BUSY;
            accessibleContext.firePropertyChange(
                    AccessibleContext.ACCESSIBLE_STATE_PROPERTY, before ? state : null, busy ? state : null);
        }
        progress.setIndeterminate(busy);
        cancel.setVisible(busy);
    }

    /**
     * Says that a field is to blame, to the eye where the look and feel can do that, and to the ear.
     *
     * @param field {@code null} for none
     * @param why the sentence that the form shows about it
     * @param outlined whether it is marked for the eye
     */
    void blame(@Nullable JComponent field, String why, boolean outlined) {
        culprit = field;
        reproach = why;
        for (JComponent input : new JComponent[] {username, password.field()}) {
            input.putClientProperty("JComponent.outline", outlined && input == field ? "error" : null);
        }
        describeInput();
    }

    /** Keeps the room of a message that has been taken away, so that nothing moves while an attempt is under way. */
    void keepRoomOfFailure(boolean keep) {
        ColumnLayout column = (ColumnLayout) getLayout();
        column.place(failure, Row.below(14).keepingRoom(keep));
        column.place(failureRow, LINKS.keepingRoom(keep && failureRow.isVisible()));
    }

    void setInputEnabled(boolean enabled) {
        username.setEnabled(enabled);
        password.setEnabled(enabled);
        rememberMe.setEnabled(enabled);
        switchUser.setEnabled(enabled);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleForm();
        }
        return accessibleContext;
    }

    /** Says what the form is for, and that it is busy. */
    private final class AccessibleForm extends AccessibleJPanel {

        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleStateSet getAccessibleStateSet() {
            AccessibleStateSet states = super.getAccessibleStateSet();
            if (progress.isVisible()) {
                states.add(AccessibleState.BUSY);
            }
            return states;
        }
    }

    /** The button that Enter presses; while it is disabled it does not look as if Enter did anything. */
    private static final class LoginButton extends JButton {

        private static final long serialVersionUID = 1L;

        /** Nimbus paints a disabled default button like an enabled one, and its words grey upon that: nobody can read them. */
        @Override
        public boolean isDefaultButton() {
            return isEnabled() && super.isDefaultButton();
        }
    }
}
