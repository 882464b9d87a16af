package io.github.authgate.demo;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.TableModel;
import org.jspecify.annotations.Nullable;

/** Small parts that the demo is made of. */
final class Parts {

    private Parts() {}

    /** Gives a component the name that tests find it by. */
    static <T extends JComponent> T named(String name, T component) {
        component.setName(name);
        return component;
    }

    /** Makes a label for text from a server, which is never markup. */
    static JLabel plainLabel(String name) {
        JLabel label = named(name, new JLabel());
        label.putClientProperty("html.disable", Boolean.TRUE);
        return label;
    }

    /** Makes a label in the colour of what matters less; it follows the look and feel. */
    static JLabel quietLabel(String text) {
        return new QuietLabel(text);
    }

    /** Returns how high a row of a list or a table is, so that its text has room to breathe. */
    static int rowHeight(JComponent rows) {
        return rows.getFontMetrics(rows.getFont()).getHeight() + 10;
    }

    /** Makes a table of one look for the whole tool. */
    static JTable table(String name, TableModel model) {
        JTable table = named(name, new JTable(model));
        table.setRowHeight(rowHeight(table));
        table.setShowHorizontalLines(true);
        table.setFillsViewportHeight(true);
        return table;
    }

    static JScrollPane scroll(JComponent view) {
        JScrollPane pane = new JScrollPane(view);
        pane.setBorder(BorderFactory.createEmptyBorder());
        return pane;
    }

    static Action action(String title, Runnable run) {
        int mnemonic = title.indexOf('&');
        Action action = new AbstractAction(title.replace("&", "")) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(@Nullable ActionEvent event) {
                run.run();
            }
        };
        if (mnemonic >= 0) {
            action.putValue(Action.MNEMONIC_KEY, (int) Character.toUpperCase(title.charAt(mnemonic + 1)));
            action.putValue(Action.DISPLAYED_MNEMONIC_INDEX_KEY, mnemonic);
        }
        return action;
    }

    private static final class QuietLabel extends JLabel {

        private static final long serialVersionUID = 1L;

        private QuietLabel(String text) {
            super(text);
            putClientProperty("html.disable", Boolean.TRUE);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setForeground(UIManager.getColor("Label.disabledForeground"));
        }
    }
}
