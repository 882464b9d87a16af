package io.github.authgate.forked;

import io.github.authgate.AuthException;
import io.github.authgate.AuthSession;
import io.github.authgate.FileTokenStore;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.swing.LoginEvent;
import io.github.authgate.swing.LoginListener;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** Lives a whole life of a session with every logger at its most talkative, and writes down all that shows of it. */
final class CanaryProgram {

    static final Canary KEY = new Canary(7, 40);

    /** Who logs in, in this order; the password is the one of the place in the list. */
    static final List<String> USERS = List.of(
            LoginSite.WRONG,
            LoginSite.BROKEN,
            LoginSite.REPEATED,
            LoginSite.GARBLED,
            LoginSite.TORN,
            LoginSite.NEVER,
            LoginSite.ANN);

    private final URI site;
    private final Path folder;
    private final WordPressAuthService service;
    private final GateDriver driver;
    private final Surfaces surfaces;

    private CanaryProgram(URI site, Path folder) {
        this.site = site;
        this.folder = folder;
        WordPressConfig config = GateDriver.config(site).apiKey(KEY.reveal()).build();
        service = WordPressAuthService.builder(config)
                .tokenStore(new FileTokenStore(folder.resolve("store").resolve("token")))
                .build();
        driver = new GateDriver(service);
        surfaces = new Surfaces(folder.resolve("surfaces.txt"));
        surfaces.note(config);
    }

    static Canary password(int user) {
        return new Canary(100 + user, 40);
    }

    public static void main(String[] args) throws Exception {
        listenToEverything();
        new CanaryProgram(URI.create(args[0]), Path.of(args[1])).run();
        System.exit(0);
    }

    private static void listenToEverything() {
        ConsoleHandler handler = new ConsoleHandler();
        handler.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.ALL);
        List.of(root.getHandlers()).forEach(root::removeHandler);
        root.addHandler(handler);
    }

    private void run() throws Exception {
        try (surfaces) {
            driver.model().addPropertyChangeListener(event -> surfaces.note(event));
            driver.show();
            driver.rememberMe();
            GateDriver.onEdt(() -> driver.gate().getLoginPanel().addLoginListener(new Eavesdropper()));
            for (int user = 0; user < USERS.size(); user++) {
                attempt(USERS.get(user), password(user));
            }
            AuthSession session = session();
            surfaces.noteReachable(session, service.revalidate(session).get());
            GateDriver.onEdt(driver.model()::lock);
            look();
            driver.submit(LoginSite.ANN, password(USERS.size() - 1));
            driver.await(State.LOGGED_IN);
            GateDriver.onEdt(driver.model()::sessionExpired);
            look();
            GateDriver.onEdt(driver.model()::logout);
            look();
            lookAround();
            driver.dispose();
            look();
        }
    }

    private void attempt(String user, Canary password) throws IOException {
        driver.submit(user, password);
        look();
        if (user.equals(LoginSite.NEVER)) {
            GateDriver.awaitSite(site, LoginSite.HELD);
            GateDriver.onEdt(driver.model()::cancel);
        }
        driver.await(user.equals(LoginSite.ANN) ? State.LOGGED_IN : State.LOGGED_OUT);
        look();
    }

    private AuthSession session() {
        AtomicReference<AuthSession> session = new AtomicReference<>();
        GateDriver.onEdt(() -> session.set(driver.model().getSession()));
        return session.get();
    }

    /** Notes the screen, every object behind it, the failure, and what would be in a stream. */
    private void look() {
        GateDriver.onEdt(() -> {
            driver.selectPassword();
            surfaces.noteTree(driver.gate());
            surfaces.noteTree(driver.gate().getLoginPanel());
            surfaces.noteReachable(driver.gate(), driver.model(), service);
            AuthException failure = driver.model().getFailure();
            if (failure != null) {
                surfaces.note(failure);
            }
            surfaces.note(driver.gate().getClass().getSimpleName() + " in a stream: " + serialized(driver.gate()));
            surfaces.note("LoginPanel in a stream: " + serialized(driver.gate().getLoginPanel()));
        });
    }

    private String serialized(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(object);
            Files.write(folder.resolve("stream.bin"), bytes.toByteArray());
            return bytes.size() + " bytes";
        } catch (NotSerializableException e) {
            return "none";
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Notes what a program may leave behind outside itself. */
    private void lookAround() throws IOException, BackingStoreException {
        System.getProperties().forEach((name, value) -> surfaces.note(name + "=" + value));
        System.getenv().forEach((name, value) -> surfaces.note(name + "=" + value));
        ByteArrayOutputStream preferences = new ByteArrayOutputStream();
        Preferences.userRoot().exportSubtree(preferences);
        surfaces.note(preferences);
        Thread.getAllStackTraces().keySet().forEach(surfaces::note);
    }

    /** Hears what the form says, and takes nothing. */
    private final class Eavesdropper implements LoginListener {

        @Override
        public void loginRequested(LoginEvent event) {
            surfaces.noteReachable(event);
        }

        @Override
        public void loginCancelled(LoginEvent event) {
            surfaces.noteReachable(event);
        }
    }
}
