package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.awt.event.ActionListener;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Says that a user who is logged in cannot have the content, and offers the ways on.
 *
 * <p>Use only on the event dispatch thread.
 */
final class DeniedView extends JPanel {

    private static final long serialVersionUID = 1L;

    private final FailureView failureView = new FailureView();
    private final JButton tryAgain = PlainText.named("authgate.tryAgain", PlainText.disableHtml(new JButton()));
    private final JButton switchUser = PlainText.named("authgate.switchUser", PlainText.disableHtml(new JButton()));
    private transient @Nullable AuthException failure;

    private final JPanel buttons = new JPanel(new PairLayout(PairLayout.Growing.BOTH));
    private final JPanel card = new Card(new MigLayout());

    DeniedView(ActionListener onTryAgain, ActionListener onSwitchUser) {
        super(new BorderLayout());
        buttons.setOpaque(false);
        buttons.add(tryAgain);
        buttons.add(switchUser);
        card.add(failureView);
        card.add(buttons);
        arrange();
        tryAgain.addActionListener(onTryAgain);
        switchUser.addActionListener(onSwitchUser);
        add(new CardPane(card));
        setLocale(getLocale());
    }

    private void arrange() {
        MigLayout cardLayout = (MigLayout) card.getLayout();
        cardLayout.setLayoutConstraints(Look.cardInsets() + ", fillx, wrap 1");
        cardLayout.setColumnConstraints("[grow, fill]");
        cardLayout.setComponentConstraints(buttons, "gaptop " + Look.gapPx(20));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (card != null) {
            arrange();
            write();
        }
    }

    /**
     * Says why.
     *
     * @param canTryAgain whether the same user may succeed at another try
     */
    void show(AuthException why, boolean canTryAgain) {
        failure = why;
        tryAgain.setVisible(canTryAgain);
        write();
    }

    @Override
    public void removeNotify() {
        failureView.clear(); // to be told again when it is shown again, and not whenever the session has been confirmed
        super.removeNotify();
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        write();
        applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }

    private void write() {
        if (failure != null) {
            Messages messages = Messages.of(getLocale());
            String announcement = messages.announcement(failure);
            failureView.tell(messages.get("accessDenied"), messages.sentence(failure), announcement);
            PlainText.setText(tryAgain, messages.get("tryAgain"));
            PlainText.setText(switchUser, messages.get("switchUser"));
            // whoever gets the focus says why it is there
            Spoken.describe(tryAgain, announcement);
            String instead = tryAgain.isVisible() ? messages.get("switchUser.description") : announcement;
            Spoken.describe(switchUser, instead);
        }
    }

    void requestFocusForInput() {
        (tryAgain.isVisible() ? tryAgain : switchUser).requestFocusInWindow();
    }
}
