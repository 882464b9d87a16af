package io.github.authgate.swing;

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
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * A report as plain text, to read, select and copy. It stands in the form's place and not in a window of its own, which
 * a modal dialog or a lock would keep its reader from.
 *
 * <p>Use only on the event dispatch thread.
 */
final class DetailsView extends Card {

    private static final long serialVersionUID = 1L;

    private final Labels.Title title = new Labels.Title();
    private final JTextArea text = PlainText.named("authgate.details.text", new JTextArea());
    private final JScrollPane scroller = new JScrollPane(text);
    private final JButton copy = PlainText.named("authgate.details.copy", PlainText.disableHtml(new JButton()));
    private final JButton back = PlainText.named("authgate.details.back", PlainText.disableHtml(new JButton()));

    DetailsView(Messages messages, Runnable onBack) {
        super(new MigLayout(Look.cardInsets() + ", fill, wrap 1", "[grow, fill]", "[][grow, fill][]"));
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        int margin = Look.units(6);
        text.setMargin(new Insets(margin, margin, margin, margin));
        title.setLabelFor(text);
        scroller.setFocusable(false);
        copy.addActionListener(event -> copy());
        back.addActionListener(event -> onBack.run());
        JPanel buttons = new JPanel(new MigLayout("insets 0, fillx", "[grow, fill]"));
        buttons.setOpaque(false);
        buttons.add(copy, "wmin 0, hmin " + Look.px(28));
        buttons.add(back, "wmin 0, hmin " + Look.px(28));
        add(title);
        add(scroller, "wmin 0, hmin 0, pushy");
        add(buttons);
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
        text.setText(messages.get("details.searching"));
        turnText();
    }

    void setMessages(Messages messages) {
        title.setText(messages.get("details.title"));
        PlainText.setText(copy, messages.get("details.copy"));
        Spoken.describe(copy, messages.get("details.copy.description"));
        PlainText.setText(back, messages.get("details.back"));
        Spoken.describe(back, messages.get("details.back.description"));
        Spoken.name(text, messages.get("details.title"));
        Spoken.describe(text, messages.get("details.description"));
    }

    /** Shows the report, whoever wrote it. */
    void show(String report) {
        text.setText(PlainText.lines(report));
        turnText();
        text.setCaretPosition(0);
        copy.setEnabled(true);
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
