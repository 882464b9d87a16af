package io.github.authgate.forked;

import io.github.authgate.gui.VirtualDisplay;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The display of a GUI test, for a program in another JVM: the virtual one inside the JVM, or the real one. */
final class Display {

    private Display() {}

    /** Returns the options with which this JVM was given its display, and more. */
    static List<String> optionsAnd(String... more) {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-")
                        || option.startsWith("--sun-misc-unsafe")
                        || option.startsWith("-XX:+EnableDynamicAgentLoading")
                        || option.startsWith("-Dgui.mode")
                        || option.startsWith("-Dcacio.")
                        || option.startsWith("-Djava.awt.headless"))
                .collect(Collectors.toCollection(ArrayList::new));
        options.addAll(List.of(more));
        return options;
    }

    /** Opens the display; to be called in the other JVM, before anything touches AWT. */
    static void open() {
        new VirtualDisplay().launcherSessionOpened(null);
    }
}
