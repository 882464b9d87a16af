package io.github.authgate.demo;

import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import javax.swing.Action;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.undo.UndoManager;

/** A field in which typing can be undone. Its keys come before those of the menu, which are for the notes. */
final class UndoableField extends JTextField {

    private static final long serialVersionUID = 1L;

    private final UndoManager undo = new UndoManager();

    UndoableField(int columns) {
        super(columns);
        getDocument().addUndoableEditListener(undo);
        bind(KeyEvent.VK_Z, Parts.action("undo", this::undo));
        bind(KeyEvent.VK_Y, Parts.action("redo", this::redo));
    }

    private void bind(int key, Action action) {
        Object name = action.getValue(Action.NAME);
        getInputMap()
                .put(KeyStroke.getKeyStroke(key, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()), name);
        getActionMap().put(name, action);
    }

    /** Shows another text, from which nothing leads back to the one before. */
    void load(String text) {
        setText(text);
        undo.discardAllEdits();
    }

    private void undo() {
        if (undo.canUndo()) {
            undo.undo();
        }
    }

    private void redo() {
        if (undo.canRedo()) {
            undo.redo();
        }
    }
}
