package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.gui.GuiTest;
import io.github.authgate.swing.AuthModel.State;
import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the clipboard, and in the selection that X11 has beside it, after all that a user may try. */
class ClipboardGuiTest extends GuiTest {

    private static final String BEFORE = "what was there before";

    private final ScriptedService service = new ScriptedService();
    private AuthModel model;

    @AfterEach
    void empty() {
        doOnEdt(() -> clipboards().forEach(clipboard -> clipboard.setContents(new StringSelection(""), null)));
    }

    @Test
    void noPasswordGetsOntoTheClipboard() {
        show(() -> {
            model = new AuthModel(service);
            return new AuthGate(model, session -> new JPanel());
        });
        doOnEdt(() -> clipboards().forEach(clipboard -> clipboard.setContents(new StringSelection(BEFORE), null)));

        window.textBox("authgate.password").click();
        type("canary");
        takeAll();
        assertThat(onEdt(this::texts)).contains(BEFORE).noneMatch(text -> text.contains("canary"));
        window.textBox("authgate.password").requireText("canary");

        pressWithAlt(KeyEvent.VK_H); // shown as it is
        takeAll();
        assertThat(onEdt(this::texts)).contains(BEFORE).noneMatch(text -> text.contains("canary"));

        window.textBox("authgate.username").click();
        type("ann");
        takeAll();
        assertThat(onEdt(this::texts)).as("the keys do copy").contains("ann");

        window.textBox("authgate.username").enterText("ann");
        press(KeyEvent.VK_ENTER);
        until("the form is busy", () -> model.isBusy());
        service.login().grant("7", "ann");
        until("the content shows", () -> model.getState() == State.LOGGED_IN);
        doOnEdt(model::logout);
        settle();
        assertThat(onEdt(this::texts)).noneMatch(text -> text.contains("canary"));
    }

    /** Selects all, copies it and cuts it. */
    @SuppressWarnings("deprecation") // the mask that AssertJ-Swing's robot takes
    private void takeAll() {
        for (int key : new int[] {KeyEvent.VK_A, KeyEvent.VK_C, KeyEvent.VK_X}) {
            robot.pressAndReleaseKey(key, InputEvent.CTRL_MASK);
        }
        settle();
    }

    private static List<Clipboard> clipboards() {
        List<Clipboard> clipboards = new ArrayList<>();
        clipboards.add(Toolkit.getDefaultToolkit().getSystemClipboard());
        Clipboard selection = Toolkit.getDefaultToolkit().getSystemSelection();
        if (selection != null) {
            clipboards.add(selection);
        }
        return clipboards;
    }

    private List<String> texts() throws Exception {
        List<String> texts = new ArrayList<>();
        for (Clipboard clipboard : clipboards()) {
            boolean isText = clipboard.isDataFlavorAvailable(DataFlavor.stringFlavor);
            texts.add(isText ? (String) clipboard.getData(DataFlavor.stringFlavor) : "");
        }
        return texts;
    }
}
