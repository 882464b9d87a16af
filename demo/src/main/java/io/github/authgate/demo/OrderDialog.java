package io.github.authgate.demo;

import java.awt.Dialog;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** The details of one order, in a modal dialog as every legacy tool has dozens of them. */
final class OrderDialog {

    private final Order order;
    private final JDialog dialog;
    private final JTextField customer;
    private final JTextField item;
    private final JSpinner quantity;
    private final JComboBox<String> status = new JComboBox<>(OrderBook.STATUSES);
    private final JCheckBox paid = new JCheckBox("Paid");
    private boolean accepted;

    private OrderDialog(Window owner, Order order) {
        this.order = order;
        dialog = new JDialog(owner, "Order " + order.number, Dialog.ModalityType.APPLICATION_MODAL);
        dialog.setName("demo.orderDialog");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        customer = Parts.named("demo.order.customer", new JTextField(order.customer, 24));
        item = new JTextField(order.item, 24);
        quantity = new JSpinner(new SpinnerNumberModel(order.quantity, 1, 9999, 1));
        status.setSelectedItem(order.status);
        paid.setSelected(order.paid);
        JPanel form = new JPanel(new MigLayout("insets dialog, wrap 2", "[right]rel[grow, fill]", ""));
        row(form, "Customer:", customer);
        row(form, "Item:", item);
        row(form, "Quantity:", quantity);
        row(form, "Status:", status);
        form.add(paid, "skip");
        JButton ok = Parts.named("demo.order.ok", new JButton(Parts.action("OK", this::accept)));
        Action cancel = Parts.action("Cancel", dialog::dispose);
        form.add(ok, "span, split 2, gaptop unrel, right, tag ok, sizegroup button");
        form.add(new JButton(cancel), "tag cancel, sizegroup button");
        form.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "cancel");
        form.getActionMap().put("cancel", cancel);
        dialog.setContentPane(form);
        dialog.getRootPane().setDefaultButton(ok);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
    }

    private static void row(JPanel form, String text, JComponent field) {
        JLabel label = new JLabel(text);
        label.setLabelFor(field);
        form.add(label);
        form.add(field);
    }

    /** Lets the user change an order; returns whether it has been changed. */
    static boolean edit(Window owner, Order order) {
        OrderDialog shown = new OrderDialog(owner, order);
        shown.dialog.setVisible(true);
        return shown.accepted;
    }

    private void accept() {
        order.customer = customer.getText();
        order.item = item.getText();
        order.quantity = (Integer) quantity.getValue();
        order.status = (String) status.getSelectedItem();
        order.paid = paid.isSelected();
        accepted = true;
        dialog.dispose();
    }
}
