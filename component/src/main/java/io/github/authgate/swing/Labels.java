package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Insets;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JToolTip;
import org.jspecify.annotations.Nullable;

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
            Font font = Look.titleFont(Look.isFlat(getUI()));
            if (font != null) {
                setFont(font);
            }
            setForeground(Look.title());
        }
    }

    /** Names the field below it, in the look and feel's own font for that. */
    static final class Caption extends JLabel {

        private static final long serialVersionUID = 1L;

        Caption() {
            PlainText.disableHtml(this);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setForeground(Look.foreground());
        }
    }

    /** A check box with its words. */
    static final class Choice extends JCheckBox {

        private static final long serialVersionUID = 1L;

        Choice() {
            PlainText.disableHtml(this);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setForeground(Look.choice());
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
            setForeground(Look.foreground());
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
            setFont(Look.plainFont());
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
     *
     * <p>Assistive technologies hear of it when it is {@linkplain #announce announced}, not whenever it changes: a countdown
     * changes every second, which nobody wants to be told every second.
     */
    static final class Sentence extends JTextArea {

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

        /**
         * Lets assistive technologies say something, once: setting the same again says nothing.
         *
         * @param words {@code null} for nothing, after which the same words are news again
         */
        void announce(@Nullable String words) {
            String before = Spoken.name(this);
            Spoken.name(this, words);
            if (accessibleContext != null) {
                accessibleContext.firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, before, words);
            }
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new Alert();
            }
            return accessibleContext;
        }

        private final class Alert extends AccessibleJTextArea {

            private static final long serialVersionUID = 1L;

            @Override
            public AccessibleRole getAccessibleRole() {
                return AccessibleRole.ALERT;
            }

            @Override
            public void firePropertyChange(String property, Object before, Object after) {
                if (!ACCESSIBLE_TEXT_PROPERTY.equals(property)) {
                    super.firePropertyChange(property, before, after);
                }
            }
        }

        /** Nimbus paints the background of text areas that are not opaque, too. */
        private static Color transparent(Color color) {
            return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0);
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
            setFocusPainted(false);
            setOpaque(false);
            setMargin(new Insets(0, 0, 0, 0));
            if (!Look.isFlat(getUI())) {
                setBorder(BorderFactory.createEmptyBorder());
            }
            setFont(Look.plainFont());
            setForeground(Look.link());
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (!Look.isLinkColored()) {
                underline(graphics);
            }
            if (isFocusOwner()) {
                frame(graphics);
            }
        }

        /** Draws what says that the keyboard is here: look and feels draw it into the background, which a link has not. */
        private void frame(Graphics graphics) {
            int line = Look.units(1);
            graphics.setColor(getForeground());
            graphics.fillRect(0, 0, getWidth(), line);
            graphics.fillRect(0, getHeight() - line, getWidth(), line);
            graphics.fillRect(0, 0, line, getHeight());
            graphics.fillRect(getWidth() - line, 0, line, getHeight());
        }

        /** Draws the line by itself: a font with an underline would have the JVM load its whole engine for styled text. */
        private void underline(Graphics graphics) {
            Insets insets = getInsets();
            int room = getWidth() - insets.left - insets.right;
            int width = Math.min(room, getFontMetrics(getFont()).stringWidth(getText()));
            int line = Look.units(1);
            graphics.setColor(isEnabled() ? getForeground() : Look.muted());
            graphics.fillRect(
                    insets.left + (room - width) / 2, getBaseline(getWidth(), getHeight()) + line, width, line);
        }
    }
}
