package io.github.authgate.demo;

import java.awt.BorderLayout;
import javax.swing.JPanel;
import javax.swing.JTable;

/** The part that administrators only may see. */
final class StaffPane extends JPanel {

    private static final long serialVersionUID = 1L;

    StaffPane() {
        super(new BorderLayout());
        Object[][] rows = {
            {"Anna Weber", "Owner", "38 h", "5 200"},
            {"Ben Okafor", "Joiner", "38 h", "3 400"},
            {"Carla Rossi", "Apprentice, until December", "0 h", "0"},
            {"Jonas Lind", "Joiner", "24 h", "2 150"},
        };
        JTable table = new JTable(rows, new Object[] {"Name", "Position", "Per week", "Salary"});
        table.setName("demo.staff");
        table.setFillsViewportHeight(true);
        table.setDefaultEditor(Object.class, null);
        add(Parts.scroll(table), BorderLayout.CENTER);
    }
}
