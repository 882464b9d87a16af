package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts two parts on one line, one at its beginning and one at its end, or, where that is too narrow for both, one below
 * the other.
 */
final class PairLayout implements LayoutManager {

    private final boolean lastGrows;

    /**
     * @param lastGrows whether the second part takes all the room that the first one leaves
     */
    PairLayout(boolean lastGrows) {
        this.lastGrows = lastGrows;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        List<Component> parts = visible(parent);
        int width = 0;
        int tallest = 0;
        int stacked = 0;
        for (Component part : parts) {
            Dimension size = part.getPreferredSize();
            width += size.width + (width > 0 ? gap() : 0);
            tallest = Math.max(tallest, size.height);
            stacked += size.height + (stacked > 0 ? Look.gap(4) : 0);
        }
        boolean isNarrow = parent.getWidth() > 0 && parent.getWidth() < width;
        return new Dimension(width, isNarrow ? stacked : tallest);
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(0, preferredLayoutSize(parent).height);
    }

    @Override
    public void layoutContainer(Container parent) {
        List<Component> parts = visible(parent);
        boolean isNarrow = preferredLayoutSize(parent).width > parent.getWidth();
        int used = 0;
        for (int i = 0; i < parts.size(); i++) {
            Component part = parts.get(i);
            Dimension size = part.getPreferredSize();
            boolean isLast = i == parts.size() - 1 && (i > 0 || parent.getComponent(0) != part);
            if (isNarrow) {
                int width = isLast && lastGrows ? parent.getWidth() : Math.min(size.width, parent.getWidth());
                place(parent, part, 0, used, width, size.height);
                used += size.height + Look.gap(4);
            } else {
                int room = parent.getWidth() - used;
                int width = isLast && lastGrows ? room : size.width;
                int x = isLast ? parent.getWidth() - width : used;
                place(parent, part, x, (parent.getHeight() - size.height) / 2, width, size.height);
                used += width + gap();
            }
        }
    }

    /** Places a part, measured from where lines begin in this writing. */
    private static void place(Container parent, Component part, int start, int y, int width, int height) {
        boolean leftToRight = parent.getComponentOrientation().isLeftToRight();
        part.setBounds(leftToRight ? start : parent.getWidth() - start - width, y, width, height);
    }

    private static int gap() {
        return Look.gap(12);
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
