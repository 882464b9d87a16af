package io.github.authgate.recipes;

import io.github.authgate.AuthService;
import io.github.authgate.swing.AuthGate;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The same tool behind a gate: beside the imports, two lines differ from {@link LegacyToolBefore}, and its name. */
class LegacyTool extends JFrame {

    private static final long serialVersionUID = 1L;

    LegacyTool(AuthService auth) {
        super("Orders");
        JPanel main = new JPanel();
        main.add(new JLabel("Order"));
        main.add(new JTextField("4711", 10));
        setContentPane(AuthGate.wrap(main, auth));
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        pack();
    }
}
