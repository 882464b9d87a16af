package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import javax.swing.text.Segment;
import javax.swing.undo.UndoManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The array behind a password field holds what can be read in the field, and nothing else. */
class SecretContentTest {

    private final SecretContent content = new SecretContent();
    private final StringBuilder expected = new StringBuilder("\n");

    private void insert(int where, String text) throws BadLocationException {
        content.insertString(where, text);
        expected.insert(where, text);
    }

    private void remove(int where, int count) throws BadLocationException {
        content.remove(where, count);
        expected.delete(where, where + count);
    }

    /** Returns the array as it is, gap and all. */
    private char[] array() throws BadLocationException {
        Segment part = new Segment();
        part.setPartialReturn(true);
        content.getChars(0, content.length(), part);
        return part.array;
    }

    private void assertNothingIsLeftBehind() throws BadLocationException {
        assertThat(content.getString(0, content.length())).isEqualTo(expected.toString());
        char[] left = array().clone();
        char[] text = expected.toString().toCharArray();
        Arrays.sort(left);
        Arrays.sort(text);
        assertThat(new String(left).replace("\0", "")).isEqualTo(new String(text));
    }

    @Test
    void whatIsDeletedIsGone() throws BadLocationException {
        insert(0, "secret");
        remove(0, 6);

        assertNothingIsLeftBehind();
    }

    @Test
    void whatIsDeletedAroundTheCaretIsGone() throws BadLocationException {
        insert(0, "secret");
        insert(3, "x");
        remove(1, 4);

        assertNothingIsLeftBehind();
    }

    @Test
    void noEditHoldsWhatWasDeleted() throws BadLocationException {
        PlainDocument document = new PlainDocument(content);
        List<String> held = new ArrayList<>();
        UndoManager manager = new UndoManager();
        document.addUndoableEditListener(manager);
        document.insertString(0, "secret", null);
        document.remove(0, 6);
        while (manager.canUndo()) {
            manager.undo();
            held.add(document.getText(0, document.getLength()));
        }

        assertThat(held).allMatch(String::isEmpty);
    }

    @Test
    void whatIsMovedLeavesNoCopyBehind() throws BadLocationException {
        insert(0, "secret");
        insert(0, "x");

        assertNothingIsLeftBehind();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsTypedAndDeletedNothingIsLeftBehind(long seed) throws BadLocationException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int length = expected.length() - 1;
            if (random.nextInt(5) < 3 || length == 0) {
                char typed = (char) ('a' + random.nextInt(26));
                insert(random.nextInt(length + 1), String.valueOf(typed).repeat(1 + random.nextInt(3)));
            } else {
                int where = random.nextInt(length);
                remove(where, 1 + random.nextInt(length - where));
            }
            assertNothingIsLeftBehind();
        }
    }
}
