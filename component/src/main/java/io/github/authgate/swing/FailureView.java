package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * Says what went wrong: an icon, "Access denied", and a sentence on what to do.
 *
 * <p>Use only on the event dispatch thread.
 */
final class FailureView extends JPanel {

    private static final long serialVersionUID = 1L;

    private final JLabel icon = PlainText.label();
    private final Labels.Strong headline = PlainText.named("authgate.accessDenied", new Labels.Strong());
    private final Labels.Sentence sentence = PlainText.named("authgate.reason", new Labels.Sentence());
    private String kind = "error";

    FailureView() {
        super(null);
        setLayout(new BesideIcon());
        setOpaque(false);
        add(icon);
        add(headline);
        add(sentence);
        dress();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (sentence != null) {
            dress();
        }
    }

    private void dress() {
        icon.setIcon(Look.smallIcon(kind));
    }

    /**
     * Shows a refusal.
     *
     * @param announcement what those are told who hear the screen; told once, however often it is set
     */
    void tell(String title, String reason, String announcement) {
        show("error", reason);
        headline.setText(title);
        headline.setVisible(true);
        sentence.announce(announcement);
    }

    /** Shows a hint that nobody has refused anything for. */
    void hint(String hint) {
        show("information", hint);
        headline.setVisible(false);
        sentence.announce(hint);
    }

    /** Takes the message away; the next one is told again, be it the same. */
    void clear() {
        setVisible(false);
        sentence.announce(null);
    }

    private void show(String newKind, String text) {
        if (!newKind.equals(kind)) {
            kind = newKind;
            dress();
        }
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
        }
        setVisible(true);
    }

    /** Puts headline and sentence below each other and both beside the icon; a sentence is as high as its width makes it. */
    private final class BesideIcon implements LayoutManager {

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            int headlineWidth = headline.isVisible() ? headline.getPreferredSize().width : 0;
            return new Dimension(indent() + headlineWidth, Math.max(icon.getPreferredSize().height, wordsHeight()));
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return preferredLayoutSize(parent);
        }

        private int indent() {
            return icon.getPreferredSize().width + Look.units(8);
        }

        private int wordsHeight() {
            return sentenceTop() + sentence.getPreferredSize().height;
        }

        private int sentenceTop() {
            return headline.isVisible() ? headline.getPreferredSize().height + Look.units(2) : 0;
        }

        @Override
        public void layoutContainer(Container parent) {
            int width = Math.max(0, parent.getWidth() - indent());
            sentence.setSize(width, 1); // only now it knows how high it is
            int y = Math.max(0, (icon.getPreferredSize().height - wordsHeight()) / 2);
            place(icon, 0, 0, icon.getPreferredSize().width, icon.getPreferredSize().height);
            place(headline, indent(), y, width, headline.getPreferredSize().height);
            place(sentence, indent(), y + sentenceTop(), width, sentence.getPreferredSize().height);
        }

        private void place(Component part, int start, int y, int width, int height) {
            boolean leftToRight = getComponentOrientation().isLeftToRight();
            part.setBounds(leftToRight ? start : getWidth() - start - width, y, width, height);
        }

        @Override
        public void addLayoutComponent(String name, Component component) {}

        @Override
        public void removeLayoutComponent(Component component) {}
    }
}
