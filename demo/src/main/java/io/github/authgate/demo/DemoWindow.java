package io.github.authgate.demo;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** The main window: gate, menu bar, footer. Use only on the event dispatch thread. */
final class DemoWindow {

    private final DemoApp app;
    private final Runnable whenClosed;
    private final JFrame frame = new JFrame("Weber & Sons Workshop");
    private final AuthGate gate;
    private @Nullable JFrame second;

    /**
     * @param whenClosed ends the program
     */
    DemoWindow(DemoApp app, Runnable whenClosed) {
        this.app = app;
        this.whenClosed = whenClosed;
        gate = app.toolGate(session -> new ToolPanel(app, session));
        JPanel content = new JPanel(new BorderLayout());
        content.add(gate, BorderLayout.CENTER);
        app.backend().standIn().ifPresent(standIn -> content.add(new Footer(standIn), BorderLayout.SOUTH));
        frame.setName("demo.window");
        frame.setContentPane(content);
        frame.setJMenuBar(DemoMenu.create(app, this));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                exit();
            }
        });
        frame.setSize(960, 640);
        frame.setLocationRelativeTo(null); // where the platform chooses, the JDK may take menus and dialogs elsewhere
    }

    JFrame frame() {
        return frame;
    }

    void show() {
        frame.setVisible(true);
    }

    /** Does something with the tool, if it is there. */
    void tool(Consumer<ToolPanel> action) {
        JComponent content = gate.getContent();
        if (content instanceof ToolPanel) {
            action.accept((ToolPanel) content);
        }
    }

    /** Opens a second window on the same session, or brings it to the front. */
    void openSecond() {
        if (second == null || !second.isDisplayable()) {
            second = new JFrame("Overview");
            second.setName("demo.second");
            second.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
            second.setContentPane(app.overviewGate());
            second.setSize(360, 420);
            second.setLocation(frame.getX() + frame.getWidth() - 120, frame.getY() + 80);
        }
        second.setVisible(true);
        second.toFront();
    }

    void logOut() {
        if (isFreeToLeave("Log out")) {
            app.model().logout();
        }
    }

    void exit() {
        boolean isOpen = app.model().getState() == AuthModel.State.LOGGED_IN;
        if (!isOpen && app.hasUnsavedChanges()) {
            // a question would be covered like every other dialog, and whoever is there may not be the user
            frame.getToolkit().beep();
        } else if (!isOpen || isFreeToLeave("Exit")) {
            if (second != null) {
                second.dispose();
            }
            frame.dispose();
            whenClosed.run();
        }
    }

    /** Asks what is to become of unsaved changes; a logout cannot be vetoed, so the question comes before. */
    private boolean isFreeToLeave(String title) {
        tool(tool -> tool.orders().stopEditing());
        if (!app.hasUnsavedChanges()) {
            return true;
        }
        Object[] choices = {"Save", "Discard", "Cancel"};
        int choice = JOptionPane.showOptionDialog(
                frame,
                "There are unsaved changes.",
                title,
                JOptionPane.DEFAULT_OPTION,
                JOptionPane.WARNING_MESSAGE,
                null,
                choices,
                choices[0]);
        if (choice == 0) {
            tool(ToolPanel::save);
        }
        return choice == 0 || choice == 1;
    }

    void about() {
        JOptionPane.showMessageDialog(
                frame,
                "A small tool behind AuthGate: its users log in with their WordPress accounts.",
                "About",
                JOptionPane.INFORMATION_MESSAGE);
    }
}
