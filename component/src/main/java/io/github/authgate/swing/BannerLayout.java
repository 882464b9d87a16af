package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.LayoutManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts an icon at the edge, and beside it a sentence with its buttons, then a password field with its own, in as many
 * lines as the width asks for.
 *
 * <p>The height follows from the width, so whoever lays the banner out sets that before asking how high it wants to be;
 * {@link java.awt.BorderLayout} does.
 */
final class BannerLayout implements LayoutManager {

    private final Component icon;
    private final Component sentence;
    private final List<Component> choices;
    private final Component label;
    private final Component field;
    private final List<Component> buttons;

    /**
     * @param choices the buttons after the sentence
     * @param label what stands before the field
     * @param buttons those after the field
     */
    BannerLayout(
            Component icon,
            Component sentence,
            List<Component> choices,
            Component label,
            Component field,
            List<Component> buttons) {
        this.icon = icon;
        this.sentence = sentence;
        this.choices = choices;
        this.label = label;
        this.field = field;
        this.buttons = buttons;
    }

    @Override
    public Dimension preferredLayoutSize(Container parent) {
        int room = room(parent);
        int height = 2 * padding() - below();
        for (List<Component> line : lines(room)) {
            height += height(line, room) + below();
        }
        return new Dimension(indent() + side(), height);
    }

    @Override
    public Dimension minimumLayoutSize(Container parent) {
        return preferredLayoutSize(parent);
    }

    /** Returns the width of a line; one that has no end as long as nobody knows how wide the banner will be. */
    private int room(Container parent) {
        return parent.getWidth() == 0 ? Short.MAX_VALUE : Math.max(1, parent.getWidth() - indent() - side());
    }

    private List<List<Component>> lines(int room) {
        List<List<Component>> lines = new ArrayList<>();
        begin(lines, visible(List.of(sentence)), room);
        append(lines, visible(choices), room);
        begin(lines, visible(List.of(label)), room);
        append(lines, visible(together(List.of(field), buttons)), room);
        return lines;
    }

    private static List<Component> visible(List<Component> parts) {
        return parts.stream().filter(Component::isVisible).collect(Collectors.toList());
    }

    private static List<Component> together(List<Component> first, List<Component> then) {
        return Stream.concat(first.stream(), then.stream()).collect(Collectors.toList());
    }

    /** Puts parts on the last line if there is room for all of them. */
    private void append(List<List<Component>> lines, List<Component> parts, int room) {
        List<Component> line = together(lines.get(lines.size() - 1), parts);
        if (least(line, room) <= room) {
            lines.set(lines.size() - 1, line);
        } else {
            begin(lines, parts, room);
        }
    }

    /** Puts parts on a line of their own or, where that is too narrow, the first on one and the rest below it. */
    private void begin(List<List<Component>> lines, List<Component> parts, int room) {
        if (parts.size() > 1 && least(parts, room) > room) {
            begin(lines, parts.subList(0, 1), room);
            begin(lines, parts.subList(1, parts.size()), room);
        } else if (!parts.isEmpty()) {
            lines.add(parts);
        }
    }

    private int least(List<Component> line, int room) {
        int least = -beside();
        for (Component part : line) {
            least += least(part, room) + beside();
        }
        return least;
    }

    private int least(Component part, int room) {
        if (part == sentence) {
            return Math.min(Look.units(200), room);
        }
        return Math.min(part == field ? Look.units(100) : visibleSize(part).width, room);
    }

    private int width(Component part, List<Component> line, int room) {
        int least = least(part, room);
        int most = part == sentence ? room : part == field ? Look.units(180) : least;
        return Math.max(least, Math.min(most, least + room - least(line, room)));
    }

    private int height(List<Component> line, int room) {
        int height = 0;
        for (Component part : line) {
            height = Math.max(height, height(part, width(part, line, room)));
        }
        return line.contains(sentence) ? Math.max(height, icon.getPreferredSize().height) : height;
    }

    private int height(Component part, int width) {
        if (part == sentence) {
            part.setSize(width, Math.max(1, part.getHeight())); // only now it knows how high it is
        }
        int height = visibleSize(part).height;
        return part == field ? Math.max(height, visibleSize(buttons.get(0)).height) : height;
    }

    /** Returns the size of a part without what its look and feel paints around it. */
    private static Dimension visibleSize(Component part) {
        Dimension size = part.getPreferredSize();
        Insets edge = ColumnLayout.edge(part);
        return new Dimension(size.width - edge.left - edge.right, size.height - edge.top - edge.bottom);
    }

    @Override
    public void layoutContainer(Container parent) {
        int room = room(parent);
        int y = padding();
        for (List<Component> line : lines(room)) {
            int lineHeight = height(line, room);
            int start = indent();
            for (Component part : line) {
                int width = width(part, line, room);
                int height = height(part, width);
                place(parent, part, start, y + (lineHeight - height) / 2, width, height);
                start += width + beside();
            }
            y += lineHeight + below();
        }
        Dimension size = icon.getPreferredSize();
        int firstWords = sentence.getFontMetrics(sentence.getFont()).getHeight();
        place(parent, icon, side(), sentence.getY() + (firstWords - size.height) / 2, size.width, size.height);
    }

    /** Sets the bounds of a part, measured from where lines begin in this writing. */
    private static void place(Container parent, Component part, int start, int y, int width, int height) {
        Insets edge = ColumnLayout.edge(part);
        boolean leftToRight = parent.getComponentOrientation().isLeftToRight();
        int x = leftToRight ? start : parent.getWidth() - start - width;
        part.setBounds(x - edge.left, y - edge.top, width + edge.left + edge.right, height + edge.top + edge.bottom);
    }

    private int indent() {
        return side() + icon.getPreferredSize().width + beside();
    }

    private static int side() {
        return Look.gap(12);
    }

    private static int padding() {
        return Look.gap(6);
    }

    private static int beside() {
        return Look.gap(8);
    }

    private static int below() {
        return Look.gap(6);
    }

    @Override
    public void addLayoutComponent(String name, Component part) {}

    @Override
    public void removeLayoutComponent(Component part) {}
}
