package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;

/**
 * Puts parts below each other, all of one width, inside the padding of a card. Where that leaves too little height, gaps,
 * padding and fields become lower together, down to what can still be read; then the parts go that nobody needs to log in.
 * Words are never cut.
 *
 * <p>What a look and feel paints around a field or button to show its focus stands outside of the column, so that edges
 * are in line with those of words.
 */
final class ColumnLayout implements LayoutManager2 {

    private static final double LEAST = 0;
    private static final double WANTED = 1;

    private final Map<Component, Row> rows = new HashMap<>();

    /** Changes how a part stands in the column. */
    void place(Component part, Row row) {
        rows.put(part, row);
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        return new Dimension(width(parent) + 2 * Look.cardPadding(), height(parts(parent), WANTED));
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return new Dimension(2 * padding(LEAST), height(indispensable(parent), LEAST));
    }

    private int width(Container parent) {
        int widest = 0;
        for (Component part : parts(parent)) {
            if (!row(part).hasAnyWidth) {
                Insets edge = edge(part);
                widest = Math.max(widest, row(part).indent() + part.getPreferredSize().width - edge.left - edge.right);
            }
        }
        return widest;
    }

    private int height(List<Component> parts, double ease) {
        int height = 2 * padding(ease);
        for (Component part : parts) {
            height += row(part).gap(ease) + row(part).height(part, ease);
        }
        return height;
    }

    @Override
    public void layoutContainer(Container parent) {
        List<Component> parts = parts(parent);
        if (height(parts, LEAST) > parent.getHeight()) {
            List<Component> indispensable = indispensable(parent);
            parts.removeAll(indispensable);
            parts.forEach(part -> part.setSize(0, 0));
            parts = indispensable;
        }
        int side = between(padding(LEAST), (parent.getWidth() - width(parent)) / 2, padding(WANTED));
        double ease = ease(parts, parent.getHeight());
        int y = padding(ease);
        for (Component part : parts) {
            y += row(part).gap(ease);
            int height = row(part).height(part, ease);
            Insets edge = edge(part);
            int indent = row(part).indent();
            part.setBounds(
                    side + (parent.getComponentOrientation().isLeftToRight() ? indent : 0) - edge.left,
                    y - edge.top,
                    parent.getWidth() - 2 * side - indent + edge.left + edge.right,
                    height + edge.top + edge.bottom);
            y += height;
        }
    }

    /** Returns how much there is of the height that parts want above the least: nothing is 0, all of it is 1. */
    private double ease(List<Component> parts, int room) {
        int least = height(parts, LEAST);
        int wanted = height(parts, WANTED);
        return wanted == least ? WANTED : (between(least, room, wanted) - least) / (double) (wanted - least);
    }

    private static int between(int least, int value, int most) {
        return Math.max(least, Math.min(value, most));
    }

    private static int eased(int least, int wanted, double ease) {
        return least + (int) ((wanted - least) * ease);
    }

    private static int padding(double ease) {
        int wanted = Look.cardPadding();
        return eased(wanted / 3, wanted, ease);
    }

    private List<Component> parts(Container parent) {
        List<Component> parts = new ArrayList<>();
        for (Component part : parent.getComponents()) {
            if (part.isVisible() || row(part).keepsRoom) {
                parts.add(part);
            }
        }
        return parts;
    }

    private List<Component> indispensable(Container parent) {
        List<Component> parts = parts(parent);
        parts.removeIf(part -> row(part).isDispensable);
        return parts;
    }

    private Row row(Component part) {
        return rows.get(part);
    }

    /** Returns what a part, or the first in a row of them, paints outside of its visible edge; FlatLaf tells layouts so. */
    static Insets edge(Component part) {
        Object edge = part instanceof JComponent ? ((JComponent) part).getClientProperty("visualPadding") : null;
        if (edge instanceof Insets) {
            return (Insets) edge;
        }
        Container row = (Container) part;
        return row.getComponentCount() > 0 ? edge(row.getComponent(0)) : new Insets(0, 0, 0, 0);
    }

    @Override
    public void addLayoutComponent(Component part, Object row) {
        place(part, (Row) row);
    }

    @Override
    public void addLayoutComponent(String name, Component part) {}

    @Override
    public Dimension maximumLayoutSize(Container parent) {
        return new Dimension(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    @Override
    public float getLayoutAlignmentX(Container parent) {
        return Component.CENTER_ALIGNMENT;
    }

    @Override
    public float getLayoutAlignmentY(Container parent) {
        return Component.CENTER_ALIGNMENT;
    }

    @Override
    public void invalidateLayout(Container parent) {}

    @Override
    public void removeLayoutComponent(Component part) {
        rows.remove(part);
    }

    /** How a part stands in its column, in units that grow with the font. */
    static final class Row {

        private final int gapAbove;
        private final int indent;
        private final int height;
        private final boolean keepsRoom;
        private final boolean hasAnyWidth;
        private final boolean isDispensable;

        private Row(
                int gapAbove, int indent, int height, boolean keepsRoom, boolean hasAnyWidth, boolean isDispensable) {
            this.gapAbove = gapAbove;
            this.indent = indent;
            this.height = height;
            this.keepsRoom = keepsRoom;
            this.hasAnyWidth = hasAnyWidth;
            this.isDispensable = isDispensable;
        }

        /** Returns a row as high as its part wants to be. */
        static Row below(int gapAbove) {
            return new Row(gapAbove, 0, 0, false, false, false);
        }

        /** Returns a row that begins further in. */
        Row indented(int units) {
            return new Row(gapAbove, units, height, keepsRoom, hasAnyWidth, isDispensable);
        }

        /** Returns a row that is this high, or higher if its part wants to be. */
        Row atLeastHigh(int units) {
            return new Row(gapAbove, indent, units, keepsRoom, hasAnyWidth, isDispensable);
        }

        /** Returns a row that stays empty while its part is hidden, or closes up. */
        Row keepingRoom(boolean keeps) {
            return new Row(gapAbove, indent, height, keeps, hasAnyWidth, isDispensable);
        }

        /** Returns a row whose words do not make the column wider. */
        Row ofAnyWidth() {
            return new Row(gapAbove, indent, height, keepsRoom, true, isDispensable);
        }

        /** Returns a row that goes where there is no room for everything. */
        Row dispensable() {
            return new Row(gapAbove, indent, height, keepsRoom, hasAnyWidth, true);
        }

        private int indent() {
            return Look.units(indent);
        }

        private int gap(double ease) {
            int wanted = Look.gap(gapAbove);
            return eased(wanted / 2, wanted, ease);
        }

        private int height(Component part, double ease) {
            Insets edge = edge(part);
            int least = part.getPreferredSize().height - edge.top - edge.bottom;
            return eased(least, Math.max(least, Look.units(height)), ease);
        }
    }
}
