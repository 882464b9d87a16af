package io.github.authgate.benchmark;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.EventQueue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import org.jdesktop.swingx.JXLoginPane;
import org.jdesktop.swingx.auth.LoginService;

/** A tool that starts and shows a login form; says when that has been painted, and what the JVM holds by then. */
final class FirstPaintProgram {

    private FirstPaintProgram() {}

    /** Takes the variant and the look and feel. */
    public static void main(String[] args) {
        EventQueue.invokeLater(() -> {
            try {
                start(args[0], args[1]);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void start(String variant, String lookAndFeel) throws Exception {
        Watched.lookAndFeel(lookAndFeel);
        Watched content;
        JFrame frame;
        if (variant.equals("JXLoginPane")) {
            frame = JXLoginPane.showLoginFrame(new NoService());
            content = new Watched(frame.getContentPane());
            frame.setContentPane(content);
        } else {
            content = new Watched(form(variant));
            frame = content.inFrame();
        }
        boolean isEmpty = variant.equals("empty frame");
        Watched watched = content;
        content.when(() -> isEmpty || Watched.shows(watched, JPasswordField.class), () -> report(System.nanoTime()));
        frame.setVisible(true);
    }

    private static JComponent form(String variant) {
        switch (variant) {
            case "AuthGate":
                WordPressAuthService service =
                        WordPressAuthService.create(WordPressConfig.builder(URI.create("https://localhost:1"))
                                .build());
                return new AuthGate(new AuthModel(service), session -> new JPanel());
            case "bare form":
                return new BareForm();
            default:
                return new JPanel();
        }
    }

    private static void report(long paintedAt) {
        System.out.println("paintedAt=" + paintedAt);
        System.out.println(
                "eventThreadCpu=" + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        System.out.println("resident=" + resident());
        System.out.println(
                "classes=" + ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
        System.out.println("threads=" + ManagementFactory.getThreadMXBean().getThreadCount());
        System.out.println("heap=" + heap());
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Returns the bytes of live objects: what is left after two collections. */
    static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Returns the resident memory in bytes where the system tells it, else 0. */
    static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static final class NoService extends LoginService {
        @Override
        public boolean authenticate(String name, char[] password, String server) {
            return false;
        }
    }
}
