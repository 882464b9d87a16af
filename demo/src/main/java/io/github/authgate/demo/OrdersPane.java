package io.github.authgate.demo;

import java.awt.BorderLayout;
import java.awt.Window;
import javax.swing.Action;
import javax.swing.DefaultCellEditor;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JToolBar;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumnModel;

/** The order book with its tool bar. */
final class OrdersPane extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int[] WIDTHS = {50, 150, 230, 70, 80, 90, 50};

    private final transient Workbook workbook;
    private final JTable table;

    OrdersPane(Workbook workbook) {
        super(new BorderLayout());
        this.workbook = workbook;
        table = Parts.table("demo.orders", workbook.orders());
        table.putClientProperty("terminateEditOnFocusLost", Boolean.TRUE);
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setAutoCreateRowSorter(true);
        TableColumnModel columns = table.getColumnModel();
        for (int column = 0; column < WIDTHS.length; column++) {
            columns.getColumn(column).setPreferredWidth(WIDTHS[column]);
        }
        columns.getColumn(OrderBook.STATUS_COLUMN)
                .setCellEditor(new DefaultCellEditor(new JComboBox<>(OrderBook.STATUSES)));
        table.setRowSelectionInterval(0, 0);
        add(toolBar(), BorderLayout.NORTH);
        add(Parts.scroll(table), BorderLayout.CENTER);
    }

    private JToolBar toolBar() {
        JToolBar bar = new JToolBar();
        bar.setFloatable(false);
        Action details = Parts.action("Details…", this::showDetails);
        bar.add(new JButton(Parts.action("New order", this::addOrder)));
        bar.add(Parts.named("demo.details", new JButton(details)));
        return bar;
    }

    void addOrder() {
        stopEditing();
        int row = table.convertRowIndexToView(workbook.orders().add());
        table.setRowSelectionInterval(row, row);
        table.scrollRectToVisible(table.getCellRect(row, 0, true));
        table.requestFocusInWindow();
    }

    /** Opens the modal dialog for the selected order. */
    void showDetails() {
        stopEditing();
        int row = table.getSelectedRow();
        if (row >= 0) {
            int index = table.convertRowIndexToModel(row);
            Window window = SwingUtilities.getWindowAncestor(this);
            if (OrderDialog.edit(window, workbook.orders().order(index))) {
                workbook.orders().changed(index);
            }
        }
    }

    void stopEditing() {
        if (table.isEditing()) {
            table.getCellEditor().stopCellEditing();
        }
    }
}
