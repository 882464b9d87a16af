package io.github.authgate.swing;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * Says what went wrong: an icon, "Access denied", and a sentence on what to do.
 *
 * <p>Use only on the event dispatch thread.
 */
final class FailureView extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel icon = PlainText.label();
    private final Labels.Strong headline = PlainText.named("authgate.accessDenied", new Labels.Strong());
    private final Labels.Sentence sentence = PlainText.named("authgate.reason", new Labels.Sentence());
    private String kind = "error";

    FailureView() {
        super(new MigLayout());
        setOpaque(false);
        add(icon);
        add(headline);
        add(sentence);
        dress();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (sentence != null) {
            dress();
        }
    }

    private void dress() {
        MigLayout layout = (MigLayout) getLayout();
        layout.setLayoutConstraints("insets 0, gap " + Look.px(8) + " " + Look.px(2) + ", hidemode 3");
        layout.setColumnConstraints("[][grow]");
        layout.setComponentConstraints(icon, "top, spany 2");
        layout.setComponentConstraints(headline, "wrap");
        layout.setComponentConstraints(sentence, "growx, width 0:0:");
        icon.setIcon(Look.smallIcon(kind));
    }

    /**
     * Shows a refusal.
     *
     * @param announcement what those are told who hear the screen; told once, however often it is set
     */
    void tell(String title, String reason, String announcement) {
        show("error", reason);
        headline.setText(title);
        headline.setVisible(true);
        sentence.announce(announcement);
    }

    /** Shows a hint that nobody has refused anything for. */
    void hint(String hint) {
        show("information", hint);
        headline.setVisible(false);
        sentence.announce(hint);
    }

    /** Takes the message away; the next one is told again, be it the same. */
    void clear() {
        setVisible(false);
        sentence.announce(null);
    }

    private void show(String newKind, String text) {
        if (!newKind.equals(kind)) {
            kind = newKind;
            dress();
        }
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
        }
        setVisible(true);
    }
}
