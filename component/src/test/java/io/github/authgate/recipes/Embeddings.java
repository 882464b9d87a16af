package io.github.authgate.recipes;

import io.github.authgate.AuthService;
import io.github.authgate.AuthSession;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import javax.swing.JComponent;
import javax.swing.JDesktopPane;
import javax.swing.JFrame;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JTabbedPane;

/** Places where a gate can stand, and parts that depend on who is in. */
final class Embeddings {

    private Embeddings() {}

    static JTabbedPane tabs(AuthModel model) {
        JTabbedPane tabs = new JTabbedPane();
        tabs.addTab("Catalogue", new JLabel("Open to everybody"));
        tabs.addTab(
                "Orders",
                new AuthGate(
                        model,
                        session -> new JLabel("Orders of " + session.user().displayName())));
        AuthGate admin = new AuthGate(model, session -> new JLabel("Settings"));
        admin.setRequiredCapability("manage_options");
        tabs.addTab("Settings", admin);
        return tabs;
    }

    static JInternalFrame internalFrame(JDesktopPane desktop, AuthModel model) {
        JInternalFrame frame = new JInternalFrame("Orders", true, true);
        frame.setContentPane(new AuthGate(model, session -> new JLabel("Orders")));
        frame.setSize(480, 420);
        desktop.add(frame);
        frame.setVisible(true);
        return frame;
    }

    static void twoWindows(JFrame orders, JFrame stock, AuthService auth) {
        AuthModel model = new AuthModel(auth); // one login opens both, one logout shuts both
        orders.setContentPane(new AuthGate(model, session -> new JLabel("Orders")));
        stock.setContentPane(new AuthGate(model, session -> new JLabel("Stock")));
    }

    static JMenuItem publishItem(AuthModel model) {
        JMenuItem publish = new JMenuItem("Publish");
        Runnable follow = () -> {
            AuthSession session = model.getSession();
            publish.setEnabled(session != null && session.user().hasCapability("publish_posts"));
        };
        model.addPropertyChangeListener("session", change -> follow.run());
        follow.run(); // nobody tells who is logged in already
        return publish;
    }

    static AuthGate editorsOnly(AuthModel model, JComponent editor) {
        AuthGate gate = new AuthGate();
        gate.setModel(model);
        gate.setContent(editor);
        gate.setAccessRule(session -> session.user().roles().contains("editor"));
        return gate;
    }
}
