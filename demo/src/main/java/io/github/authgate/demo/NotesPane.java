package io.github.authgate.demo;

import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** The notes; what is typed can be undone. */
final class NotesPane extends JPanel {

    private static final long serialVersionUID = 1L;

    NotesPane(Workbook workbook) {
        super(new BorderLayout());
        JTextArea area = Parts.named("demo.notes", new JTextArea(workbook.notes()));
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setBorder(BorderFactory.createEmptyBorder(8, 10, 8, 10));
        area.getAccessibleContext().setAccessibleName("Notes");
        add(Parts.scroll(area), BorderLayout.CENTER);
    }
}
