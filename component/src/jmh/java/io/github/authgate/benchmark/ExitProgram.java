package io.github.authgate.benchmark;

import io.github.authgate.TokenStore;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.EventQueue;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/**
 * Brings a gate into a state, closes the last window, says when, and leaves it to the JVM to end. Or, asked for
 * {@code TIMES}, cancels logins and logs out, again and again, while the server says nothing.
 */
final class ExitProgram {

    /** In what state the last window closes. */
    enum Moment {
        /** No gate at all: what the JVM itself takes. */
        EMPTY_FRAME,
        LOGGED_OUT,
        LOGGING_IN,
        OPEN,
        EXPIRY_WARNING,
        LOCKED,
        RESTORING,
        HUNG_KEYCHAIN
    }

    private final SilentSite site = new SilentSite();
    private AuthModel model;
    private Watched content;
    private JFrame frame;

    private ExitProgram() throws Exception {}

    /** Takes a moment; or {@code TIMES} and how often. */
    public static void main(String[] args) throws Exception {
        ExitProgram program = new ExitProgram();
        if (args[0].equals("TIMES")) {
            program.measure(Integer.parseInt(args[1]));
            System.exit(0);
        }
        program.bring(Moment.valueOf(args[0]));
        EventQueue.invokeAndWait(() -> program.frame.dispose());
        System.out.println("closedAt=" + System.nanoTime());
    }

    private void bring(Moment moment) throws Exception {
        if (moment == Moment.EMPTY_FRAME) {
            EventQueue.invokeAndWait(() -> show(new JPanel()));
            return;
        }
        if (moment == Moment.RESTORING) {
            site.setSilent(true);
        }
        CountDownLatch hung = new CountDownLatch(1);
        show(moment == Moment.HUNG_KEYCHAIN ? new HungStore(hung) : storeOf(moment));
        if (moment == Moment.RESTORING) {
            site.awaitUnanswered();
        } else if (moment == Moment.HUNG_KEYCHAIN) {
            hung.await();
        } else {
            await(() -> model.getState() == State.LOGGED_OUT && shows(JPasswordField.class, null));
            bringFromForm(moment);
        }
    }

    private TokenStore storeOf(Moment moment) throws Exception {
        TokenStore store = TokenStore.inMemory();
        if (moment == Moment.RESTORING) {
            store.save(site.address(), SiteProgram.token());
        }
        return store;
    }

    private void bringFromForm(Moment moment) throws Exception {
        if (moment == Moment.LOGGED_OUT) {
            return;
        }
        if (moment == Moment.LOGGING_IN) {
            logInInVain();
            return;
        }
        logIn();
        if (moment == Moment.LOCKED) {
            EventQueue.invokeAndWait(model::lock);
            await(() -> shows(JPasswordField.class, null));
        } else if (moment == Moment.EXPIRY_WARNING) {
            EventQueue.invokeAndWait(() -> model.setExpiryWarning(Duration.ofDays(30)));
            await(() -> shows(JButton.class, "authgate.stayLoggedIn"));
        }
    }

    /** Cancels logins and logs out, and prints how long each took, in milliseconds. */
    private void measure(int cycles) throws Exception {
        show(TokenStore.inMemory());
        await(() -> shows(JPasswordField.class, null));
        site.awaitAsked(); // a login that is cancelled before leaves this question to the form
        for (int cycle = 1; cycle <= cycles; cycle++) {
            logInInVain();
            site.forgetEnds();
            long begin = System.nanoTime();
            EventQueue.invokeAndWait(model::cancel);
            print("cancel to a usable form", cycle, whenUsable() - begin);
            print("cancel to the end of the connection", cycle, site.awaitEnd() - begin);
            site.setSilent(false);
            logIn();
            site.setSilent(true);
            begin = System.nanoTime();
            EventQueue.invokeAndWait(model::logout);
            print("logout to the form", cycle, whenUsable() - begin);
            site.awaitUnanswered();
        }
    }

    private static void print(String what, int cycle, long nanos) {
        System.out.printf(Locale.ROOT, "%s %d=%f%n", what, cycle, nanos / 1e6);
    }

    /** Returns when one can type and submit, and all that has been asked to be painted is. */
    private long whenUsable() throws Exception {
        boolean[] is = new boolean[1];
        while (!is[0]) {
            EventQueue.invokeAndWait(() -> is[0] = shows(JPasswordField.class, null)
                    && shows(JButton.class, "authgate.login")
                    && Watched.find(content, JButton.class, "authgate.login").isEnabled());
        }
        return System.nanoTime();
    }

    private void logIn() throws Exception {
        submit();
        await(() -> shows(JPanel.class, "content"));
    }

    private void logInInVain() throws Exception {
        site.setSilent(true);
        submit();
        site.awaitUnanswered();
    }

    private void submit() throws Exception {
        EventQueue.invokeAndWait(() -> {
            Watched.find(content, JTextField.class, "authgate.username").setText("ann");
            Watched.find(content, JPasswordField.class, null).setText("secret");
            Watched.find(content, JButton.class, "authgate.login").doClick(0);
        });
    }

    private void show(TokenStore store) throws Exception {
        WordPressAuthService service = WordPressAuthService.builder(
                        WordPressConfig.builder(URI.create(site.address())).build())
                .tokenStore(store)
                .build();
        EventQueue.invokeAndWait(() -> {
            model = new AuthModel(service);
            show(new AuthGate(model, session -> {
                JPanel tool = new JPanel();
                tool.setName("content");
                return tool;
            }));
        });
    }

    private void show(JPanel shown) {
        content = new Watched(shown);
        frame = content.inFrame();
        frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
        frame.setVisible(true);
    }

    private boolean shows(Class<? extends javax.swing.JComponent> type, String name) {
        return Watched.find(content, type, name) != null;
    }

    private static void await(BooleanSupplier done) throws Exception {
        boolean[] is = new boolean[1];
        while (!is[0]) {
            Thread.sleep(2);
            EventQueue.invokeAndWait(() -> is[0] = done.getAsBoolean());
        }
    }

    /** A keychain that never comes back. */
    private static final class HungStore implements TokenStore {

        private final CountDownLatch asked;

        HungStore(CountDownLatch asked) {
            this.asked = asked;
        }

        @Override
        public Optional<String> load(String key) {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // not this one
            }
            return Optional.empty();
        }

        @Override
        public void save(String key, String secret) {}

        @Override
        public void delete(String key) {}
    }
}
