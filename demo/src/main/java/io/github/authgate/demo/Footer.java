package io.github.authgate.demo;

import io.github.authgate.testkit.FakeUser;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** Says at the bottom of the window that the site is a stand-in, whom it knows, and lets it be slow. */
final class Footer extends JPanel {

    private static final long serialVersionUID = 1L;

    Footer(StandIn standIn) {
        super(new MigLayout("insets 8 10 8 10, fillx, hidemode 3", "[grow][]", "[]2[]"));
        add(Parts.quietLabel("Stand-in for a WordPress site. Accounts:"));
        JCheckBox slow = Parts.named("demo.slow", new JCheckBox("Slow network"));
        slow.addActionListener(event -> standIn.setSlow(slow.isSelected()));
        add(slow, "spany 2, wrap");
        StringBuilder accounts = new StringBuilder();
        for (FakeUser user : StandIn.accounts()) {
            accounts.append(accounts.length() == 0 ? "" : "     ")
                    .append(user.name())
                    .append(" / ")
                    .append(user.password())
                    .append(" (")
                    .append(user.isBlocked() ? "blocked" : user.role())
                    .append(')');
        }
        JLabel names = Parts.named("demo.accounts", new JLabel(accounts.toString()));
        add(names, "wmin 0");
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, UIManager.getColor("Separator.foreground")));
    }
}
