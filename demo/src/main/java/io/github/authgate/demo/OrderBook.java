package io.github.authgate.demo;

import java.util.ArrayList;
import java.util.List;
import javax.swing.table.AbstractTableModel;

/** The orders, as a table that can be edited but for the number. Use only on the event dispatch thread. */
final class OrderBook extends AbstractTableModel {

    static final String[] STATUSES = {"New", "In work", "Ready", "Delivered"};
    static final int STATUS_COLUMN = 5;

    private static final long serialVersionUID = 1L;
    private static final String[] COLUMNS = {"No.", "Customer", "Item", "Quantity", "Due", "Status", "Paid"};

    private final transient List<Order> orders = new ArrayList<>(List.of(
            new Order(1041, "Hotel Adler", "Oak table, 240 × 100 cm", 4, "12 Mar", "In work", false),
            new Order(1042, "Keller family", "Book shelf, wall to wall", 1, "14 Mar", "In work", true),
            new Order(1043, "City library", "Reading desk", 12, "20 Mar", "New", false),
            new Order(1044, "Café Central", "Bench, walnut", 6, "21 Mar", "Ready", true),
            new Order(1045, "Dr. Lindner", "Reception counter", 1, "28 Mar", "New", false),
            new Order(1046, "Hotel Adler", "Bedside cabinet, oak", 40, "2 Apr", "New", false),
            new Order(1047, "School at the park", "Workbench for children", 16, "9 Apr", "In work", true),
            new Order(1048, "Meyer & Co", "Shop window frame", 3, "11 Apr", "Delivered", true),
            new Order(1049, "Keller family", "Loft bed", 2, "16 Apr", "New", false)));

    Order order(int row) {
        return orders.get(row);
    }

    /** Adds an empty order at the end; returns its row. */
    int add() {
        int number = orders.stream().mapToInt(order -> order.number).max().orElse(1000) + 1;
        orders.add(new Order(number, "", "", 1, "", STATUSES[0], false));
        fireTableRowsInserted(orders.size() - 1, orders.size() - 1);
        return orders.size() - 1;
    }

    /** Says that an order has been changed by somebody who holds it. */
    void changed(int row) {
        fireTableRowsUpdated(row, row);
    }

    long open() {
        return orders.stream()
                .filter(order -> !order.status.equals("Delivered"))
                .count();
    }

    long unpaid() {
        return orders.stream().filter(order -> !order.paid).count();
    }

    @Override
    public int getRowCount() {
        return orders.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return COLUMNS[column];
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == 0 || column == 3 ? Integer.class : column == 6 ? Boolean.class : String.class;
    }

    @Override
    public boolean isCellEditable(int row, int column) {
        return column > 0;
    }

    @Override
    public Object getValueAt(int row, int column) {
        Order order = orders.get(row);
        Object[] values = {order.number, order.customer, order.item, order.quantity, order.due, order.status, order.paid
        };
        return values[column];
    }

    @Override
    public void setValueAt(Object value, int row, int column) {
        if (value == null || value.equals(getValueAt(row, column))) {
            return;
        }
        Order order = orders.get(row);
        switch (column) {
            case 1:
                order.customer = (String) value;
                break;
            case 2:
                order.item = (String) value;
                break;
            case 3:
                order.quantity = (Integer) value;
                break;
            case 4:
                order.due = (String) value;
                break;
            case STATUS_COLUMN:
                order.status = (String) value;
                break;
            default:
                order.paid = (Boolean) value;
        }
        fireTableCellUpdated(row, column);
    }
}
