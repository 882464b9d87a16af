package io.github.authgate.swing;

import java.awt.BorderLayout;
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

    private final JPanel card = new JPanel(new MigLayout("fillx, wrap 1", "[grow, center]"));
    private final JLabel text = new Labels.Muted();
    private final JProgressBar progress = PlainText.named("authgate.progress", new JProgressBar());
    private final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));
    private final Timer appearance = new Timer(SILENT_MILLIS, event -> appear());

    /**
     * @param onCancel called when the user does not want to wait
     */
    CheckingView(ActionListener onCancel) {
        super(new BorderLayout());
        card.setOpaque(false);
        card.add(text);
        card.add(
                progress,
                "gaptop " + Look.units(12) + ", width " + Look.units(160) + ", height " + Look.units(4) + "!");
        card.add(cancel, "gaptop " + Look.units(20));
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
