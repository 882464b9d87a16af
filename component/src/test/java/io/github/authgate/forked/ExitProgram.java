package io.github.authgate.forked;

import io.github.authgate.TokenStore;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import java.awt.Window;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.swing.JFrame;

/** Brings a gate into a state, closes all its windows, and leaves it to the JVM to end. */
final class ExitProgram {

    /** In what state the last window closes. */
    enum Moment {
        AT_THE_FORM,
        DURING_A_LOGIN,
        AFTER_A_DENIAL,
        OPEN,
        EXPIRY_WARNING,
        LOCKED,
        LOGGED_OUT,
        HUNG_KEYCHAIN
    }

    static final String CLOSED = "the last window has closed";
    static final String KEPT_ALIVE_BY = ", kept alive by ";

    private ExitProgram() {}

    public static void main(String[] args) throws Exception {
        Display.open();
        URI site = URI.create(args[0]);
        Moment moment = Moment.valueOf(args[1]);
        // not closed: many a program never does
        GateDriver driver = new GateDriver(
                WordPressAuthService.builder(GateDriver.config(site).build())
                        .tokenStore(moment == Moment.HUNG_KEYCHAIN ? new HungStore() : TokenStore.inMemory())
                        .build());
        if (moment == Moment.HUNG_KEYCHAIN) {
            driver.showInFrame(State.RESTORING);
        } else {
            driver.showInFrame(State.LOGGED_OUT);
            bring(driver, moment, site);
        }
        GateDriver.onEdt(() -> List.of(Window.getWindows()).forEach(Window::dispose));
        System.out.println(CLOSED + KEPT_ALIVE_BY + otherThreads());
        if (args.length > 2) {
            System.exit(0);
        }
    }

    /** Returns the threads that would keep the JVM alive, but for this one and the toolkit's own. */
    private static List<String> otherThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread != Thread.currentThread())
                .map(Thread::getName)
                .filter(name -> !name.startsWith("AWT-"))
                .collect(Collectors.toList());
    }

    private static void bring(GateDriver driver, Moment moment, URI site) throws IOException {
        switch (moment) {
            case AT_THE_FORM:
                break;
            case DURING_A_LOGIN:
                driver.submit(LoginSite.NEVER, new Canary(1, 20));
                GateDriver.awaitSite(site, LoginSite.HELD);
                break;
            case AFTER_A_DENIAL:
                driver.submit(LoginSite.WRONG, new Canary(1, 20));
                driver.await(State.LOGGED_OUT);
                break;
            default:
                driver.submit(LoginSite.ANN, new Canary(1, 20));
                driver.await(State.LOGGED_IN);
        }
        if (moment == Moment.LOCKED) {
            GateDriver.onEdt(() -> new JFrame("covered").setVisible(true));
            GateDriver.onEdt(driver.model()::lock);
        } else if (moment == Moment.LOGGED_OUT) {
            GateDriver.onEdt(driver.model()::logout);
        } else if (moment == Moment.EXPIRY_WARNING) {
            GateDriver.onEdt(() -> driver.model().setExpiryWarning(Duration.ofDays(1)));
        }
        GateDriver.settle();
    }

    /** A keychain that never comes back. */
    private static final class HungStore implements TokenStore {

        @Override
        public Optional<String> load(String key) {
            new CompletableFuture<Void>().join();
            return Optional.empty();
        }

        @Override
        public void save(String key, String secret) {}

        @Override
        public void delete(String key) {}
    }
}
