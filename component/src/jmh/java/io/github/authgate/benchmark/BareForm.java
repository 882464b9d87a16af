package io.github.authgate.benchmark;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.Font;
import java.io.IOException;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * What a programmer in a hurry writes by hand: a login form that looks like ours, down to the font of the title, which
 * alone takes longer to load than the rest of the form; and content that takes its place.
 */
final class BareForm extends JPanel {

    private static final long serialVersionUID = 1L;

    final JTextField username = new JTextField(12);
    final JPasswordField password = new JPasswordField(12);
    final JButton login = new JButton("Log in");

    private final JPanel card = new JPanel(new MigLayout("wrap 1, insets 24, fillx", "[grow, fill, 270:320:400]"));

    BareForm() {
        super(new BorderLayout());
        JLabel title = new JLabel("Please log in");
        if (UIManager.getLookAndFeel().getName().startsWith("FlatLaf")) {
            title.putClientProperty("FlatLaf.styleClass", "h2");
        } else {
            title.setFont(title.getFont().deriveFont(Font.BOLD, title.getFont().getSize2D() * 1.4f));
        }
        JLabel userLabel = new JLabel("User name or e-mail address");
        userLabel.setLabelFor(username);
        JLabel passwordLabel = new JLabel("Password");
        passwordLabel.setLabelFor(password);
        card.add(title);
        card.add(userLabel, "gaptop 12");
        card.add(username);
        card.add(passwordLabel, "gaptop 12");
        card.add(password);
        card.add(new JCheckBox("Remember me"), "gaptop 12");
        card.add(login, "gaptop 12");
        JPanel middle = new JPanel(new MigLayout("fill"));
        middle.add(card, "center");
        add(middle);
    }

    /** Logs in at a site and shows the content. */
    void logInAt(String address, JComponent content) {
        BareClient client = new BareClient(address);
        login.addActionListener(event -> {
            login.setEnabled(false);
            String name = username.getText();
            String secret = new String(password.getPassword());
            // not a SwingWorker: that comes back up to 33 ms late
            new Thread(() -> {
                        try {
                            client.login(name, secret);
                            EventQueue.invokeLater(() -> show(content));
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .start();
        });
    }

    /** Goes back to the form. */
    void logOut() {
        login.setEnabled(true);
        show(card.getParent());
    }

    void show(java.awt.Component next) {
        removeAll();
        add(next);
        revalidate();
        repaint();
    }
}
