package io.github.authgate.recipes;

import io.github.authgate.AuthService;
import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.beans.Beans;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** A form as a GUI builder writes it: the gate is a bean from the palette, its properties are set in the builder. */
public class OrdersForm extends JPanel {

    private static final long serialVersionUID = 1L;

    private AuthGate gate;
    private JPanel orders;

    public OrdersForm(AuthService auth) {
        initComponents();
        if (!Beans.isDesignTime()) {
            gate.setModel(new AuthModel(auth));
        }
    }

    private void initComponents() {
        orders = new JPanel();
        orders.add(new JLabel("Orders"));
        gate = new AuthGate();
        gate.getLoginPanel().setTitle("Orders");
        gate.getLoginPanel().setRememberMeVisible(true);
        gate.setRequiredCapability("edit_posts");
        gate.setContent(orders); // as gate.add(orders) does, once
        setLayout(new java.awt.BorderLayout());
        add(gate, java.awt.BorderLayout.CENTER);
    }
}
