package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.text.JTextComponent;

/**
 * Paints every screen in every look and feel, scale and language into PNG files, without a display.
 *
 * <p>Arguments: the folder to write to.
 */
public final class Gallery {

    private static final Map<String, String> LOOKS = new LinkedHashMap<>();

    static {
        LOOKS.put("light", "com.formdev.flatlaf.FlatLightLaf");
        LOOKS.put("dark", "com.formdev.flatlaf.FlatDarkLaf");
        LOOKS.put("metal", "javax.swing.plaf.metal.MetalLookAndFeel");
        LOOKS.put("nimbus", "javax.swing.plaf.nimbus.NimbusLookAndFeel");
    }

    private final File folder;

    private Gallery(File folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        File folder = new File(args[0]);
        if (!folder.isDirectory() && !folder.mkdirs()) {
            throw new IOException("cannot create " + folder);
        }
        SwingUtilities.invokeAndWait(() -> new Gallery(folder).paintAll());
    }

    private void paintAll() {
        LOOKS.forEach((look, className) -> {
            try {
                UIManager.setLookAndFeel(className);
            } catch (ReflectiveOperationException | UnsupportedLookAndFeelException e) {
                throw new IllegalStateException(className, e);
            }
            for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
                JComponent.setDefaultLocale(locale);
                states().forEach((state, screen) -> {
                    for (int scale : new int[] {1, 2}) {
                        paint(screen.get(), 640, 480, scale, look + "-" + state + "-" + locale + "-" + scale + "x");
                    }
                });
            }
            JComponent.setDefaultLocale(Locale.ENGLISH);
            states().forEach((state, screen) -> {
                paint(screen.get(), 320, 240, 1, look + "-" + state + "-small");
                JComponent mirrored = screen.get();
                mirrored.applyComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT);
                paint(mirrored, 640, 480, 1, look + "-" + state + "-rtl");
            });
        });
    }

    private static Map<String, Supplier<JComponent>> states() {
        Map<String, Supplier<JComponent>> states = new LinkedHashMap<>();
        states.put("idle", Gallery::form);
        states.put("busy", () -> {
            LoginPanel form = filled();
            form.setBusy(true);
            return form;
        });
        states.put("denied", () -> failed(new AuthException(Reason.INVALID_CREDENTIALS)));
        states.put("unreachable", () -> failed(new AuthException(Reason.SERVER_UNREACHABLE)));
        states.put(
                "throttled",
                () -> failed(new AuthException(Reason.TOO_MANY_ATTEMPTS).withRetryAfter(Duration.ofSeconds(42))));
        states.put("locked", () -> {
            LoginPanel form = form();
            form.setLockedUser(ScriptedService.session("7", "ann").user(), "ann", false);
            return form;
        });
        states.put("checking", () -> {
            CheckingView view = new CheckingView(event -> {});
            return view;
        });
        states.put("refused", () -> {
            DeniedView view = new DeniedView(event -> {}, event -> {});
            view.show(new AuthException(Reason.ACCOUNT_REFUSED, "capability_missing", null), true);
            return view;
        });
        return states;
    }

    private static LoginPanel form() {
        LoginPanel form = new LoginPanel();
        form.setSiteName("Example & S\u00f6hne");
        form.setRememberMeVisible(true);
        form.setForgotPasswordUri(URI.create("https://example.org/wp-login.php?action=lostpassword"));
        return form;
    }

    private static LoginPanel filled() {
        LoginPanel form = form();
        form.setUsername("ann@example.org");
        ((JTextComponent) Components.named(form, "authgate.password")).setText("secret");
        return form;
    }

    private static LoginPanel failed(AuthException failure) {
        LoginPanel form = filled();
        form.showFailure(failure);
        return form;
    }

    private void paint(JComponent screen, int width, int height, int scale, String name) {
        JRootPane rootPane = new JRootPane();
        rootPane.setContentPane(filledWith(screen));
        JPanel root = filledWith(rootPane);
        root.setSize(new Dimension(width, height));
        root.addNotify();
        if (screen instanceof CheckingView) {
            ((CheckingView) screen).appear();
        }
        layOut(root);
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        root.paint(graphics);
        graphics.dispose();
        try {
            ImageIO.write(image, "png", new File(folder, name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.removeNotify();
    }

    private static JPanel filledWith(JComponent content) {
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(content);
        return panel;
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container) {
                layOut((Container) child);
            }
        }
    }
}
