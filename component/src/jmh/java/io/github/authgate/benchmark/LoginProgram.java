package io.github.authgate.benchmark;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.Component;
import java.awt.EventQueue;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/**
 * A tool that shows its form for a while and then logs in several times: says how long each time took, from the click on
 * the button until the content has been painted.
 */
final class LoginProgram {

    private static final int PAUSE_MILLIS = 150;

    private final Watched content;
    private final AuthModel model;
    private final BareForm bare;

    private LoginProgram(String variant, String address) {
        JPanel tool = new JPanel();
        tool.add(new JLabel("content"));
        tool.setName("content");
        if (variant.equals("AuthGate")) {
            model = new AuthModel(WordPressAuthService.create(WordPressConfig.builder(URI.create(address))
                    .apiKey("ag_key")
                    .build()));
            bare = null;
            content = new Watched(new AuthGate(model, session -> tool));
        } else {
            model = null;
            bare = new BareForm();
            bare.logInAt(address, tool);
            content = new Watched(bare);
        }
    }

    /** Takes the variant, the address of the site, how long the form is shown, and how often to log in. */
    public static void main(String[] args) throws Exception {
        CompletableFuture<LoginProgram> shown = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            try {
                Watched.lookAndFeel("FlatLaf");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            LoginProgram program = new LoginProgram(args[0], args[1]);
            program.content.when(
                    () -> Watched.shows(program.content, JPasswordField.class), () -> shown.complete(program));
            program.content.inFrame().setVisible(true);
        });
        LoginProgram program = shown.join();
        Thread.sleep(Long.parseLong(args[2]));
        for (int i = 1; i <= Integer.parseInt(args[3]); i++) {
            System.out.println("login" + i + "=" + program.login());
            program.logOut();
            Thread.sleep(PAUSE_MILLIS);
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private long login() throws Exception {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        long[] begin = new long[1];
        EventQueue.invokeAndWait(() -> {
            Watched.find(content, JTextField.class, model == null ? null : "authgate.username")
                    .setText("ann");
            Watched.find(content, JPasswordField.class, null).setText("secret");
            content.when(this::showsContent, () -> painted.complete(System.nanoTime()));
            begin[0] = System.nanoTime();
            Watched.find(content, JButton.class, model == null ? null : "authgate.login")
                    .doClick(0);
        });
        return painted.join() - begin[0];
    }

    private boolean showsContent() {
        Component tool = Watched.find(content, JPanel.class, "content");
        return tool != null;
    }

    private void logOut() throws Exception {
        CompletableFuture<Void> back = new CompletableFuture<>();
        EventQueue.invokeAndWait(() -> {
            content.when(() -> Watched.shows(content, JPasswordField.class), () -> back.complete(null));
            if (model == null) {
                bare.logOut();
            } else {
                model.logout();
            }
        });
        back.join();
    }
}
