package io.github.authgate.demo;

import io.github.authgate.TokenStore;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.text.JTextComponent;

/**
 * Runs the real gate, model and service against the stand-in, without a display: what a user would see is read from the
 * component tree, what a user would type is put into the fields.
 */
final class SelfTest {

    private static final long PATIENCE_SECONDS = 20;

    private final Backend backend = Backend.of(StandIn.startAt(0), TokenStore.inMemory());
    private final Console console;
    private final AuthModel model = new AuthModel(backend.service());
    private final AuthGate gate =
            new AuthGate(model, session -> new JLabel(session.user().displayName()));

    private SelfTest(Console console) {
        this.console = console;
    }

    /** Runs the test and returns the exit status. */
    static int run(Console console) {
        System.setProperty("java.awt.headless", "true");
        SelfTest test = new SelfTest(console);
        try {
            test.everything();
            console.say("The self-test has passed.");
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IllegalStateException | ExecutionException | TimeoutException e) {
            console.complain("The self-test has failed: " + e.getMessage());
            return 1;
        } finally {
            test.backend.close();
        }
    }

    private void everything() throws InterruptedException, ExecutionException, TimeoutException {
        JPanel window = new JPanel();
        onEdt(() -> {
            window.add(gate);
            window.addNotify();
            return null;
        });
        until(() -> shows("authgate.login") && !model.isBusy());
        require(!hasContent(), "there is content before the login");
        pass("start: the form asks, the content does not exist");
        deny();
        logIn();
        lock();
        logOut();
        onEdt(() -> {
            window.removeNotify();
            return null;
        });
    }

    private void deny() throws InterruptedException, ExecutionException, TimeoutException {
        enter(StandIn.ADMINISTRATOR.name(), "not the password");
        until(() -> shows("authgate.accessDenied") && !model.isBusy());
        require(!hasContent(), "a wrong password was let in");
        String headline = onEdt(() -> ((JLabel) part("authgate.accessDenied")).getText());
        pass("denial: \"" + headline + "\" for a wrong password, and no content");
        enter(StandIn.BLOCKED.name(), StandIn.BLOCKED.password());
        until(() -> shows("authgate.accessDenied") && !model.isBusy());
        require(!hasContent(), "a blocked account was let in");
        pass("denial: the right password of a blocked account, and no content");
    }

    private void logIn() throws InterruptedException, ExecutionException, TimeoutException {
        enter(StandIn.ADMINISTRATOR.name(), StandIn.ADMINISTRATOR.password());
        until(this::showsContent);
        String asked = String.join(", ", lastRequests(2));
        require(
                asked.equals("POST /jwt-auth/v1/token, POST /jwt-auth/v1/token/validate"),
                "a login was made of " + asked);
        pass("login: the content is there after token and validation");
    }

    private void lock() throws InterruptedException, ExecutionException, TimeoutException {
        Component before = onEdt(gate::getContent);
        onEdt(() -> {
            model.lock();
            return null;
        });
        until(() -> shows("authgate.login"));
        require(!onEdt(this::showsContent), "the content is in the tree while it is locked");
        onEdt(() -> {
            text("authgate.password").setText(StandIn.ADMINISTRATOR.password());
            ((AbstractButton) part("authgate.login")).doClick();
            return null;
        });
        until(this::showsContent);
        require(onEdt(() -> gate.getContent() == before), "another content came back");
        pass("lock: the content is out of the tree, and the very same one comes back");
    }

    private void logOut() throws InterruptedException, ExecutionException, TimeoutException {
        onEdt(() -> {
            model.logout();
            return null;
        });
        until(() -> shows("authgate.username"));
        require(!hasContent(), "there is content after the logout");
        until(() -> lastRequests(1).contains("POST /authgate/v1/logout"));
        pass("logout: the content is gone, and the server has been told");
    }

    private void enter(String name, String password) throws InterruptedException, ExecutionException, TimeoutException {
        onEdt(() -> {
            text("authgate.username").setText(name);
            text("authgate.password").setText(password);
            ((AbstractButton) part("authgate.login")).doClick();
            return null;
        });
    }

    private List<String> lastRequests(int count) {
        List<String> all = backend.standIn().orElseThrow().site().requests();
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    private boolean hasContent() throws InterruptedException, ExecutionException, TimeoutException {
        return onEdt(() -> gate.getContent() != null);
    }

    private boolean showsContent() {
        return gate.getContent() != null && gate.isAncestorOf(gate.getContent());
    }

    private boolean shows(String name) {
        return find(gate, name).filter(SelfTest::isVisibleInTree).isPresent();
    }

    private static boolean isVisibleInTree(Component component) {
        return component.isVisible() && (component.getParent() == null || isVisibleInTree(component.getParent()));
    }

    private JTextComponent text(String name) {
        return (JTextComponent) part(name);
    }

    private Component part(String name) {
        return find(gate, name).orElseThrow(() -> new IllegalStateException(name + " is not there"));
    }

    private static Optional<Component> find(Container root, String name) {
        for (Component child : root.getComponents()) {
            Optional<Component> found = name.equals(child.getName())
                    ? Optional.of(child)
                    : child instanceof Container ? find((Container) child, name) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void pass(String what) {
        console.say("ok  " + what);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Waits until something is so. */
    private static void until(Callable<Boolean> condition)
            throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!onEdt(condition)) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("nothing more has happened for " + PATIENCE_SECONDS + " seconds");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static <T> T onEdt(Callable<T> action) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> result = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            try {
                result.complete(action.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
