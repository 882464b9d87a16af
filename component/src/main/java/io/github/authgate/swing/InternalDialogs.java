package io.github.authgate.swing;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JInternalFrame;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs of {@code JOptionPane.showInternal…Dialog}. While one is open, AWT gives the mouse of its window to nothing
 * else, and goes on doing so when the dialog has been taken out of the window unanswered.
 *
 * <p>Use only on the event dispatch thread.
 */
final class InternalDialogs {

    private InternalDialogs() {}

    /**
     * Answers the dialogs in a content that will not come back, as if their user had closed them.
     *
     * @param window where the content was last; AWT looks there for the dialog whose answer gives the mouse free
     */
    static void close(Component content, @Nullable JRootPane window) {
        List<JInternalFrame> dialogs = new ArrayList<>();
        collect(content, dialogs);
        if (dialogs.isEmpty()) {
            return;
        }
        boolean isAway = window != null && content.getParent() == null;
        Tray tray = isAway ? Tray.bring(content, window.getLayeredPane()) : null;
        dialogs.forEach(dialog -> Edt.contain(dialog::doDefaultCloseAction));
        if (tray != null) {
            tray.carryOut();
        }
    }

    private static void collect(Component part, List<JInternalFrame> dialogs) {
        if (part instanceof JInternalFrame && isDialog((JInternalFrame) part)) {
            dialogs.add((JInternalFrame) part);
        } else if (part instanceof Container) {
            for (Component child : ((Container) part).getComponents()) {
                collect(child, dialogs);
            }
        }
    }

    /** Tells what {@code JOptionPane} tells looks and feels by this property: that the frame is a dialog. */
    private static boolean isDialog(JInternalFrame frame) {
        return "optionDialog".equals(frame.getClientProperty("JInternalFrame.frameType"));
    }
}
