package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Window;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JRootPane;

/**
 * What gates are in, inside their windows, at the moment of asking.
 *
 * <p>Use only on the event dispatch thread.
 */
final class GateAncestry {

    private final Supplier<List<Component>> gates;

    GateAncestry(Supplier<List<Component>> gates) {
        this.gates = gates;
    }

    /** Returns the gates and everything between them and their windows. */
    Set<JComponent> components() {
        Set<JComponent> components = new HashSet<>();
        for (Component gate : gates.get()) {
            for (Component part = gate; part != null && !(part instanceof Window); part = part.getParent()) {
                if (part instanceof JComponent) {
                    components.add((JComponent) part);
                }
            }
        }
        return components;
    }

    /** Returns the root panes: of the windows, and of internal frames on the way there. */
    Set<JRootPane> roots() {
        return components().stream()
                .filter(JRootPane.class::isInstance)
                .map(JRootPane.class::cast)
                .collect(Collectors.toSet());
    }
}
