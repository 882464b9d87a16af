package io.github.authgate.benchmark;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

/** The content pane of a measured frame: notices when something has been painted for the first time. */
final class Watched extends JPanel {

    private static final long serialVersionUID = 1L;

    private transient BooleanSupplier condition = () -> false;
    private transient Runnable action = () -> {};

    Watched(Component content) {
        super(new BorderLayout());
        add(content);
    }

    /** Does something at the end of the first painting of which a condition holds. */
    void when(BooleanSupplier condition, Runnable action) {
        this.condition = condition;
        this.action = action;
    }

    /** Every painting begins here, so that none is missed. */
    @Override
    public boolean isPaintingOrigin() {
        return true;
    }

    @Override
    public void paint(Graphics graphics) {
        super.paint(graphics);
        if (condition.getAsBoolean()) {
            getToolkit().sync();
            Runnable due = action;
            condition = () -> false;
            due.run();
        }
    }

    static boolean shows(Container container, Class<? extends JComponent> type) {
        return find(container, type, null) != null;
    }

    /** Returns a component that is showing; null if there is none. */
    static <T extends JComponent> T find(Container container, Class<T> type, String name) {
        for (Component part : container.getComponents()) {
            if (type.isInstance(part) && part.isShowing() && (name == null || name.equals(part.getName()))) {
                return type.cast(part);
            }
            T found = part instanceof Container ? find((Container) part, type, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    static void lookAndFeel(String name) throws Exception {
        UIManager.setLookAndFeel(
                name.equals("FlatLaf")
                        ? "com.formdev.flatlaf.FlatLightLaf"
                        : UIManager.getCrossPlatformLookAndFeelClassName());
    }

    JFrame inFrame() {
        JFrame frame = new JFrame("Tool");
        frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        frame.setContentPane(this);
        frame.setSize(640, 520);
        return frame;
    }
}
