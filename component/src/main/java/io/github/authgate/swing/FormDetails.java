package io.github.authgate.swing;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.awt.Component;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/**
 * Offers "Details…" under a failure that somebody else has to mend, and shows the service's diagnosis in the place of the
 * form.
 *
 * <p>Use only on the event dispatch thread.
 */
final class FormDetails {

    /** What lies between a user and the site, and no report can tell more about. */
    private static final Set<Reason> SAID_ALREADY =
            EnumSet.of(Reason.INVALID_CREDENTIALS, Reason.ACCOUNT_REFUSED, Reason.SESSION_EXPIRED);

    private final JPanel panel;
    private final LoginForm form;
    private final Component card;
    private @Nullable Supplier<CompletableFuture<Optional<String>>> diagnosis;
    private @Nullable AuthException failure;
    private @Nullable DetailsView view;
    private @Nullable ServiceCall<?> call;
    private @Nullable LookAndFeel lookBefore;

    /**
     * Creates what shows the details.
     *
     * @param card holds the form and is taken out of the panel while the details show
     */
    FormDetails(JPanel panel, LoginForm form, Component card) {
        this.panel = panel;
        this.form = form;
        this.card = card;
        form.setDetailsVisible(false);
        form.details.addActionListener(event -> open());
    }

    /** Writes what shows anew, in the language of the panel. */
    void relabel() {
        if (view != null) {
            view.setMessages(messages());
        }
    }

    private Messages messages() {
        return Messages.of(panel.getLocale());
    }

    /** Sets whom to ask; {@code null} if there is nobody, so that nothing is offered. */
    void setDiagnosis(@Nullable Supplier<CompletableFuture<Optional<String>>> diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** Offers the details of a failure, if there can be any; {@code null} for no failure. */
    void offer(@Nullable AuthException failure) {
        this.failure = failure;
        form.setDetailsVisible(failure != null && diagnosis != null && !SAID_ALREADY.contains(failure.reason()));
    }

    private void open() {
        if (diagnosis == null || failure == null || view != null) {
            return;
        }
        DetailsView opened = new DetailsView(messages(), failure, this::back);
        opened.applyComponentOrientation(panel.getComponentOrientation());
        view = opened;
        lookBefore = UIManager.getLookAndFeel();
        replace(card, opened);
        opened.requestFocusInWindow();
        call = ServiceCall.start(
                diagnosis,
                report -> report.ifPresentOrElse(
                        opened::show, () -> opened.say(messages().get("details.none"))),
                fault -> opened.say(messages().get("details.none")),
                unwanted -> {});
    }

    private void back() {
        close();
        form.details.requestFocusInWindow();
    }

    /** Shows the form again, if it does not show. */
    void close() {
        DetailsView closed = view;
        if (closed == null) {
            return;
        }
        view = null;
        if (call != null) {
            call.abandon();
            call = null;
        }
        if (lookBefore != UIManager.getLookAndFeel()) {
            SwingUtilities.updateComponentTreeUI(card); // it was out of the tree when the look changed
        }
        card.applyComponentOrientation(panel.getComponentOrientation());
        replace(closed, card);
        JRootPane root = panel.getRootPane();
        if (root != null && panel.isDisplayable()) {
            root.setDefaultButton(form.login); // a button that leaves its window is no default any more
        }
    }

    private void replace(Component old, Component next) {
        panel.remove(old);
        panel.add(next);
        panel.revalidate();
        panel.repaint();
    }
}
