package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionListener;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Says that a session is being checked: nothing for a moment, so that a quick answer makes nothing flash, then a small
 * progress and one line.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CheckingView extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final int SILENT_MILLIS = 300;

    private final transient ActionListener onCancel;
    private final Timer appearance = new Timer(SILENT_MILLIS, event -> appear());
    private @Nullable CheckingCard card;

    /**
     * @param onCancel called when the user does not want to wait
     */
    CheckingView(ActionListener onCancel) {
        super(new BorderLayout());
        this.onCancel = onCancel;
        appearance.setRepeats(false);
        setLocale(getLocale());
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        Messages messages = Messages.of(locale);
        Spoken.name(this, messages.get("checking"));
        if (card != null) {
            card.write(messages);
        }
        applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (card != null) {
            setLocale(getLocale());
        }
    }

    /** Shows that there is something to wait for. Only now is there anything to show: most answers come before. */
    void appear() {
        CheckingCard shown = card;
        if (shown == null) {
            shown = new CheckingCard(onCancel);
            shown.write(Messages.of(getLocale()));
            card = shown;
            add(new CardPane(shown));
            applyComponentOrientation(getComponentOrientation());
            revalidate();
        }
        shown.setVisible(true);
        shown.progress.setIndeterminate(isDisplayable());
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (card != null) {
            card.setVisible(false);
        }
        appearance.restart();
        holdFocus();
    }

    /** Has the focus of a window that has just opened wait here, and not with whatever else is in the window. */
    private void holdFocus() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
        if (owner == null || SwingUtilities.getWindowAncestor(owner) != SwingUtilities.getWindowAncestor(this)) {
            requestFocusInWindow();
        }
    }

    @Override
    public void removeNotify() {
        appearance.stop();
        if (card != null) {
            card.progress.setIndeterminate(false);
        }
        super.removeNotify();
    }

    private static final class CheckingCard extends Card {

        private static final long serialVersionUID = 1L;

        private final JLabel text = new Labels.Muted();
        private final JProgressBar progress = PlainText.named("authgate.progress", new Progress());
        private final JButton cancel = PlainText.named("authgate.cancel", PlainText.disableHtml(new JButton()));

        CheckingCard(ActionListener onCancel) {
            super(new MigLayout("fillx, wrap 1", "[grow, center]"));
            add(text);
            add(progress);
            add(cancel);
            arrange();
            cancel.addActionListener(onCancel);
        }

        void write(Messages messages) {
            text.setText(messages.get("checking"));
            PlainText.setText(cancel, messages.get("cancel"));
            Spoken.describe(cancel, messages.get("cancel.description"));
            Spoken.name(progress, messages.get("checking"));
        }

        @Override
        public void updateUI() {
            super.updateUI();
            if (cancel != null) {
                arrange();
            }
        }

        private void arrange() {
            MigLayout layout = (MigLayout) getLayout();
            layout.setComponentConstraints(
                    progress, "gaptop " + Look.gapPx(12) + ", width " + Look.px(160) + ", height " + Look.px(4) + "!");
            layout.setComponentConstraints(cancel, "gaptop " + Look.gapPx(20));
        }
    }
}
