package io.github.authgate.swing;

import java.awt.event.ActionListener;
import java.awt.event.ItemListener;
import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.ButtonModel;
import javax.swing.event.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the model of a button, and is disabled whatever the host says. What the host says goes to the button's own
 * model, which comes back when the button is let go: so the host has the last word, also about rights.
 *
 * <p>Use only on the event dispatch thread.
 */
final class LockedButtonModel implements ButtonModel {

    private final AbstractButton button;
    private final ButtonModel model;
    private boolean settling;

    private LockedButtonModel(AbstractButton button) {
        this.button = button;
        this.model = button.getModel();
    }

    /** Keeps a button from answering; does nothing if that is so already. */
    static void lock(AbstractButton button) {
        if (!(button.getModel() instanceof LockedButtonModel)) {
            swap(button, new LockedButtonModel(button));
        }
    }

    /** Lets a button answer again, if its host wants that. */
    static void unlock(AbstractButton button) {
        if (button.getModel() instanceof LockedButtonModel) {
            swap(button, ((LockedButtonModel) button.getModel()).model);
        }
    }

    /** Changes the model only: with it, Swing would underline the first letter that is like the mnemonic. */
    private static void swap(AbstractButton button, ButtonModel next) {
        int underlined = button.getDisplayedMnemonicIndex();
        button.setModel(next);
        button.setDisplayedMnemonicIndex(underlined);
    }

    @Override
    public boolean isEnabled() {
        return false;
    }

    @Override
    public void setEnabled(boolean enabled) {
        if (settling) {
            return; // the button follows its model, and says so
        }
        settling = true;
        try {
            model.setEnabled(enabled);
            if (button.isEnabled()) {
                button.setEnabled(false);
            }
        } finally {
            settling = false;
        }
    }

    @Override
    public boolean isArmed() {
        return false;
    }

    @Override
    public void setArmed(boolean armed) {
        model.setArmed(false);
    }

    @Override
    public boolean isPressed() {
        return false;
    }

    @Override
    public void setPressed(boolean pressed) {
        // a press that has begun before ends without an action
        model.setArmed(false);
        model.setPressed(false);
    }

    @Override
    public boolean isRollover() {
        return false;
    }

    @Override
    public void setRollover(boolean rollover) {
        model.setRollover(false);
    }

    @Override
    public boolean isSelected() {
        return model.isSelected();
    }

    @Override
    public void setSelected(boolean selected) {
        model.setSelected(selected);
    }

    @Override
    public int getMnemonic() {
        return model.getMnemonic();
    }

    @Override
    public void setMnemonic(int key) {
        model.setMnemonic(key);
    }

    @Override
    public @Nullable String getActionCommand() {
        return model.getActionCommand();
    }

    @Override
    public void setActionCommand(@Nullable String command) {
        model.setActionCommand(command);
    }

    @Override
    public @Nullable ButtonGroup getGroup() {
        return model.getGroup();
    }

    @Override
    public void setGroup(@Nullable ButtonGroup group) {
        model.setGroup(group);
    }

    @Override
    public Object @Nullable [] getSelectedObjects() {
        return model.getSelectedObjects();
    }

    @Override
    public void addActionListener(ActionListener listener) {
        model.addActionListener(listener);
    }

    @Override
    public void removeActionListener(ActionListener listener) {
        model.removeActionListener(listener);
    }

    @Override
    public void addItemListener(ItemListener listener) {
        model.addItemListener(listener);
    }

    @Override
    public void removeItemListener(ItemListener listener) {
        model.removeItemListener(listener);
    }

    @Override
    public void addChangeListener(ChangeListener listener) {
        model.addChangeListener(listener);
    }

    @Override
    public void removeChangeListener(ChangeListener listener) {
        model.removeChangeListener(listener);
    }
}
