package io.github.authgate.swing;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeListenerProxy;
import java.beans.PropertyVetoException;
import java.beans.VetoableChangeListener;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Tells a host's listeners about changes: each listener hears of all changes in the order in which they happened, also
 * when a listener causes the next change or shows a modal dialog, and a listener that throws does not keep the others
 * from hearing.
 *
 * <p>Registration is thread-safe. Use everything else only on the event dispatch thread.
 */
final class Notifications {

    private final Object source;
    private final List<PropertyChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final List<VetoableChangeListener> vetoers = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> undelivered = new ArrayDeque<>();

    Notifications(Object source) {
        this.source = source;
    }

    void add(PropertyChangeListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    void add(String property, PropertyChangeListener listener) {
        Objects.requireNonNull(property, "property");
        listeners.add(new PropertyChangeListenerProxy(property, Objects.requireNonNull(listener, "listener")));
    }

    void remove(PropertyChangeListener listener) {
        listeners.remove(listener);
    }

    void remove(String property, PropertyChangeListener listener) {
        listeners.removeIf(registered -> registered instanceof PropertyChangeListenerProxy
                && ((PropertyChangeListenerProxy) registered).getPropertyName().equals(property)
                && ((PropertyChangeListenerProxy) registered).getListener() == listener);
    }

    void addVetoer(VetoableChangeListener listener) {
        vetoers.add(Objects.requireNonNull(listener, "listener"));
    }

    void removeVetoer(VetoableChangeListener listener) {
        vetoers.remove(listener);
    }

    /** Puts a change on the list of those to be told; {@link #deliver} tells them. */
    void changed(String property, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        PropertyChangeEvent event = new PropertyChangeEvent(source, property, before, after);
        for (PropertyChangeListener listener : listeners) {
            if (concerns(listener, property)) {
                undelivered.add(() -> listener.propertyChange(event));
            }
        }
    }

    private static boolean concerns(PropertyChangeListener listener, String property) {
        return !(listener instanceof PropertyChangeListenerProxy)
                || ((PropertyChangeListenerProxy) listener).getPropertyName().equals(property);
    }

    /** Tells what has not been told. Called again from within, it goes on where the outer call stands. */
    void deliver() {
        for (Runnable next = undelivered.poll(); next != null; next = undelivered.poll()) {
            try {
                next.run();
            } catch (RuntimeException | Error e) {
                Edt.report(e);
            }
        }
    }

    /**
     * Asks whether a property may change.
     *
     * @return whether every listener agreed; one that throws anything at all has not
     */
    boolean agreed(String property, @Nullable Object before, @Nullable Object after) {
        PropertyChangeEvent event = new PropertyChangeEvent(source, property, before, after);
        for (VetoableChangeListener vetoer : vetoers) {
            try {
                vetoer.vetoableChange(event);
            } catch (PropertyVetoException e) {
                return false;
            } catch (RuntimeException | Error e) {
                Edt.report(e);
                return false;
            }
        }
        return true;
    }
}
