package io.github.authgate.swing;

import io.github.authgate.AuthException;
import java.awt.BorderLayout;
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

    DeniedView(ActionListener onTryAgain, ActionListener onSwitchUser) {
        super(new BorderLayout());
        JPanel buttons = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow, fill]"));
        buttons.setOpaque(false);
        buttons.add(tryAgain, "wmin 0, hmin " + Look.units(28));
        buttons.add(switchUser, "wmin 0, hmin " + Look.units(28));
        JPanel card = new JPanel(new MigLayout("insets " + Look.units(24) + ", fillx, wrap 1", "[grow, fill]"));
        card.setOpaque(false);
        card.add(failureView);
        card.add(buttons, "gaptop " + Look.units(20));
        tryAgain.addActionListener(onTryAgain);
        switchUser.addActionListener(onSwitchUser);
        add(new CardPane(card));
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
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        write();
    }

    private void write() {
        if (failure != null) {
            Messages messages = Messages.of(getLocale());
            failureView.tell(messages.get("accessDenied"), messages.sentence(failure));
            PlainText.setText(tryAgain, messages.get("tryAgain"));
            PlainText.setText(switchUser, messages.get("switchUser"));
        }
    }

    void requestFocusForInput() {
        (tryAgain.isVisible() ? tryAgain : switchUser).requestFocusInWindow();
    }
}
