package io.github.authgate.demo;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What the second window shows: numbers about the very same orders. */
final class OverviewPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient Workbook workbook;
    private final JLabel open = number("demo.openOrders");
    private final JLabel unpaid = number("demo.unpaidOrders");
    private final transient Runnable listener = this::update;

    OverviewPanel(Workbook workbook) {
        super(new MigLayout("insets 24, wrap 2, align 50% 50%", "[right]16[left]", "[]12[]"));
        this.workbook = workbook;
        setName("demo.overview");
        add(open);
        add(new JLabel("orders to deliver"));
        add(unpaid);
        add(new JLabel("orders to be paid"));
    }

    private static JLabel number(String name) {
        JLabel label = Parts.named(name, new JLabel());
        label.putClientProperty("FlatLaf.styleClass", "h1");
        return label;
    }

    @Override
    public void addNotify() {
        super.addNotify();
        workbook.addListener(listener);
        update();
    }

    @Override
    public void removeNotify() {
        workbook.removeListener(listener);
        super.removeNotify();
    }

    private void update() {
        open.setText(String.valueOf(workbook.orders().open()));
        unpaid.setText(String.valueOf(workbook.orders().unpaid()));
    }
}
