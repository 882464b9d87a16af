package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The card that a {@link LoginPanel} shows: its parts, where they stand and what is written on them. It decides nothing.
 *
 * <p>Use only on the event dispatch thread.
 */
final class LoginForm extends JPanel {

    private static final long serialVersionUID = 1L;

    final JLabel siteName = new Labels.Muted();
    final JLabel title = new Labels.Title();
    final FailureView failure = new FailureView();
    final JButton tryAgain = PlainText.named("authgate.tryAgain", new Labels.Link());
    final JLabel lockedUser = new Labels.Strong();
    final JTextField username = PlainText.named("authgate.username", new JTextField(12));
    final PasswordInput password = new PasswordInput(this::showCapsLock);
    final JCheckBox rememberMe = PlainText.named("authgate.rememberMe", PlainText.disableHtml(new JCheckBox()));
    final JButton forgotPassword = PlainText.named("authgate.forgotPassword", new Labels.Link());
    final JButton switchUser = PlainText.named("authgate.switchUser", new Labels.Link());
    final JButton login = PlainText.named("authgate.login", PlainText.disableHtml(new JButton()));
    final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    final Labels.Sentence notice = PlainText.named("authgate.notice", new Labels.Sentence());
    final JProgressBar progress = PlainText.named("authgate.progress", new JProgressBar());

    private final JLabel usernameLabel = PlainText.label();
    private final JLabel passwordLabel = PlainText.label();
    private final JLabel capsLock = new Labels.Muted();
    private final JPanel userRow = row();
    private final JPanel passwordRow = row();
    private final JPanel optionsRow = row();
    private final JPanel buttonRow = row();
    private transient Runnable afterPainting = () -> {};

    LoginForm() {
        super(new MigLayout());
        setOpaque(false);
        PlainText.named("authgate.password", password.field());
        usernameLabel.setLabelFor(username);
        passwordLabel.setLabelFor(password.field());
        capsLock.setVisible(false);
        tryAgain.setVisible(false);
        assemble();
        arrange();
        scrollToFocus(username, password.field(), rememberMe, forgotPassword, switchUser, login, cancel);
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

    private static JPanel row() {
        JPanel row = new JPanel(new MigLayout());
        row.setOpaque(false);
        return row;
    }

    private void assemble() {
        userRow.add(lockedUser);
        userRow.add(switchUser);
        passwordRow.add(passwordLabel);
        passwordRow.add(capsLock);
        optionsRow.add(rememberMe);
        optionsRow.add(forgotPassword);
        buttonRow.add(login);
        buttonRow.add(cancel);
        for (JComponent part : new JComponent[] {
            siteName,
            title,
            failure,
            tryAgain,
            userRow,
            usernameLabel,
            username,
            passwordRow,
            password,
            optionsRow,
            buttonRow,
            progress,
            notice
        }) {
            add(part);
        }
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
        layout(this).setLayoutConstraints("insets " + Look.units(24) + ", fillx, wrap 1, hidemode 3, gapy 0");
        layout(this).setColumnConstraints("[grow, fill]");
        String atLeastHigh = ", wmin 0, hmin " + Look.units(28);
        place(siteName, 0, ", width 0:0:");
        place(title, 2, "");
        place(failure, 14, "");
        place(tryAgain, 4, ", growx 0, alignx leading, gapbefore " + Look.units(28));
        place(userRow, 14, "");
        place(usernameLabel, 16, "");
        place(username, 4, atLeastHigh);
        place(passwordRow, 12, "");
        place(password, 4, atLeastHigh);
        place(optionsRow, 12, "");
        place(buttonRow, 16, "");
        place(progress, 8, ", height " + Look.units(4) + "!, hidemode 0");
        place(notice, 8, ", width 0:0:");
        layout(userRow).setLayoutConstraints("insets 0, fillx");
        layout(userRow).setComponentConstraints(lockedUser, "pushx, growx, width 0:0:");
        layout(userRow).setComponentConstraints(switchUser, "alignx trailing");
        layout(passwordRow).setLayoutConstraints("insets 0, fillx");
        layout(passwordRow).setComponentConstraints(capsLock, "pushx, alignx trailing");
        layout(optionsRow).setLayoutConstraints("insets 0, fillx, hidemode 3");
        layout(optionsRow).setComponentConstraints(rememberMe, "wmin 0");
        layout(optionsRow).setComponentConstraints(forgotPassword, "wmin 0, pushx, alignx trailing");
        layout(buttonRow).setLayoutConstraints("insets 0, fillx, hidemode 3");
        layout(buttonRow).setComponentConstraints(login, "growx, pushx" + atLeastHigh);
        layout(buttonRow).setComponentConstraints(cancel, "growy");
    }

    private static MigLayout layout(JPanel panel) {
        return (MigLayout) panel.getLayout();
    }

    private void place(Component part, int gapAbove, String more) {
        layout(this).setComponentConstraints(part, "gaptop " + Look.units(gapAbove) + more);
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
        capsLock.setVisible(on);
    }

    /** Writes everything whose words never change while one locale lasts. */
    void setTexts(Messages messages) {
        PlainText.setText(tryAgain, messages.get("tryAgain"));
        PlainText.setText(usernameLabel, messages.get("username"));
        username.putClientProperty("JTextField.placeholderText", messages.get("username.placeholder"));
        PlainText.setText(passwordLabel, messages.get("password"));
        password.setTexts(messages.get("password.show"), messages.get("password.placeholder"));
        capsLock.setText(messages.get("capsLock"));
        PlainText.setText(rememberMe, messages.get("rememberMe"));
        PlainText.setText(forgotPassword, messages.get("forgotPassword"));
        PlainText.setText(switchUser, messages.get("switchUser"));
        PlainText.setText(cancel, messages.get("cancel"));
        progress.getAccessibleContext().setAccessibleName(messages.get("login.busy"));
    }

    /** Shows a name in the place of the field for it, or the field. */
    void setLockedUser(@Nullable String displayName) {
        boolean locked = displayName != null;
        lockedUser.setText(displayName);
        userRow.setVisible(locked);
        usernameLabel.setVisible(!locked);
        username.setVisible(!locked);
    }

    void setBusy(boolean busy) {
        progress.setVisible(busy);
        progress.setIndeterminate(busy);
        cancel.setVisible(busy);
    }

    /** Marks the field that is to blame, where the look and feel can do that; {@code null} for none. */
    void markInput(@Nullable JComponent culprit) {
        for (JComponent field : new JComponent[] {username, password.field()}) {
            field.putClientProperty("JComponent.outline", field == culprit ? "error" : null);
        }
    }

    void setInputEnabled(boolean enabled) {
        username.setEnabled(enabled);
        password.setEnabled(enabled);
        rememberMe.setEnabled(enabled);
        switchUser.setEnabled(enabled);
    }
}
