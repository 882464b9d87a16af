package io.github.authgate.demo;

import io.github.authgate.AuthSession;
import java.awt.BorderLayout;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;

/** The tool itself: what the gate in front of it shows after the login, made for one user. */
final class ToolPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final transient Workbook workbook;
    private final OrdersPane orders;

    ToolPanel(DemoApp app, AuthSession session) {
        super(new BorderLayout());
        setName("demo.tool");
        workbook = app.workbookOf(session);
        orders = new OrdersPane(workbook);
        JTabbedPane tabs = Parts.named("demo.tabs", new JTabbedPane());
        tabs.addTab("Orders", orders);
        tabs.addTab("Notes", new NotesPane(workbook));
        tabs.addTab(
                "Website", new PostsPane(app.posts(), app.backend().standIn().isPresent()));
        tabs.addTab("Staff", app.staffGate());
        add(tabs, BorderLayout.CENTER);
        add(new StatusBar(app.model(), workbook, session.user()), BorderLayout.SOUTH);
    }

    Workbook workbook() {
        return workbook;
    }

    OrdersPane orders() {
        return orders;
    }

    void save() {
        orders.stopEditing();
        workbook.save();
    }
}
