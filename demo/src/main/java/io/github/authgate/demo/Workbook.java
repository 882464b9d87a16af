package io.github.authgate.demo;

import java.util.ArrayList;
import java.util.List;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import javax.swing.undo.UndoManager;

/** What one user works on: orders and notes, what can be undone, and whether it has been saved. Use only on the event dispatch thread. */
final class Workbook {

    private static final String NOTES = "Ask Hotel Adler about the colour of the oil.\n"
            + "The walnut comes on Thursday, before ten.\n"
            + "Library: the desks have to fit through the side door (86 cm).\n";

    private final OrderBook orders = new OrderBook();
    private final PlainDocument notes = new PlainDocument();
    private final UndoManager undo = new UndoManager();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean modified;

    Workbook() {
        try {
            notes.insertString(0, NOTES, null);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
        notes.addUndoableEditListener(event -> {
            undo.addEdit(event.getEdit());
            setModified(true);
        });
        notes.addDocumentListener(new Changes());
        orders.addTableModelListener(event -> setModified(true));
    }

    OrderBook orders() {
        return orders;
    }

    PlainDocument notes() {
        return notes;
    }

    boolean canUndo() {
        return undo.canUndo();
    }

    boolean canRedo() {
        return undo.canRedo();
    }

    void undo() {
        if (undo.canUndo()) {
            undo.undo();
        }
    }

    void redo() {
        if (undo.canRedo()) {
            undo.redo();
        }
    }

    boolean isModified() {
        return modified;
    }

    /** Saves; in this demo nothing outlives the program. */
    void save() {
        setModified(false);
    }

    private void setModified(boolean modified) {
        this.modified = modified;
        new ArrayList<>(listeners).forEach(Runnable::run);
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    /** Undoing and redoing are changes, too, and no listener for edits hears of them. */
    private final class Changes implements DocumentListener {

        @Override
        public void insertUpdate(DocumentEvent event) {
            setModified(true);
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            setModified(true);
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            setModified(true);
        }
    }
}
