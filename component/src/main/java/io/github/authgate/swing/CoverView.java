package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/**
 * What a window shows in the place of its content while that is locked.
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

    @Override
    public void setLocale(Locale locale) {
        super.setLocale(locale);
        words.setText(Messages.of(locale).get("cover"));
        words.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
    }
}
