package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import javax.swing.Action;
import javax.swing.TransferHandler;
import javax.swing.text.DefaultEditorKit;
import org.junit.jupiter.api.Test;

/** A password goes into its field and, but for a login, nowhere from there. */
class SecretFieldTest {

    private final SecretField field = OnEdt.get(() -> {
        SecretField made = new SecretField(() -> {});
        made.setText("secret");
        made.selectAll();
        return made;
    });

    @Test
    void nothingLeavesTheField() {
        Clipboard clipboard = new Clipboard("test");
        OnEdt.run(() -> {
            TransferHandler handler = field.getTransferHandler();
            assertThat(handler.getSourceActions(field)).isEqualTo(TransferHandler.NONE);
            for (int action : new int[] {TransferHandler.COPY, TransferHandler.MOVE}) {
                try {
                    handler.exportToClipboard(field, clipboard, action);
                } catch (IllegalStateException e) {
                    // one way to refuse
                }
            }
            assertThat(clipboard.getContents(null)).isNull();
            assertThat(field.getDragEnabled()).isFalse();
            assertThat(field.getSelectedText()).isEqualTo("secret");
            assertThat(field.getAccessibleContext().getAccessibleText().getSelectedText())
                    .isNotEqualTo("secret");
        });
    }

    @Test
    void cutLeavesTheFieldAsItIs() {
        OnEdt.run(() -> {
            Action cut = field.getActionMap().get(DefaultEditorKit.cutAction);
            cut.actionPerformed(new ActionEvent(field, ActionEvent.ACTION_PERFORMED, ""));
            assertThat(field.getPassword()).containsExactly('s', 'e', 'c', 'r', 'e', 't');
        });
    }

    @Test
    void whatIsPastedGoesIn() {
        OnEdt.run(() -> {
            field.getTransferHandler().importData(field, new StringSelection("p\u00e4\u00df \u6f22"));
            assertThat(field.getPassword()).containsExactly('p', '\u00e4', '\u00df', ' ', '\u6f22');
        });
    }

    @Test
    void isNotSerialized() {
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(field))
                .isInstanceOf(NotSerializableException.class)
                .hasMessage("a field that may hold a password");
    }
}
