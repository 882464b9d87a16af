package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.awt.HeadlessException;
import java.awt.Insets;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.text.Bidi;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * What happened, in the words of the user, and a report for whoever can mend it, as plain text to read, select and copy. It
 * stands in the form's place and not in a window of its own, which
 * a modal dialog or a lock would keep its reader from.
 *
 * <p>Use only on the event dispatch thread.
 */
final class DetailsView extends Card {

    private static final long serialVersionUID = 1L;

    private final Labels.Title title = new Labels.Title();
    private final Labels.Sentence reason = PlainText.named("authgate.details.reason", new Labels.Sentence());
    private final JLabel addressee = new Labels.Muted();
    private final JTextArea text = PlainText.named("authgate.details.text", new JTextArea());
    private final JScrollPane scroller = new JScrollPane(text);
    private final JButton copy = PlainText.named("authgate.details.copy", PlainText.disableHtml(new JButton()));
    private final JButton back = PlainText.named("authgate.details.back", PlainText.disableHtml(new JButton()));

    private final transient AuthException failure;

    DetailsView(Messages messages, AuthException failure, Runnable onBack) {
        super(new MigLayout(Look.cardInsets() + ", fill, wrap 1", "[grow, fill]", "[][grow, fill][]"));
        this.failure = failure;
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        int margin = Look.units(6);
        text.setMargin(new Insets(margin, margin, margin, margin));
        addressee.setVisible(false);
        addressee.setLabelFor(text);
        scroller.setFocusable(false);
        copy.addActionListener(event -> copy());
        back.addActionListener(event -> onBack.run());
        JPanel buttons = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill]"));
        buttons.setOpaque(false);
        buttons.add(copy, "wmin 0, hmin " + Look.px(28));
        buttons.add(back, "wmin 0, hmin " + Look.px(28));
        JPanel head = new JPanel(new BorderLayout(0, Look.gap(8)));
        head.setOpaque(false);
        head.add(title, BorderLayout.PAGE_START);
        head.add(reason);
        head.add(addressee, BorderLayout.PAGE_END);
        add(head, "width 0:0:, hmin pref");
        add(scroller, "wmin 0, hmin 0, pushy");
        add(buttons, "hmin pref");
        Action goBack = new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                onBack.run();
            }
        };
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "back");
        getActionMap().put("back", goBack);
        setMessages(messages);
        copy.setEnabled(false);
        say(messages.get("details.searching"));
    }

    void setMessages(Messages messages) {
        title.setText(messages.get("details.title"));
        String sentence = messages.lastingSentence(failure);
        reason.setText(sentence);
        Spoken.name(reason, sentence);
        addressee.setText(messages.get("details.addressee"));
        PlainText.setText(copy, messages.get("details.copy"));
        Spoken.describe(copy, messages.get("details.copy.description"));
        PlainText.setText(back, messages.get("details.back"));
        Spoken.describe(back, messages.get("details.back.description"));
        Spoken.name(text, messages.get("details.title"));
        Spoken.describe(text, messages.get("details.description"));
    }

    /** Shows the report, whoever wrote it. */
    void show(String report) {
        say(report);
        addressee.setVisible(true);
        copy.setEnabled(true);
    }

    /** Says something in the place of the report. */
    void say(String words) {
        text.setText(PlainText.lines(words));
        turnText();
        text.setCaretPosition(0);
    }

    /** Gives the sentence its width first: text that wraps knows its height only then. */
    @Override
    public void doLayout() {
        reason.setSize(getWidth() - 2 * Look.cardPadding(), 1);
        super.doLayout();
    }

    @Override
    public void applyComponentOrientation(ComponentOrientation orientation) {
        super.applyComponentOrientation(orientation);
        turnText();
    }

    /** Reads the text in the direction of its own language, which need not be that of the form. */
    private void turnText() {
        boolean leftToRight = new Bidi(text.getText(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        text.setComponentOrientation(
                leftToRight ? ComponentOrientation.LEFT_TO_RIGHT : ComponentOrientation.RIGHT_TO_LEFT);
    }

    @Override
    public boolean requestFocusInWindow() {
        return text.requestFocusInWindow();
    }

    private void copy() {
        try {
            StringSelection report = new StringSelection(text.getText());
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(report, report);
        } catch (IllegalStateException | HeadlessException e) {
            // another program holds the clipboard: the reader can try again by hand
            text.selectAll();
            text.requestFocusInWindow();
        }
    }
}
