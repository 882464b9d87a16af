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

    FailureView() {
        setOpaque(false);
        setLayout(new MigLayout("insets 0, gap " + Look.units(8) + " " + Look.units(2) + ", hidemode 3", "[][grow]"));
        add(icon, "top, spany 2");
        add(headline, "wrap");
        add(sentence, "growx, width 0:0:");
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
        icon.setIcon(Look.smallIcon("OptionPane.errorIcon"));
    }

    /** Shows a refusal. */
    void tell(String title, String reason) {
        headline.setText(title);
        headline.setVisible(true);
        sentence.setText(reason);
        headline.getAccessibleContext().setAccessibleDescription(reason);
    }

    /** Shows a hint that nobody has refused anything for. */
    void hint(String hint) {
        headline.setVisible(false);
        sentence.setText(hint);
    }

    /** Changes the sentence only, as a countdown does. */
    void setSentence(String reason) {
        sentence.setText(reason);
    }
}
