package io.github.authgate.forked;

import java.awt.Component;
import java.awt.Container;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleText;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.border.TitledBorder;
import javax.swing.text.JTextComponent;

/**
 * Writes down everything that anybody could get to see of a program: what is on the screen and what a screen reader is
 * told, and how each object that can be reached describes itself. Whoever finds a secret in it has found a leak.
 */
final class Surfaces implements AutoCloseable {

    private final PrintWriter out;

    Surfaces(Path file) {
        try {
            out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void note(Object text) {
        out.println(text);
    }

    /** Notes an exception with all that led to it. */
    void note(Throwable failure) {
        failure.printStackTrace(out);
    }

    /** Notes a tree of components: names, texts, tool tips, and what assistive technologies get to hear. */
    void noteTree(Component component) {
        note(component);
        note(component.getName());
        if (component instanceof JLabel) {
            note(((JLabel) component).getText());
        } else if (component instanceof AbstractButton) {
            note(((AbstractButton) component).getText());
            note(((AbstractButton) component).getActionCommand());
        } else if (component instanceof JTextComponent && !(component instanceof JPasswordField)) {
            note(((JTextComponent) component).getText());
        }
        if (component instanceof JComponent) {
            note(((JComponent) component).getToolTipText());
            if (((JComponent) component).getBorder() instanceof TitledBorder) {
                note(((TitledBorder) ((JComponent) component).getBorder()).getTitle());
            }
        }
        noteSpoken(component.getAccessibleContext());
        if (component instanceof Container) {
            for (Component child : ((Container) component).getComponents()) {
                noteTree(child);
            }
        }
    }

    private void noteSpoken(AccessibleContext context) {
        if (context == null) {
            return;
        }
        note(context.getAccessibleName());
        note(context.getAccessibleDescription());
        AccessibleText text = context.getAccessibleText();
        if (text != null) {
            StringBuilder characters = new StringBuilder();
            for (int i = 0; i < text.getCharCount(); i++) {
                characters.append(text.getAtIndex(AccessibleText.CHARACTER, i));
            }
            note(characters);
            note(text.getAtIndex(AccessibleText.SENTENCE, 0));
            note(text.getSelectedText());
        }
    }

    /** Notes how everything describes itself that can be reached through our own objects and the JDK's containers. */
    void noteReachable(Object... roots) {
        IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();
        Deque<Object> next = new ArrayDeque<>();
        for (Object root : roots) {
            reach(root, seen, next);
        }
        while (!next.isEmpty()) {
            Object object = next.remove();
            note(object);
            follow(object, seen, next);
        }
        note(seen.size() + " objects");
    }

    private static void follow(Object object, Map<Object, Boolean> seen, Deque<Object> next) {
        if (object instanceof Object[]) {
            for (Object element : (Object[]) object) {
                reach(element, seen, next);
            }
        } else if (object instanceof Collection) {
            ((Collection<?>) object).forEach(element -> reach(element, seen, next));
        } else if (object instanceof Map) {
            ((Map<?, ?>) object).forEach((key, value) -> {
                reach(key, seen, next);
                reach(value, seen, next);
            });
        } else if (object instanceof Optional) {
            ((Optional<?>) object).ifPresent(value -> reach(value, seen, next));
        } else if (object instanceof CompletableFuture && ((CompletableFuture<?>) object).isDone()) {
            ((CompletableFuture<?>) object).whenComplete((value, failure) -> {
                reach(value, seen, next);
                reach(failure, seen, next);
            });
        } else {
            followFields(object, seen, next);
        }
    }

    private static void followFields(Object object, Map<Object, Boolean> seen, Deque<Object> next) {
        for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
            if (!type.getName().startsWith("io.github.authgate.")) {
                continue;
            }
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        reach(field.get(object), seen, next);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }

    /** Texts and arrays are what they are; the question is who shows them. */
    private static void reach(Object object, Map<Object, Boolean> seen, Deque<Object> next) {
        boolean isText = object == null || object instanceof CharSequence || object instanceof char[];
        if (!isText && !(object instanceof byte[]) && seen.put(object, true) == null) {
            next.add(object);
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
