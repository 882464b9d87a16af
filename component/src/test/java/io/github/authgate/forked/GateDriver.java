package io.github.authgate.forked;

import io.github.authgate.AuthSession;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;

/** A gate in a program of its own, and the user in front of it, who types and clicks. */
final class GateDriver {

    private final WordPressAuthService service;
    private final AuthModel model;
    private final JPanel window = new Nowhere();
    private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
    private AuthGate gate;
    private JFrame frame;

    /** Starts to configure a service for which a busy machine is no fault of the server. */
    static WordPressConfig.Builder config(URI site) {
        return WordPressConfig.builder(site)
                .connectTimeout(Duration.ofMinutes(2))
                .attemptTimeout(Duration.ofMinutes(4));
    }

    GateDriver(WordPressAuthService service) {
        this.service = service;
        this.model = new AuthModel(service);
        model.addPropertyChangeListener("state", event -> states.add((State) event.getNewValue()));
    }

    /** Shows the gate in something that is as good as a window where there is no display. */
    void show() {
        onEdt(() -> {
            gate = new AuthGate(model, GateDriver::content);
            window.setSize(500, 500);
            window.add(gate);
            window.addNotify();
            window.validate();
            // a form that has been seen has the service get ready
            window.paint(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB).createGraphics());
        });
        await(State.LOGGED_OUT);
    }

    /**
     * Shows the gate in a real window.
     *
     * @param first the state to wait for
     */
    void showInFrame(State first) {
        onEdt(() -> {
            frame = new JFrame("gate");
            frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            gate = new AuthGate(model, GateDriver::content);
            frame.setContentPane(gate);
            frame.setSize(500, 500);
        });
        showFocused(frame);
        await(first);
    }

    /** Shows a frame and waits until the window manager has given it the focus, which the virtual display never does. */
    static void showFocused(JFrame frame) {
        CountDownLatch focused = new CountDownLatch(1);
        onEdt(() -> {
            frame.addWindowFocusListener(new WindowAdapter() {
                @Override
                public void windowGainedFocus(WindowEvent event) {
                    focused.countDown();
                }
            });
            frame.setVisible(true);
        });
        try {
            focused.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    private static JComponent content(AuthSession session) {
        return new JPanel();
    }

    /** Has the window go, and ends the service. */
    void dispose() {
        onEdt(() -> {
            if (frame == null) {
                window.removeNotify();
                window.remove(gate);
            } else {
                frame.dispose();
            }
        });
        settle();
        service.close();
    }

    AuthModel model() {
        return model;
    }

    AuthGate gate() {
        return gate;
    }

    /** Has the user remembered, from the next login on. */
    void rememberMe() {
        onEdt(() -> {
            gate.getLoginPanel().setRememberMeVisible(true);
            ((AbstractButton) named(gate, "authgate.rememberMe")).setSelected(true);
        });
    }

    /** Types a name and, letter by letter, a password, and presses the button. */
    void submit(String name, Canary password) {
        onEdt(() -> {
            JTextComponent username = (JTextComponent) named(gate, "authgate.username");
            if (username.isVisible()) {
                username.setText(name);
            }
            type((JTextComponent) named(gate, "authgate.password"), password);
            ((AbstractButton) named(gate, "authgate.login")).doClick(0);
        });
    }

    /** Selects what is in the password field, which is then told to assistive technologies. */
    void selectPassword() {
        ((JTextComponent) named(gate.getLoginPanel(), "authgate.password")).selectAll();
    }

    /** Types a password and thinks better of it. */
    void typeAndDelete(Canary password) {
        onEdt(() -> {
            JTextComponent field = (JTextComponent) named(gate, "authgate.password");
            type(field, password);
            field.selectAll();
            field.replaceSelection("");
        });
    }

    private static void type(JTextComponent field, Canary password) {
        try {
            field.setText("");
            for (int i = 0; i < password.length(); i++) {
                field.getDocument().insertString(i, String.valueOf(password.charAt(i)), null);
            }
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until an attempt has ended; returns how. */
    State awaitEnd() {
        try {
            State next = states.take();
            while (next == State.LOGGING_IN) {
                next = states.take();
            }
            settle();
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the model has come to a state. */
    void await(State state) {
        try {
            for (State next = states.take(); next != state; next = states.take()) {
                // on the way
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    /** Waits until the site says that something has happened there. */
    static void awaitSite(URI site, String path) throws IOException {
        try (InputStream answer = site.resolve(path).toURL().openStream()) {
            answer.readAllBytes();
        }
        settle();
    }

    /** Lets everything happen that is in the event queue, and what that puts there. */
    static void settle() {
        for (int i = 0; i < 5; i++) {
            onEdt(() -> {});
        }
    }

    static void onEdt(Runnable action) {
        try {
            EventQueue.invokeAndWait(action);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    private static Component named(Container root, String name) {
        for (Component child : root.getComponents()) {
            if (name.equals(child.getName())) {
                return child;
            }
            if (child instanceof Container) {
                Component deeper = named((Container) child, name);
                if (deeper != null) {
                    return deeper;
                }
            }
        }
        return null;
    }

    /** As good as a window for whatever is in it, but nowhere on a screen: assistive technologies ask where. */
    private static final class Nowhere extends JPanel {

        private static final long serialVersionUID = 1L;

        Nowhere() {
            super(new BorderLayout());
        }

        @Override
        public boolean isShowing() {
            return false;
        }
    }
}
