package io.github.authgate.demo;

import java.awt.BorderLayout;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;

/** The part that administrators only may see. */
final class StaffPane extends JPanel {

    private static final long serialVersionUID = 1L;

    StaffPane() {
        super(new BorderLayout());
        Object[][] rows = {
            {"Anna Weber", "Owner", 38, 5_200},
            {"Ben Okafor", "Joiner", 38, 3_400},
            {"Carla Rossi", "Apprentice, until December", 0, 0},
            {"Jonas Lind", "Joiner", 24, 2_150},
        };
        JTable table = Parts.table("demo.staff", new StaffTable(rows));
        table.setAutoCreateRowSorter(true);
        add(Parts.scroll(table), BorderLayout.CENTER);
    }

    /** Numbers stand and are sorted as numbers, and nothing can be changed. */
    private static final class StaffTable extends DefaultTableModel {

        private static final long serialVersionUID = 1L;

        private StaffTable(Object[][] rows) {
            super(rows, new Object[] {"Name", "Position", "Hours per week", "Salary"});
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return column < 2 ? String.class : Integer.class;
        }

        @Override
        public boolean isCellEditable(int row, int column) {
            return false;
        }
    }
}
