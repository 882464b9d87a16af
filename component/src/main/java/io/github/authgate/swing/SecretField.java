package io.github.authgate.swing;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleTextSequence;
import javax.swing.JPasswordField;
import javax.swing.text.Document;
import javax.swing.text.PlainDocument;

/**
 * A password field that keeps its secret: from assistive technologies, which could read a selection in clear, from a
 * stream, and from the line break that comes along when a password is pasted.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SecretField extends JPasswordField {

    private static final long serialVersionUID = 1L;

    private final transient Runnable whenUiChanged;
    private char mask;

    /**
     * @param whenUiChanged called when the look and feel has changed
     */
    SecretField(Runnable whenUiChanged) {
        super(12);
        this.whenUiChanged = whenUiChanged;
        this.mask = getEchoChar();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (whenUiChanged != null) {
            whenUiChanged.run();
        }
    }

    @Override
    protected Document createDefaultModel() {
        return new PlainDocument(new SecretContent());
    }

    /** Shows the characters, or hides them again. */
    void setRevealed(boolean revealed) {
        if (revealed == isRevealed()) {
            return;
        }
        if (revealed) {
            mask = getEchoChar();
        }
        setEchoChar(revealed ? (char) 0 : mask);
    }

    boolean isRevealed() {
        return !echoCharIsSet();
    }

    /** Tells whether there is anything in the field. The password is not looked at. */
    boolean isEmpty() {
        return getDocument().getLength() == 0;
    }

    /** Empties the field. */
    void clear() {
        setText("");
    }

    /** Drops the line break at the end of what is pasted, which Swing would turn into a blank; nothing else is touched. */
    @Override
    public void replaceSelection(String content) {
        String text = content;
        while (text != null && (text.endsWith("\n") || text.endsWith("\r"))) {
            text = text.substring(0, text.length() - 1);
        }
        super.replaceSelection(text);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException("a field that may hold a password");
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (!(accessibleContext instanceof Masked)) {
            accessibleContext = new Masked();
        }
        return accessibleContext;
    }

    /** Shows assistive technologies as many dots as there are characters, and never a character. */
    private final class Masked extends AccessibleJPasswordField {

        private static final long serialVersionUID = 1L;

        private String masked(String text) {
            if (text == null) {
                return null;
            }
            return String.valueOf(mask == 0 ? '*' : mask).repeat(text.length());
        }

        private AccessibleTextSequence masked(AccessibleTextSequence sequence) {
            return sequence == null
                    ? null
                    : new AccessibleTextSequence(sequence.startIndex, sequence.endIndex, masked(sequence.text));
        }

        @Override
        public String getSelectedText() {
            return masked(super.getSelectedText());
        }

        @Override
        public String getAtIndex(int part, int index) {
            return masked(super.getAtIndex(part, index));
        }

        @Override
        public String getAfterIndex(int part, int index) {
            return masked(super.getAfterIndex(part, index));
        }

        @Override
        public String getBeforeIndex(int part, int index) {
            return masked(super.getBeforeIndex(part, index));
        }

        @Override
        public String getTextRange(int startIndex, int endIndex) {
            return masked(super.getTextRange(startIndex, endIndex));
        }

        @Override
        public AccessibleTextSequence getTextSequenceAt(int part, int index) {
            return masked(super.getTextSequenceAt(part, index));
        }

        @Override
        public AccessibleTextSequence getTextSequenceAfter(int part, int index) {
            return masked(super.getTextSequenceAfter(part, index));
        }

        @Override
        public AccessibleTextSequence getTextSequenceBefore(int part, int index) {
            return masked(super.getTextSequenceBefore(part, index));
        }
    }
}
