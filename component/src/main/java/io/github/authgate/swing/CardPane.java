package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/**
 * Shows one card in the middle of whatever room there is: 320 to 400 units wide, as narrow as its host where that has
 * less, and scrolled where it is not high enough.
 */
final class CardPane extends JScrollPane {

    private static final long serialVersionUID = 1L;

    CardPane(Component card) {
        super(new Middle(card), VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        setFocusable(false);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createEmptyBorder());
        setViewportBorder(null);
        setOpaque(false);
        if (getViewport() != null) {
            getViewport().setOpaque(false);
            getVerticalScrollBar().setUnitIncrement(Look.units(16));
        }
    }

    private static final class Middle extends JPanel implements Scrollable {

        private static final long serialVersionUID = 1L;

        Middle(Component card) {
            super(new MiddleLayout());
            setOpaque(false);
            add(card);
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return getPreferredSize();
        }

        @Override
        public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
            return Look.units(16);
        }

        @Override
        public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
            return orientation == SwingConstants.VERTICAL ? visible.height : visible.width;
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public boolean getScrollableTracksViewportHeight() {
            Container viewport = getParent();
            // one without a height has no width either, at which it would be in vain to measure the card
            return viewport != null
                    && viewport.getHeight() > 0
                    && viewport.getHeight() >= middle().leastHeightAt(this, viewport.getWidth());
        }

        private MiddleLayout middle() {
            return (MiddleLayout) getLayout();
        }

        @Override
        public Dimension getPreferredSize() {
            Dimension preferred = super.getPreferredSize();
            // a card that has to wrap is higher: ask for the height at the width that it will have
            int width = getParent() == null ? 0 : getParent().getWidth();
            return width > 0 ? new Dimension(preferred.width, middle().heightAt(this, width)) : preferred;
        }
    }

    /** Gives the card its width first, and then the height that it wants at that width, or as much of that as there is. */
    private static final class MiddleLayout implements LayoutManager {

        @Override
        public Dimension preferredLayoutSize(Container parent) {
            int width = cardWidth(parent, Integer.MAX_VALUE);
            return new Dimension(width, heightAt(parent, width));
        }

        @Override
        public Dimension minimumLayoutSize(Container parent) {
            return new Dimension(0, 0);
        }

        @Override
        public void layoutContainer(Container parent) {
            Insets insets = parent.getInsets();
            int room = parent.getWidth() - insets.left - insets.right;
            int width = cardWidth(parent, room);
            int wanted = cardAt(parent, width).getPreferredSize().height;
            int least = cardAt(parent, width).getMinimumSize().height;
            int height = Math.max(least, Math.min(wanted, parent.getHeight()));
            int y = Math.max(0, (parent.getHeight() - height) / 2);
            parent.getComponent(0).setBounds(insets.left + (room - width) / 2, y, width, height);
        }

        int heightAt(Container parent, int width) {
            return cardAt(parent, cardWidth(parent, width)).getPreferredSize().height;
        }

        int leastHeightAt(Container parent, int width) {
            return cardAt(parent, cardWidth(parent, width)).getMinimumSize().height;
        }

        private static int cardWidth(Container parent, int room) {
            int wanted = parent.getComponent(0).getPreferredSize().width;
            int narrowest = Look.units("AuthGate.cardMinimumWidth", 320);
            int widest = Math.max(narrowest, Look.units("AuthGate.cardMaximumWidth", 400));
            return Math.min(room, Math.min(widest, Math.max(narrowest, wanted)));
        }

        /** Returns the card as wide as it will be: text that wraps knows its height only when it has a width. */
        private static Component cardAt(Container parent, int width) {
            Component card = parent.getComponent(0);
            if (card.getWidth() != width) {
                card.setSize(width, card.getHeight());
                card.validate();
                invalidateAll(card);
            }
            if (!card.isValid()) {
                // what is valid is measured once, and it is asked for many times in one pass
                card.setSize(width, card.getPreferredSize().height);
                card.validate();
            }
            return card;
        }

        private static void invalidateAll(Component part) {
            if (part instanceof Container) {
                for (Component child : ((Container) part).getComponents()) {
                    invalidateAll(child);
                }
            }
            part.invalidate();
        }

        @Override
        public void addLayoutComponent(String name, Component component) {}

        @Override
        public void removeLayoutComponent(Component component) {}
    }
}
