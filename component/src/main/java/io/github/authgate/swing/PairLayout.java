package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts two parts on one line or, where that is too narrow for both, one below the other.
 */
final class PairLayout implements LayoutManager {

    /** Which of the parts take more room than they want, where there is more. */
    enum Growing {
        /** One stands at the beginning of the line and one at its end. */
        NEITHER,
        /** Both stand at the beginning of the line. */
        NEITHER_TOGETHER,
        LAST,
        BOTH;

        private boolean isNeither() {
            return this == NEITHER || this == NEITHER_TOGETHER;
        }
    }

    private final Growing growing;

    PairLayout(Growing growing) {
        this.growing = growing;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        int width = width(parent);
        int tallest = 0;
        int stacked = -below();
        for (Component part : visible(parent)) {
            int height = height(part);
            tallest = Math.max(tallest, height);
            stacked += height + below();
        }
        boolean isNarrow = parent.getWidth() > 0 && parent.getWidth() < width;
        return new Dimension(width, isNarrow ? stacked : tallest);
    }

    private static int width(Container parent) {
        int width = -beside();
        for (Component part : visible(parent)) {
            width += part.getPreferredSize().width + beside();
        }
        return Math.max(0, width);
    }

    private int height(Component part) {
        int wanted = part.getPreferredSize().height;
        return growing == Growing.BOTH ? Math.max(wanted, Look.units(28)) : wanted;
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(0, preferredLayoutSize(parent).height);
    }

    @Override
    public void layoutContainer(Container parent) {
        List<Component> parts = visible(parent);
        if (width(parent) > parent.getWidth()) {
            stack(parent, parts);
        } else if (parts.size() == 2) {
            int first = firstWidth(parent.getWidth(), parts);
            int room = parent.getWidth() - first - beside();
            int last = growing.isNeither() ? parts.get(1).getPreferredSize().width : room;
            boolean isApart = growing != Growing.NEITHER_TOGETHER;
            place(parent, parts.get(0), 0, first);
            place(parent, parts.get(1), isApart ? parent.getWidth() - last : first + beside(), last);
        } else if (parts.size() == 1) {
            Component part = parts.get(0);
            boolean isFirst = part == parent.getComponent(0);
            int wanted = part.getPreferredSize().width;
            int width = growing == Growing.BOTH || growing == Growing.LAST && !isFirst ? parent.getWidth() : wanted;
            boolean isAtBeginning = isFirst || growing == Growing.NEITHER_TOGETHER;
            place(parent, part, isAtBeginning ? 0 : parent.getWidth() - width, width);
        }
    }

    /** Returns the width of the first part: half of what there is where both grow, unless one of them needs more. */
    private int firstWidth(int room, List<Component> parts) {
        int first = parts.get(0).getPreferredSize().width;
        if (growing != Growing.BOTH) {
            return first;
        }
        int half = (room - beside()) / 2;
        return Math.max(first, Math.min(half, room - beside() - parts.get(1).getPreferredSize().width));
    }

    private void stack(Container parent, List<Component> parts) {
        int y = 0;
        for (Component part : parts) {
            boolean fills = growing == Growing.BOTH || growing == Growing.LAST && part != parent.getComponent(0);
            int width = fills ? parent.getWidth() : Math.min(part.getPreferredSize().width, parent.getWidth());
            bound(parent, part, 0, y, width, height(part));
            y += height(part) + below();
        }
    }

    private void place(Container parent, Component part, int start, int width) {
        int height = height(part);
        bound(parent, part, start, (parent.getHeight() - height) / 2, width, height);
    }

    /** Sets the bounds of a part, measured from where lines begin in this writing. */
    private static void bound(Container parent, Component part, int start, int y, int width, int height) {
        boolean leftToRight = parent.getComponentOrientation().isLeftToRight();
        part.setBounds(leftToRight ? start : parent.getWidth() - start - width, y, width, height);
    }

    private static int beside() {
        return Look.gap(12);
    }

    private static int below() {
        return Look.gap(4);
    }

    private static List<Component> visible(Container parent) {
        List<Component> parts = new ArrayList<>();
        for (Component part : parent.getComponents()) {
            if (part.isVisible()) {
                parts.add(part);
            }
        }
        return parts;
    }

    @Override
    public void addLayoutComponent(String name, Component component) {}

    @Override
    public void removeLayoutComponent(Component component) {}
}
