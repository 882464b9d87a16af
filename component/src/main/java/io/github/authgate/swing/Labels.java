package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Insets;
import javax.accessibility.AccessibleContext;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JToolTip;

/** The kinds of text on our cards. Each takes font and colours from the look and feel anew when that changes. */
final class Labels {

    private Labels() {}

    /** A heading. */
    static final class Title extends JLabel {

        private static final long serialVersionUID = 1L;

        Title() {
            PlainText.disableHtml(this);
            putClientProperty("FlatLaf.styleClass", "h2");
        }

        @Override
        public void updateUI() {
            super.updateUI();
            if (!Look.isFlat(getUI())) {
                setFont(Look.titleFont());
            }
        }
    }

    /** Words that carry weight. */
    static final class Strong extends JLabel {

        private static final long serialVersionUID = 1L;

        Strong() {
            PlainText.disableHtml(this);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFont(Look.boldFont());
        }
    }

    /** Words of less weight, on one line that ends in an ellipsis where there is no room. */
    static final class Muted extends JLabel {

        private static final long serialVersionUID = 1L;

        Muted() {
            PlainText.disableHtml(this);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setForeground(Look.muted());
        }

        @Override
        public JToolTip createToolTip() {
            return PlainText.toolTip(this);
        }
    }

    /**
     * A sentence that wraps. A {@link JLabel} could do that only as HTML, which nothing here is allowed to be, so this is
     * a text component dressed as a label.
     */
    static class Sentence extends JTextArea {

        private static final long serialVersionUID = 1L;

        Sentence() {
            setLineWrap(true);
            setWrapStyleWord(true);
            setEditable(false);
            setFocusable(false);
            setCursor(Cursor.getDefaultCursor());
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFont(Look.plainFont());
            setForeground(Look.foreground());
            setBackground(transparent(Look.background()));
            setOpaque(false);
            setBorder(null);
            setMargin(null);
        }

        /** Nimbus paints the background of text areas that are not opaque, too. */
        private static Color transparent(Color color) {
            return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
        }
    }

    /** A sentence that changes every second, which nobody wants to be told every second. */
    static final class Ticking extends Sentence {

        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new Quiet();
            }
            return accessibleContext;
        }

        private final class Quiet extends AccessibleJTextArea {

            private static final long serialVersionUID = 1L;

            @Override
            public void firePropertyChange(String property, Object before, Object after) {
                if (!ACCESSIBLE_TEXT_PROPERTY.equals(property)) {
                    super.firePropertyChange(property, before, after);
                }
            }
        }
    }

    /** A button that looks like a link. */
    static final class Link extends JButton {

        private static final long serialVersionUID = 1L;

        Link() {
            PlainText.disableHtml(this);
            setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        }

        @Override
        public void updateUI() {
            super.updateUI();
            putClientProperty("JButton.buttonType", "borderless");
            setContentAreaFilled(false);
            setOpaque(false);
            setMargin(new Insets(0, 0, 0, 0));
            if (!Look.isFlat(getUI())) {
                setBorder(BorderFactory.createEmptyBorder());
            }
            setFont(Look.linkFont());
            setForeground(Look.link());
        }
    }
}
