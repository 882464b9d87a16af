package io.github.authgate.swing;

import java.util.Arrays;
import javax.swing.text.BadLocationException;
import javax.swing.text.GapContent;
import javax.swing.text.Segment;
import javax.swing.undo.UndoableEdit;
import org.jspecify.annotations.Nullable;

/**
 * The text of a password field, without the traces that Swing's own leaves: there, what has been deleted stays in the gap
 * of the array until something is typed over it.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SecretContent extends GapContent {

    private static final long serialVersionUID = 1L;

    /** An edit that could be undone would hold what was deleted. */
    private static final @Nullable UndoableEdit NOT_TO_BE_UNDONE = null;

    @Override
    public @Nullable UndoableEdit insertString(int where, String text) throws BadLocationException {
        super.insertString(where, text);
        wipeGap();
        return NOT_TO_BE_UNDONE;
    }

    @Override
    public @Nullable UndoableEdit remove(int where, int count) throws BadLocationException {
        super.remove(where, count);
        wipeGap();
        return NOT_TO_BE_UNDONE;
    }

    /** Wipes what lies between the two parts of the text: moving the gap copies characters and leaves them there, too. */
    private void wipeGap() throws BadLocationException {
        Segment first = new Segment();
        first.setPartialReturn(true);
        getChars(0, length(), first);
        boolean gapComesFirst = first.offset > 0;
        int begin = gapComesFirst ? 0 : first.count;
        int end = gapComesFirst ? first.offset : first.array.length - (length() - first.count);
        Arrays.fill(first.array, begin, end, '\0');
    }
}
