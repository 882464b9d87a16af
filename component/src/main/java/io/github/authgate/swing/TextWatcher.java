package io.github.authgate.swing;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Does something when a text is changed, or only when something comes to it. */
final class TextWatcher implements DocumentListener {

    private final Runnable inserted;
    private final Runnable removed;

    private TextWatcher(Runnable inserted, Runnable removed) {
        this.inserted = inserted;
        this.removed = removed;
    }

    static TextWatcher ofChanges(Runnable action) {
        return new TextWatcher(action, action);
    }

    static TextWatcher ofInsertions(Runnable action) {
        return new TextWatcher(action, () -> {});
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        inserted.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        removed.run();
    }

    /** Tells of attributes, which plain text has none of. */
    @Override
    public void changedUpdate(DocumentEvent event) {}
}
