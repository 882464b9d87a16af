package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/**
 * What a window shows in the place of its content while that is locked: a word, or a form.
 *
 * <p>Use only on the event dispatch thread.
 */
final class CoverView extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel words = PlainText.named("authgate.cover", new Labels.Muted());

    CoverView(Locale locale) {
        super(new BorderLayout());
        words.setHorizontalAlignment(SwingConstants.CENTER);
        add(words);
        setLocale(locale);
    }

    /** Shows something in the place of the word. When it goes, the word comes back. */
    void show(Component shown) {
        removeAll();
        add(shown);
    }

    @Override
    public void remove(int index) {
        super.remove(index);
        if (getComponentCount() == 0) {
            add(words);
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (words != null && words.getParent() == null) { // JPanel's constructor calls us before there are any
            SwingUtilities.updateComponentTreeUI(words);
        }
    }

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        words.setText(Messages.of(locale).get("cover"));
        words.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }
}
