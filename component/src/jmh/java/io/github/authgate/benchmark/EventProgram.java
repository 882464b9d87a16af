package io.github.authgate.benchmark;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/**
 * Goes through the life of a session again and again and says, for each step, how long the longest event on the event
 * dispatch thread took. The content is an empty panel, so that nothing of it is a host's.
 */
final class EventProgram {

    private final StopWatch events = new StopWatch();
    private final AuthModel model;
    private final AuthGate gate;
    private final BareForm bare = new BareForm();
    private final Watched content;
    private final JFrame frame;
    private int cycle;

    private EventProgram(String address) {
        model = new AuthModel(WordPressAuthService.create(
                WordPressConfig.builder(URI.create(address)).apiKey("ag_key").build()));
        gate = new AuthGate(model, session -> {
            JPanel tool = new JPanel();
            tool.setName("content");
            return tool;
        });
        content = new Watched(gate);
        frame = content.inFrame();
    }

    /** Takes the address of the site and how many cycles to go. */
    public static void main(String[] args) throws Exception {
        CompletableFuture<EventProgram> made = new CompletableFuture<>();
        EventQueue.invokeLater(() -> {
            try {
                Watched.lookAndFeel("FlatLaf");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            made.complete(new EventProgram(args[0]));
        });
        made.join().run(Integer.parseInt(args[1]));
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private void run(int cycles) throws Exception {
        Toolkit.getDefaultToolkit().getSystemEventQueue().push(events);
        EventQueue.invokeAndWait(() -> frame.setVisible(true));
        await(() -> shows(JPasswordField.class, null));
        for (cycle = 1; cycle <= cycles; cycle++) {
            step(
                    "failure",
                    () -> submit("wrong"),
                    () -> shows(JLabel.class, "authgate.accessDenied") && !model.isBusy());
            step("login", () -> submit("secret"), () -> shows(JPanel.class, "content"));
            step("lock", model::lock, () -> shows(JPasswordField.class, null));
            step("unlock", () -> submit("secret"), () -> shows(JPanel.class, "content"));
            step("logout", model::logout, () -> shows(JPasswordField.class, null));
            swap(cycle % 2 == 0 ? "FlatLaf" : "Metal");
        }
    }

    /** Changes the look and feel: of the gate, then of a form written by hand in the same window, for comparison. */
    private void swap(String lookAndFeel) throws Exception {
        EventQueue.invokeAndWait(() -> {
            try {
                Watched.lookAndFeel(lookAndFeel); // the host's part: it loads the defaults
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            SwingUtilities.updateComponentTreeUI(bare); // loads what every form needs
        });
        step("look and feel", () -> SwingUtilities.updateComponentTreeUI(frame), () -> true);
        EventQueue.invokeAndWait(() -> {
            content.removeAll();
            content.add(bare);
            frame.validate();
        });
        step("look and feel of a bare form", () -> SwingUtilities.updateComponentTreeUI(frame), () -> true);
        EventQueue.invokeAndWait(() -> {
            content.removeAll();
            content.add(gate);
            frame.validate();
        });
        await(() -> shows(JPasswordField.class, null));
    }

    private void submit(String password) {
        JTextField username = Watched.find(content, JTextField.class, "authgate.username");
        if (username != null) {
            username.setText("ann");
        }
        Watched.find(content, JPasswordField.class, null).setText(password);
        Watched.find(content, JButton.class, "authgate.login").doClick(0);
    }

    private void step(String name, Runnable action, BooleanSupplier done) throws Exception {
        events.reset();
        EventQueue.invokeLater(action);
        EventQueue.invokeAndWait(() -> {}); // the action has been taken
        await(done);
        long[] longest = events.longest();
        System.out.printf(Locale.ROOT, "%s %d=%d%n%s %d cpu=%d%n", name, cycle, longest[0], name, cycle, longest[1]);
    }

    /** Waits until something is so, and all that has been asked to be painted is. */
    private void await(BooleanSupplier done) throws Exception {
        boolean[] is = new boolean[1];
        while (!is[0]) {
            Thread.sleep(2);
            EventQueue.invokeAndWait(() -> is[0] = done.getAsBoolean());
        }
        Thread.sleep(60);
        EventQueue.invokeAndWait(() -> {});
    }

    private boolean shows(Class<? extends javax.swing.JComponent> type, String name) {
        return Watched.find(content, type, name) != null;
    }

    /** Measures every event: how long it took, and for how much of that its thread was at work. */
    private static final class StopWatch extends EventQueue {

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private long longest;
        private long processorTimeOfLongest;

        @Override
        protected void dispatchEvent(AWTEvent event) {
            long begin = System.nanoTime();
            long atWork = threads.getCurrentThreadCpuTime();
            super.dispatchEvent(event);
            add(System.nanoTime() - begin, threads.getCurrentThreadCpuTime() - atWork);
        }

        private synchronized void add(long taken, long processorTime) {
            if (taken > longest) {
                longest = taken;
                processorTimeOfLongest = processorTime;
            }
        }

        synchronized void reset() {
            longest = 0;
        }

        /** Returns the nanoseconds of the longest event, and for how many of them its thread was at work. */
        synchronized long[] longest() {
            return new long[] {longest, processorTimeOfLongest};
        }
    }
}
