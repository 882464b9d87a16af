package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import io.github.authgate.Credentials;
import java.awt.Color;
import java.awt.ComponentOrientation;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
import javax.swing.UIManager;
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
    private final Labels.Sentence text = PlainText.named("authgate.banner", new Labels.Sentence());
    private final JButton stay = PlainText.named("authgate.stayLoggedIn", PlainText.disableHtml(new JButton()));
    private final JButton dismiss = PlainText.named("authgate.dismiss", PlainText.disableHtml(new JButton()));
    private final JLabel passwordLabel = PlainText.label();
    private final SecretField password = PlainText.named("authgate.password", new SecretField(() -> {}));
    private final JButton login = PlainText.named("authgate.login", PlainText.disableHtml(new JButton()));
    private final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    private final transient KeptPassword keptPassword = new KeptPassword(password);
    private final JComponent[] passwordRow = {passwordLabel, password, login, cancel};
    private final Timer countdown = new Timer(1_000, event -> write());

    private transient @Nullable AuthModel model;
    private transient Messages messages = Messages.of(getLocale()).forKnownUser();
    private transient @Nullable AuthException dismissed;
    private boolean asking;
    private boolean submitted;

    Banner() {
        super(null);
        setLayout(
                new BannerLayout(icon, text, List.of(stay, dismiss), passwordLabel, password, List.of(login, cancel)));
        for (JComponent part : new JComponent[] {icon, text, stay, dismiss}) {
            add(part);
        }
        for (JComponent part : passwordRow) {
            add(part);
        }
        dress();
        passwordLabel.setLabelFor(password);
        stay.addActionListener(event -> ask(true));
        dismiss.addActionListener(event -> withModel(() -> model.life().memory().dismissNotice()));
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
        setVisible(false);
        setLocale(getLocale());
    }

    private void dress() {
        Color background = UIManager.getColor("AuthGate.bannerBackground");
        setBackground(background != null ? background : UIManager.getColor("Panel.background"));
        Color own = UIManager.getColor("AuthGate.bannerForeground");
        Color foreground =
                own != null ? own : UIManager.getColor("Label.foreground"); // on no card, so not that of cards
        text.setForeground(foreground);
        passwordLabel.setForeground(foreground);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (cancel != null) {
            SwingUtilities.invokeLater(
                    this::dress); // after the parts, which take colours from the look and feel as well
            writeButtons();
            write();
        }
    }

    /** Sets whose session this is about; {@code null} for nobody's. */
    void setModel(@Nullable AuthModel model) {
        this.model = model;
        asking = false;
        submitted = false;
        keptPassword.forget();
        update();
    }

    /** Tells whether there is something to say to the user of a model. */
    static boolean isDue(AuthModel model) {
        SessionLife life = model.life();
        return life.state().phase().isOpen()
                && (life.watch().isWarning()
                        || life.state().failure() != null
                        || life.memory().notice() != null);
    }

    /** Shows what there is to say, or nothing. */
    void update() {
        SessionLife life = model == null ? null : model.life();
        boolean isOpen = life != null && life.state().phase().isOpen();
        boolean visible = model != null && isDue(model);
        if (!isOpen || !life.watch().isWarning()) {
            asking = false;
        }
        if (submitted && isOpen && !life.state().phase().isBusy()) {
            submitted = false;
            settle(life.state().failure());
        }
        setVisible(visible);
        if (visible) {
            write();
            if (isDisplayable()) {
                countdown.start();
            }
        } else {
            countdown.stop();
            keptPassword.forget();
            text.announce(null);
        }
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
        AuthException failure =
                life.state().failure() == dismissed ? null : life.state().failure();
        AuthSession session = life.state().openSession();
        boolean busy = life.state().phase().isBusy();
        boolean warning = life.watch().isWarning();
        icon.setIcon(Look.smallIcon(failure != null ? "error" : warning ? "warning" : "information"));
        String words = words(life, failure, warning);
        text.setText(words);
        // what the eye sees counting down, the ear is told once
        text.announce(warning && failure == null ? messages.get("warning.announcement") : words);
        String reproach = failure != null ? words : messages.get("password.description");
        Spoken.describe(password, reproach);
        stay.setVisible(warning && !asking);
        for (JComponent part : passwordRow) {
            part.setVisible(asking);
        }
        dismiss.setVisible(life.memory().notice() != null && !asking);
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
        return life.memory().notice() == null
                ? ""
                : messages.get("notice." + life.memory().notice());
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
        Credentials credentials = new Credentials(current.life().state().loginName(), typed, session.rememberMe());
        Arrays.fill(typed, '\0');
        submitted = true;
        current.login(credentials);
    }

    private void cancelled() {
        withModel(() -> {
            model.cancel();
            dismissed = model.life().state().failure(); // when the session ends matters more by now
        });
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
        asking = false;
        submitted = false;
        keptPassword.forget(); // whoever sees this the next time may be somebody else
        super.removeNotify();
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        messages = Messages.of(locale).forKnownUser();
        writeButtons();
        write();
        applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }

    private void writeButtons() {
        write(stay, "warning.stay");
        write(dismiss, "notice.dismiss");
        write(login, "login");
        write(cancel, "cancel");
    }

    /** Without mnemonics: this stands amid the host's own parts, which may have the same. */
    private void write(JButton button, String key) {
        button.setText(PlainText.unmarked(messages.get(key)));
        Spoken.describe(button, messages.get(key + ".description"));
    }
}
