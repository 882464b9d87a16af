package io.github.authgate.benchmark;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.EventQueue;
import java.awt.GridLayout;
import java.io.File;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;

/** Shows many gates of one model, or as many forms written by hand, and says what they hold. */
final class FootprintProgram {

    private FootprintProgram() {}

    /** Takes the variant, the address of the site, and how many. */
    public static void main(String[] args) throws Exception {
        boolean isGate = args[0].equals("AuthGate");
        int count = Integer.parseInt(args[2]);
        Watched.lookAndFeel("FlatLaf");
        WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(URI.create(args[1])).apiKey("ag_key").build());
        List<JComponent> shown = new ArrayList<>();
        JPanel all = new JPanel(new GridLayout(0, 10));
        JFrame frame = new Watched(all).inFrame();
        EventQueue.invokeAndWait(() -> {
            AuthModel model = new AuthModel(service);
            // one of each before anything is counted: classes, and what the look and feel keeps
            all.add(isGate ? gate(model) : new BareForm());
            frame.setVisible(true);
            frame.validate();
            shown.add(gate(model));
        });
        Thread.sleep(2_000); // the warm-up has come to its end
        long before = FirstPaintProgram.heap();
        EventQueue.invokeAndWait(() -> {
            AuthModel model = ((AuthGate) shown.get(0)).getModel();
            for (int i = 0; i < count; i++) {
                JComponent one = isGate ? gate(model) : new BareForm();
                shown.add(one);
                all.add(one);
            }
            frame.validate();
            all.paint(new java.awt.image.BufferedImage(640, 520, java.awt.image.BufferedImage.TYPE_INT_RGB)
                    .createGraphics());
        });
        Thread.sleep(500);
        EventQueue.invokeAndWait(() -> {});
        System.out.println("heap=" + (FirstPaintProgram.heap() - before));
        System.out.println("threads=" + ownThreads());
        System.out.println("daemons=" + ownDaemons());
        System.out.println("files=" + openFiles());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static AuthGate gate(AuthModel model) {
        return new AuthGate(model, session -> new JPanel());
    }

    private static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("authgate"))
                .count();
    }

    private static long ownDaemons() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("authgate") && thread.isDaemon())
                .count();
    }

    private static long openFiles() {
        String[] files = new File("/proc/self/fd").list();
        return files == null ? 0 : files.length;
    }
}
