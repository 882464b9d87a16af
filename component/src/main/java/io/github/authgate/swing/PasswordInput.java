package io.github.authgate.swing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.time.Duration;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.Timer;
import javax.swing.UIManager;

/**
 * A password field with a button that shows what has been typed, inside the field where the look and feel can do that and
 * beside it elsewhere. What is shown is hidden again after ten seconds, and as soon as anything else is looked at.
 *
 * <p>Use only on the event dispatch thread.
 */
final class PasswordInput extends JPanel {

    private static final long serialVersionUID = 1L;

    private static final Duration REVEALED_FOR = Duration.ofSeconds(10);

    private final SecretField field;
    private final JToggleButton reveal = PlainText.disableHtml(new JToggleButton());
    private final Timer hideAgain = new Timer((int) REVEALED_FOR.toMillis(), event -> hidePassword());
    private final transient Consumer<Boolean> capsLockListener;
    private String revealText = "";

    /**
     * @param capsLockListener told whether caps lock is on, while the field has the focus
     */
    PasswordInput(Consumer<Boolean> capsLockListener) {
        super(new BorderLayout());
        this.capsLockListener = capsLockListener;
        setOpaque(false);
        field = new SecretField(this::placeReveal);
        add(field, BorderLayout.CENTER);
        hideAgain.setRepeats(false);
        // not in the tab order, where it would stand between every user and the button: its mnemonic reaches it
        reveal.setFocusable(false);
        reveal.addActionListener(event -> showPassword(reveal.isSelected()));
        field.addFocusListener(new Attention());
        field.addKeyListener(new KeyAdapter() {
            @Override
            public void keyReleased(KeyEvent event) {
                lookAtCapsLock();
            }
        });
        placeReveal();
    }

    SecretField field() {
        return field;
    }

    /** Tells whether the look and feel shows by itself that caps lock is on. */
    boolean showsCapsLock() {
        return Look.isFlat(field.getUI());
    }

    void setTexts(String show, String showDescription, String placeholder) {
        revealText = show;
        Spoken.describe(reveal, showDescription);
        field.putClientProperty("JTextField.placeholderText", placeholder);
        placeReveal();
    }

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        field.setEnabled(enabled);
        reveal.setEnabled(enabled);
        if (!enabled) {
            hidePassword();
        }
    }

    @Override
    public void removeNotify() {
        hidePassword();
        super.removeNotify();
    }

    void hidePassword() {
        showPassword(false);
    }

    private void showPassword(boolean show) {
        reveal.setSelected(show);
        field.setRevealed(show);
        if (show) {
            hideAgain.restart();
        } else {
            hideAgain.stop();
        }
    }

    /** Puts the button where the look and feel in force can show it. */
    private void placeReveal() {
        if (field == null) {
            return; // the field's own constructor is still running
        }
        boolean inside = Look.isFlat(field.getUI());
        Icon icon = inside ? UIManager.getIcon("PasswordField.revealIcon") : null;
        reveal.setIcon(icon);
        PlainText.setText(reveal, revealText);
        if (icon != null) {
            reveal.setText(null);
        }
        Spoken.name(reveal, PlainText.unmarked(revealText));
        reveal.putClientProperty("JButton.buttonType", inside ? "toolBarButton" : null);
        if (inside) {
            remove(reveal);
            field.putClientProperty("JTextField.trailingComponent", reveal);
        } else {
            field.putClientProperty("JTextField.trailingComponent", null);
            add(reveal, BorderLayout.LINE_END);
            reveal.updateUI();
        }
        revalidate();
    }

    private void lookAtCapsLock() {
        capsLockListener.accept(field.isFocusOwner() && isCapsLockOn());
    }

    private static boolean isCapsLockOn() {
        try {
            return Toolkit.getDefaultToolkit().getLockingKeyState(KeyEvent.VK_CAPS_LOCK);
        } catch (RuntimeException e) {
            return false; // no keyboard, or one whose locks cannot be read
        }
    }

    private final class Attention extends FocusAdapter {

        @Override
        public void focusGained(FocusEvent event) {
            lookAtCapsLock();
        }

        @Override
        public void focusLost(FocusEvent event) {
            Component next = event.getOppositeComponent();
            if (next != field) {
                hidePassword();
            }
            capsLockListener.accept(false);
        }
    }
}
