package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * What a window shows in the place of its content while that is locked: a form, or a word where there is none. Of several
 * forms the first to come is there and the others wait: nobody types into a form that has just taken another's place.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverView extends JPanel {

    private static final long serialVersionUID = 1L;

    /** In the look and feel's colour: it stands on no card, which may be white where all around is dark. */
    private final JLabel words = PlainText.named("authgate.cover", PlainText.label());

    private final transient Deque<LoginPanel> forms = new ArrayDeque<>();

    CoverView(Locale locale) {
        super(new BorderLayout());
        words.setHorizontalAlignment(SwingConstants.CENTER);
        add(words);
        setLocale(locale);
    }

    /** Shows a form as soon as it is the first of those that are here. */
    void show(LoginPanel form) {
        forms.add(form);
        showFirst();
    }

    /** Lets a form go, be it there or waiting. */
    void hide(LoginPanel form) {
        forms.remove(form);
        showFirst();
    }

    private void showFirst() {
        Component first = forms.isEmpty() ? words : forms.getFirst();
        if (first.getParent() != this) {
            removeAll();
            add(first);
            revalidate();
            repaint();
        }
    }

    /** Returns the form that is there; null if there is none. */
    @Nullable
    LoginPanel form() {
        return forms.peek();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (forms != null) { // JPanel's constructor calls us before there are any
            forms.forEach(this::updateWaiting);
            updateWaiting(words);
        }
    }

    private void updateWaiting(Component part) {
        if (part.getParent() == null) {
            SwingUtilities.updateComponentTreeUI(part);
        }
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        words.setText(Messages.of(locale).get("cover"));
        words.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }
}
