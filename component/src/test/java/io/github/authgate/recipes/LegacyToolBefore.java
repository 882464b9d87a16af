package io.github.authgate.recipes;

import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** A tool as it was before anybody thought of logins. */
class LegacyToolBefore extends JFrame {

    private static final long serialVersionUID = 1L;

    LegacyToolBefore() {
        super("Orders");
        JPanel main = new JPanel();
        main.add(new JLabel("Order"));
        main.add(new JTextField("4711", 10));
        setContentPane(main);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        pack();
    }
}
