package io.github.authgate.forked;

import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.swing.JFrame;

/** Makes gates, logs in through them and throws them away, one after the other, and says what is left of them. */
final class LeakProgram {

    /** How many gates come before the first count: by then everything has been loaded that is loaded once. */
    private static final int FIRST = 10;

    private static final int MOST_COLLECTIONS = 200;

    private final URI site;
    private final List<WeakReference<Object>> made = new ArrayList<>();

    private LeakProgram(URI site) {
        this.site = site;
    }

    public static void main(String[] args) {
        LeakProgram program = new LeakProgram(URI.create(args[0]));
        program.run(FIRST);
        program.collect();
        int threads = threads();
        Set<String> open = open();
        program.run(Integer.parseInt(args[1]));
        program.collect();
        System.out.println("gates left: " + program.alive());
        System.out.println("threads more: " + (threads() - threads));
        Set<String> more = stillOpenBut(open);
        System.out.println("files more: " + more.size() + " " + more);
        System.out.println(threadNames());
        System.exit(0);
    }

    private void run(int cycles) {
        for (int i = 0; i < cycles; i++) {
            cycle(i % 10 == 9);
        }
    }

    private void cycle(boolean isFlooded) {
        GateDriver driver = new GateDriver(
                WordPressAuthService.create(GateDriver.config(site).build()));
        if (GraphicsEnvironment.isHeadless()) {
            driver.show();
        } else {
            driver.showInFrame(State.LOGGED_OUT);
        }
        if (isFlooded) {
            driver.submit(LoginSite.FLOODED, new Canary(1, 20));
            driver.await(State.LOGGED_OUT);
        }
        driver.submit(LoginSite.ANN, new Canary(1, 20));
        driver.await(State.LOGGED_IN);
        driver.dispose();
        made.add(new WeakReference<>(driver.gate()));
        made.add(new WeakReference<>(driver.model()));
    }

    private long alive() {
        return made.stream().filter(reference -> reference.get() != null).count();
    }

    /**
     * Collects until nothing is left, or often enough; the JDK's HTTP client looks only now and then whether it is still
     * wanted, and ends its thread then.
     */
    private void collect() {
        showAnother();
        for (int i = 0; i < MOST_COLLECTIONS && !(alive() == 0 && clients() == 0); i++) {
            System.gc();
            rest();
            // what the toolkit has last dispatched or painted is held until it does so again
            GateDriver.onEdt(() -> new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics());
        }
    }

    /** Shows a window without a gate: AWT and Swing hold on to the last one that had the focus or was painted. */
    private static void showAnother() {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        JFrame another = new JFrame("another");
        another.setSize(500, 500);
        GateDriver.showFocused(another);
        GateDriver.onEdt(() -> {
            another.getRootPane().paintImmediately(0, 0, 500, 500);
            another.dispose();
        });
        GateDriver.settle();
    }

    private static int clients() {
        return threadNames().getOrDefault("HttpClient-#-SelectorManager", 0);
    }

    private static int threads() {
        return threadNames().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> threadNames() {
        Map<String, Integer> names = new TreeMap<>();
        Thread.getAllStackTraces()
                .keySet()
                .forEach(thread -> names.merge(thread.getName().replaceAll("[0-9]+", "#"), 1, Integer::sum));
        return names;
    }

    /**
     * Returns what is open that was not before, and stays so. The JVM itself opens files of the system for a moment, to see
     * how much memory it may take.
     */
    private static Set<String> stillOpenBut(Set<String> before) {
        Set<String> more = open();
        more.removeAll(before);
        for (int i = 0; i < MOST_COLLECTIONS && !more.isEmpty(); i++) {
            rest();
            more.retainAll(open());
        }
        return more;
    }

    /** Returns what files and sockets are open, where the system says so. */
    private static Set<String> open() {
        Set<String> open = new TreeSet<>();
        String[] numbers = new File("/proc/self/fd").list();
        for (String number : numbers == null ? new String[0] : numbers) {
            try {
                open.add(number + " " + Files.readSymbolicLink(Path.of("/proc/self/fd", number)));
            } catch (IOException closed) {
                // it was only open for a moment, as the list of them is
            }
        }
        return open;
    }

    private static void rest() {
        try {
            new ReferenceQueue<>().remove(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
