package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.util.Optional;

/** Finds parts of a component tree by name. */
final class Components {

    private Components() {}

    static Component named(Container root, String name) {
        return find(root, name).orElseThrow(() -> new AssertionError("no component named " + name));
    }

    static Optional<Component> find(Container root, String name) {
        for (Component child : root.getComponents()) {
            if (name.equals(child.getName())) {
                return Optional.of(child);
            }
            Optional<Component> deeper = child instanceof Container ? find((Container) child, name) : Optional.empty();
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }
}
