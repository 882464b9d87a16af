package io.github.authgate.swing;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToolTip;

/**
 * Keeps text from being more than text. Swing renders whatever starts with {@code <html>}, fetches the images in it and
 * more; text from outside is cut to one line and freed of characters that change how its surroundings read.
 */
final class PlainText {

    private static final int LONGEST = 200;
    private static final int LONGEST_REPORT = 20_000;

    private PlainText() {}

    /** Makes a label that never renders HTML, whatever text it is given and whatever the look and feel. */
    static JLabel label() {
        return disableHtml(new JLabel());
    }

    /** Switches HTML off. To be called before the component has any text: switching later does not undo rendering. */
    static <C extends JComponent> C disableHtml(C component) {
        component.putClientProperty("html.disable", Boolean.TRUE);
        return component;
    }

    /** Makes the tool tip of a component, for {@link JComponent#createToolTip}: it does not inherit the switch. */
    static JToolTip toolTip(JComponent owner) {
        JToolTip tip = disableHtml(new JToolTip());
        tip.setComponent(owner);
        return tip;
    }

    /**
     * Returns text from outside as one line of moderate length. Control characters become blanks; characters that hide
     * text or steer its direction are left out, so that a name cannot turn the words around it.
     */
    static String oneLine(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(LONGEST * 4L).forEach(codePoint -> append(clean, codePoint));
        String line = clean.toString().strip();
        if (line.codePointCount(0, line.length()) > LONGEST) {
            line = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
        }
        return line;
    }

    /**
     * Returns text from outside as plain lines of moderate number: nothing in it hides, turns or steers what stands around.
     */
    static String lines(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(LONGEST_REPORT).forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == ' ') {
                clean.append((char) codePoint); // indentation is meant
            } else {
                append(clean, codePoint);
            }
        });
        return clean.toString();
    }

    private static void append(StringBuilder clean, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SPACE_SEPARATOR:
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
                break;
            case Character.FORMAT:
                // zero-width joiners make one emoji of several; all others of this kind hide or turn text
                if (codePoint == 0x200D) {
                    clean.appendCodePoint(codePoint);
                }
                break;
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                clean.append('\uFFFD');
                break;
            default:
                clean.appendCodePoint(codePoint);
        }
    }

    /**
     * Sets a label's or button's text in which {@code &} marks the mnemonic, as in {@code "&Log in"}.
     */
    static void setText(JComponent target, String marked) {
        int mark = marked.indexOf('&');
        boolean isMarked = mark >= 0 && mark + 1 < marked.length();
        String text = isMarked ? marked.substring(0, mark) + marked.substring(mark + 1) : marked;
        int mnemonic = isMarked ? KeyEvent.getExtendedKeyCodeForChar(Character.toUpperCase(text.charAt(mark))) : 0;
        if (target instanceof JLabel) {
            JLabel label = (JLabel) target;
            label.setText(text);
            label.setDisplayedMnemonic(mnemonic);
            label.setDisplayedMnemonicIndex(isMarked ? mark : -1);
        } else if (target instanceof AbstractButton) {
            AbstractButton button = (AbstractButton) target;
            button.setText(text);
            button.setMnemonic(mnemonic);
            button.setDisplayedMnemonicIndex(isMarked ? mark : -1);
        } else {
            throw new IllegalArgumentException(target.getClass().getName());
        }
    }

    /** Returns a text without its mark for a mnemonic, and without the letter that only the mark put there. */
    static String unmarked(String marked) {
        return marked.replaceFirst("\\(&.\\)", "").replace("&", "");
    }

    /** Names a component, for tests of hosts and ours, and so that nobody has to depend on its class. */
    static <C extends Component> C named(String name, C component) {
        component.setName(name);
        return component;
    }
}
