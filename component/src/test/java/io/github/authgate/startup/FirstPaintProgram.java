package io.github.authgate.startup;

import io.github.authgate.FileTokenStore;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.swing.LoginPanel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;

/** A tool that starts without a stored session: it shows its form, says so, and warms up. */
final class FirstPaintProgram {

    static final String PAINTED = "the form has been painted";
    static final String WARM = "a login can come";

    private FirstPaintProgram() {}

    public static void main(String[] args) throws Exception {
        WordPressConfig config = WordPressConfig.builder(URI.create("http://127.0.0.1:1"))
                .apiKey("key")
                .build();
        WordPressAuthService service = WordPressAuthService.builder(config)
                .tokenStore(new FileTokenStore(Path.of(args[0])))
                .build();
        JPanel window = new JPanel(new BorderLayout());
        EventQueue.invokeAndWait(() -> {
            AuthGate gate = new AuthGate(new AuthModel(service), session -> new JPanel());
            window.setSize(500, 500);
            window.add(gate);
            window.addNotify();
        });
        while (!showsForm(window)) {
            Thread.onSpinWait();
        }
        EventQueue.invokeAndWait(() -> {
            window.validate();
            window.paint(new BufferedImage(500, 500, BufferedImage.TYPE_INT_RGB).createGraphics());
            System.out.println(PAINTED);
        });
        service.prepare().get(20, TimeUnit.SECONDS);
        System.out.println(WARM);
        Runtime.getRuntime().halt(0);
    }

    private static boolean showsForm(JPanel window) throws Exception {
        boolean[] shows = new boolean[1];
        EventQueue.invokeAndWait(
                () -> shows[0] = ((AuthGate) window.getComponent(0)).getComponent(0) instanceof LoginPanel);
        return shows[0];
    }
}
