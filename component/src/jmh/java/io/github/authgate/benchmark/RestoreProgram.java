package io.github.authgate.benchmark;

import io.github.authgate.FileTokenStore;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.EventQueue;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A tool whose user wanted to be remembered: says when the content has been painted. */
final class RestoreProgram {

    private RestoreProgram() {}

    /** Takes the variant, the address of the site, and where the token is stored. */
    public static void main(String[] args) {
        EventQueue.invokeLater(() -> {
            try {
                Watched.lookAndFeel("FlatLaf");
                JPanel tool = new JPanel();
                tool.add(new JLabel("content"));
                tool.setName("content");
                Path token = Path.of(args[2]);
                Watched content = new Watched(
                        args[0].equals("AuthGate") ? gate(args[1], token, tool) : byHand(args[1], token, tool));
                content.when(() -> Watched.find(content, JPanel.class, "content") != null, () -> {
                    System.out.println("paintedAt=" + System.nanoTime());
                    System.out.flush();
                    Runtime.getRuntime().halt(0);
                });
                content.inFrame().setVisible(true);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static JComponent gate(String address, Path token, JPanel tool) {
        WordPressAuthService service = WordPressAuthService.builder(WordPressConfig.builder(URI.create(address))
                        .apiKey("ag_key")
                        .build())
                .tokenStore(new FileTokenStore(token))
                .build();
        return new AuthGate(new AuthModel(service), session -> tool);
    }

    /** Validates the token on a thread of its own, started with the window. */
    private static JComponent byHand(String address, Path token, JPanel tool) {
        BareForm form = new BareForm();
        new Thread(() -> {
                    try {
                        new BareClient(address).validate(Files.readString(token).strip());
                        EventQueue.invokeLater(() -> form.show(tool));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .start();
        return form;
    }
}
