package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.awt.event.ActionListener;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Says that a session is being checked: nothing for a moment, so that a quick answer makes nothing flash, then a small
 * progress and one line.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CheckingView extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final int SILENT_MILLIS = 300;

    private final JPanel card = new Card(new MigLayout("fillx, wrap 1", "[grow, center]"));
    private final JLabel text = new Labels.Muted();
    private final JProgressBar progress = PlainText.named("authgate.progress", new Progress());
    private final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    private final Timer appearance = new Timer(SILENT_MILLIS, event -> appear());

    /**
     * @param onCancel called when the user does not want to wait
     */
    CheckingView(ActionListener onCancel) {
        super(new BorderLayout());
        card.add(text);
        card.add(progress);
        card.add(cancel);
        arrange();
        cancel.addActionListener(onCancel);
        appearance.setRepeats(false);
        add(new CardPane(card));
        setLocale(getLocale());
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        Messages messages = Messages.of(locale);
        text.setText(messages.get("checking"));
        PlainText.setText(cancel, messages.get("cancel"));
        Spoken.describe(cancel, messages.get("cancel.description"));
        Spoken.name(progress, messages.get("checking"));
        applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (cancel != null) {
            arrange();
            setLocale(getLocale());
        }
    }

    private void arrange() {
        MigLayout layout = (MigLayout) card.getLayout();
        layout.setComponentConstraints(
                progress, "gaptop " + Look.gapPx(12) + ", width " + Look.px(160) + ", height " + Look.px(4) + "!");
        layout.setComponentConstraints(cancel, "gaptop " + Look.gapPx(20));
    }

    /** Shows that there is something to wait for. */
    void appear() {
        card.setVisible(true);
    }

    @Override
    public void addNotify() {
        super.addNotify();
        card.setVisible(false);
        progress.setIndeterminate(true);
        appearance.restart();
    }

    @Override
    public void removeNotify() {
        appearance.stop();
        progress.setIndeterminate(false);
        super.removeNotify();
    }
}
