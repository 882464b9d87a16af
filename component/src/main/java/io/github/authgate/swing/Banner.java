package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * A strip above the content that says what its user has to know and does not get in the way: that the session ends soon,
 * with the means to prolong it on the spot; why that failed; trouble with the place where tokens are stored.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Banner extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel icon = PlainText.label();
    private final Labels.Sentence text = PlainText.named("authgate.banner", new Labels.Ticking());
    private final JButton stay = PlainText.named("authgate.stayLoggedIn", PlainText.disableHtml(new JButton()));
    private final JButton dismiss = PlainText.named("authgate.dismiss", PlainText.disableHtml(new JButton()));
    private final JLabel passwordLabel = PlainText.label();
    private final SecretField password = PlainText.named("authgate.password", new SecretField(() -> {}));
    private final JButton login = PlainText.named("authgate.login", PlainText.disableHtml(new JButton()));
    private final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    private final transient KeptPassword keptPassword = new KeptPassword(password);
    private final Timer countdown = new Timer(1_000, event -> write());

    private transient @Nullable AuthModel model;
    private transient Messages messages = Messages.of(getLocale());
    private boolean asking;
    private boolean submitted;

    Banner() {
        super(new MigLayout("fillx, hidemode 3"));
        add(icon);
        add(text, "growx, pushx, width 0:0:");
        add(stay);
        add(dismiss, "wrap");
        add(passwordLabel, "skip 1, span, split 4, wmin 0");
        add(password, "width " + Look.units(80) + ":" + Look.units(180) + ":");
        add(login);
        add(cancel);
        passwordLabel.setLabelFor(password);
        stay.addActionListener(event -> ask(true));
        dismiss.addActionListener(event -> withModel(() -> model.life().dismissNotice()));
        password.addActionListener(event -> submit());
        login.addActionListener(event -> submit());
        cancel.addActionListener(event -> cancelled());
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "authgate.cancel");
        getActionMap().put("authgate.cancel", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isEnabled() {
                return asking;
            }

            @Override
            public void actionPerformed(ActionEvent event) {
                cancelled();
            }
        });
        writeButtons();
        setVisible(false);
    }

    /** Sets whose session this is about; {@code null} for nobody's. */
    void setModel(@Nullable AuthModel model) {
        this.model = model;
        asking = false;
        submitted = false;
        keptPassword.forget();
        update();
    }

    /** Shows what there is to say, or nothing. */
    void update() {
        SessionLife life = model == null ? null : model.life();
        boolean isOpen = life != null && life.phase().isOpen();
        boolean warning = isOpen && life.watch().isWarning();
        boolean visible = isOpen && (warning || life.failure() != null || life.notice() != null);
        if (!warning) {
            asking = false;
        }
        if (submitted && isOpen && !life.phase().isBusy()) {
            submitted = false;
            settle(life.failure());
        }
        boolean appears = visible && !isVisible();
        setVisible(visible);
        if (visible) {
            write();
            if (isDisplayable()) {
                countdown.start();
            }
        } else {
            countdown.stop();
            keptPassword.forget();
        }
        if (appears && warning && SwingUtilities.getWindowAncestor(this) != null) {
            announce();
        }
    }

    /** Lets assistive technologies say once what the eye sees counting down. */
    private void announce() {
        text.getAccessibleContext().setAccessibleName(messages.get("warning.announcement"));
    }

    private void settle(@Nullable AuthException failure) {
        if (failure == null) {
            asking = false;
            keptPassword.forget();
        } else if (failure.reason() == AuthException.Reason.INVALID_CREDENTIALS) {
            keptPassword.forget();
            password.requestFocusInWindow();
        } else {
            keptPassword.keep();
        }
    }

    private void write() {
        SessionLife life = model == null ? null : model.life();
        if (life == null) {
            return;
        }
        AuthException failure = life.failure();
        AuthSession session = life.openSession();
        boolean busy = life.phase().isBusy();
        boolean warning = life.watch().isWarning();
        icon.setIcon(Look.smallIcon(failure != null ? "OptionPane.errorIcon" : "OptionPane.informationIcon"));
        text.setText(words(life, failure, warning));
        stay.setVisible(warning && !asking);
        for (JComponent part : new JComponent[] {passwordLabel, password, login, cancel}) {
            part.setVisible(asking);
        }
        dismiss.setVisible(life.notice() != null && !asking);
        password.setEnabled(!busy);
        login.setEnabled(!busy);
        if (session != null) {
            String name = PlainText.oneLine(session.user().displayName());
            passwordLabel.setText(messages.get("warning.password", name));
        }
        revalidate();
        repaint();
    }

    private String words(SessionLife life, @Nullable AuthException failure, boolean warning) {
        if (failure != null) {
            return messages.announcement(failure);
        }
        OptionalLong left = life.watch().nanosLeft();
        if (warning && left.isPresent()) {
            return messages.timed("warning", Duration.ofNanos(left.getAsLong()));
        }
        return life.notice() == null ? "" : messages.get("notice." + life.notice());
    }

    private void ask(boolean forPassword) {
        asking = forPassword;
        write();
        if (forPassword) {
            password.requestFocusInWindow();
        }
    }

    private void submit() {
        AuthModel current = model;
        AuthSession session = current == null ? null : current.getSession();
        if (session == null || password.isEmpty() || current.isBusy()) {
            return;
        }
        char[] typed = password.getPassword();
        Credentials credentials = new Credentials(current.life().loginName(), typed, session.rememberMe());
        Arrays.fill(typed, '\0');
        submitted = true;
        current.login(credentials);
    }

    private void cancelled() {
        withModel(() -> model.cancel());
        keptPassword.forget();
        ask(false);
    }

    private void withModel(Runnable action) {
        if (model != null) {
            action.run();
        }
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (isVisible()) {
            countdown.start();
        }
    }

    @Override
    public void removeNotify() {
        countdown.stop();
        super.removeNotify();
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        messages = Messages.of(locale);
        writeButtons();
        write();
    }

    private void writeButtons() {
        PlainText.setText(stay, messages.get("warning.stay"));
        PlainText.setText(dismiss, messages.get("notice.dismiss"));
        PlainText.setText(login, messages.get("login"));
        PlainText.setText(cancel, messages.get("cancel"));
    }
}
