package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import io.github.authgate.Credentials;
import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Details…" under a failure: the service's diagnosis, to read and to copy. */
class DetailsGuiTest extends GuiTest {

    private static final String REPORT =
            "<html><b>AuthGate doctor</b>\n\n[OBSTACLE] api_key_invalid\n           For you";

    private final ScriptedService service = new ScriptedService();
    private AuthModel model;
    private AuthGate gate;

    @BeforeEach
    void open() {
        service.offersDiagnosis = true;
    }

    private void showGate() {
        show(() -> {
            model = new AuthModel(service);
            gate = new AuthGate(model, session -> new JLabel("content"));
            JPanel host = new JPanel(new BorderLayout());
            host.add(gate);
            return host;
        });
        untilShowing("authgate.password");
    }

    private void fail(Reason reason) {
        window.textBox("authgate.username").setText("ann");
        window.textBox("authgate.password").focus().setText("secret");
        press(KeyEvent.VK_ENTER);
        until("the service has been asked", () -> !service.logins.isEmpty());
        service.lastLogin().refuse(reason);
        untilShowing("authgate.accessDenied");
        untilFocused(window.textBox("authgate.password").target());
    }

    @ParameterizedTest
    @EnumSource
    void theDetailsAreOfferedWhereSomebodyElseHasToMendIt(Reason reason) {
        showGate();
        fail(reason);

        boolean isOffered =
                onEdt(() -> Components.named(gate, "authgate.details").isShowing());

        assertThat(isOffered)
                .isEqualTo(reason != Reason.INVALID_CREDENTIALS
                        && reason != Reason.ACCOUNT_REFUSED
                        && reason != Reason.SESSION_EXPIRED);
        assertThat(service.diagnoses)
                .as("nothing is asked before somebody wants to know")
                .isEmpty();
    }

    @Test
    void aServiceWithoutADiagnosisOffersNoDetails() {
        service.offersDiagnosis = false;
        showGate();
        fail(Reason.SERVER_FAULT);

        requireNotShowing("authgate.details");
    }

    @Test
    void theReportIsReachedReadAndLeftWithTheKeyboardAlone() {
        showGate();
        fail(Reason.CLIENT_REFUSED);
        tabBackTo("authgate.details");
        press(KeyEvent.VK_SPACE);
        until("the service is asked", () -> service.diagnoses.size() == 1);
        service.diagnoses.get(0).complete(Optional.of(REPORT));

        until("the report shows", () -> REPORT.equals(text().getText()));
        untilFocused(text());
        assertThat(onEdt(() -> text().isEditable())).isFalse();
        assertThat(onEdt(() -> gate.getComponentCount())).isEqualTo(1);

        press(KeyEvent.VK_ESCAPE);
        untilFocused(onEdt(() -> Components.named(gate, "authgate.details")));
        requireNotShowing("authgate.details.text");
        window.textBox("authgate.username").requireText("ann");
        window.textBox("authgate.password").requireText("secret");
        assertThat(onEdt(() -> SwingUtilities.getRootPane(gate).getDefaultButton()))
                .isSameAs(onEdt(() -> Components.named(gate, "authgate.login")));
        window.textBox("authgate.password").focus();
        press(KeyEvent.VK_ENTER);
        until("Enter logs in again", () -> service.logins.size() == 2);
    }

    @Test
    void theReportCanBeCopied() throws Exception {
        showGate();
        fail(Reason.SERVER_FAULT);
        report();

        doOnEdt(() -> ((JButton) Components.named(gate, "authgate.details.copy")).doClick());

        Object copied =
                onEdt(() -> Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
        assertThat(copied).isEqualTo(REPORT);
    }

    @Test
    void anEnglishReportReadsFromTheLeftInAnArabicForm() {
        showGate();
        doOnEdt(() -> gate.setLocale(java.util.Locale.forLanguageTag("ar")));
        fail(Reason.SERVER_FAULT);
        report();

        assertThat(onEdt(() -> text().getComponentOrientation().isLeftToRight()))
                .isTrue();
        assertThat(onEdt(() -> Components.named(gate, "authgate.details.copy")
                        .getComponentOrientation()
                        .isLeftToRight()))
                .isFalse();
    }

    @Test
    void whatHappenedIsSaidAboveTheReportInTheLanguageOfTheUser() {
        showGate();
        doOnEdt(() -> gate.setLocale(java.util.Locale.GERMAN));
        fail(Reason.SERVER_UNREACHABLE);
        report();

        assertThat(reason()).startsWith("Der Server ist nicht erreichbar.");
        assertThat(onEdt(() -> Components.named(gate, "authgate.details.reason")
                        .getAccessibleContext()
                        .getAccessibleName()))
                .isEqualTo(reason());

        doOnEdt(() -> gate.setLocale(java.util.Locale.ENGLISH));
        assertThat(reason()).startsWith("The server cannot be reached.");
    }

    private String reason() {
        return onEdt(() -> ((JTextComponent) Components.named(gate, "authgate.details.reason")).getText());
    }

    @Test
    void noEnterLogsInWhileTheReportShows() {
        showGate();
        fail(Reason.SERVER_FAULT);
        report();

        assertThat(onEdt(() -> SwingUtilities.getRootPane(gate).getDefaultButton()))
                .isNull();
        press(KeyEvent.VK_ENTER);

        assertThat(service.logins).hasSize(1);
    }

    @Test
    void aReportThatNobodyWaitsForIsNotAskedForAnyLonger() {
        showGate();
        fail(Reason.SERVER_FAULT);
        doOnEdt(() -> ((JButton) Components.named(gate, "authgate.details")).doClick());

        press(KeyEvent.VK_ESCAPE);

        until("the question is taken back", () -> service.diagnoses.get(0).isCancelled());
    }

    @Test
    void aServiceThatFailsToExplainItselfIsSaidSo() {
        showGate();
        fail(Reason.SERVER_FAULT);
        doOnEdt(() -> ((JButton) Components.named(gate, "authgate.details")).doClick());

        service.diagnoses.get(0).completeExceptionally(new IllegalStateException("secret"));

        until("it is said", () -> text().getText().equals("Nothing more could be found out."));
    }

    @Test
    void whoeverComesInLeavesTheFormBehindAsItWas() {
        showGate();
        JButton hosts = onEdt(() -> new JButton("host"));
        doOnEdt(() -> {
            gate.getParent().add(hosts, BorderLayout.SOUTH);
            gate.getParent().validate();
        });
        fail(Reason.SERVER_FAULT);
        report();
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        until("the gate is open", () -> model.getState() == AuthModel.State.LOGGED_IN);
        doOnEdt(model::logout);
        untilShowing("authgate.password");

        requireNotShowing("authgate.details.text");
    }

    @Test
    void theDetailsShowOnTheCoverOfAModalDialogThatIsLocked() {
        showGate();
        doOnEdt(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().grant("7", "ann");
        until("the gate is open", () -> model.getState() == AuthModel.State.LOGGED_IN);
        JTextField field = onEdt(() -> new JTextField("half a letter", 20));
        JDialog dialog = onEdt(() -> new JDialog(window.target(), "letter", Dialog.ModalityType.APPLICATION_MODAL));
        SwingUtilities.invokeLater(() -> {
            dialog.getContentPane().add(field);
            dialog.pack();
            dialog.setVisible(true);
        });
        until("the dialog shows", field::isShowing);
        doOnEdt(model::lock);
        until(
                "the form is on the dialog",
                () -> Components.find(dialog, "authgate.password").isPresent());
        doOnEdt(() -> {
            ((JTextField) Components.named(dialog, "authgate.password")).setText("secret");
            ((JButton) Components.named(dialog, "authgate.login")).doClick();
        });
        until("the service has been asked", () -> service.logins.size() == 2);
        service.lastLogin().refuse(Reason.SERVER_UNREACHABLE);
        until(
                "the details are offered",
                () -> Components.named(dialog, "authgate.details").isShowing());

        doOnEdt(() -> ((JButton) Components.named(dialog, "authgate.details")).doClick());
        service.diagnoses.get(0).complete(Optional.of(REPORT));

        until("the report shows", () -> {
            Component text = Components.named(dialog, "authgate.details.text");
            return text.isShowing() && ((JTextComponent) text).getText().equals(REPORT);
        });
        doOnEdt(dialog::dispose);
    }

    private void report() {
        doOnEdt(() -> ((JButton) Components.named(gate, "authgate.details")).doClick());
        service.diagnoses.get(0).complete(Optional.of(REPORT));
        until("the report shows", () -> REPORT.equals(text().getText()));
    }

    private JTextComponent text() {
        return (JTextComponent) Components.named(gate, "authgate.details.text");
    }

    /** Goes back from field to field, as Shift+Tab does. */
    @SuppressWarnings("deprecation") // the masks that AssertJ-Swing's robot takes
    private void tabBackTo(String name) {
        for (int i = 0; i < 6 && !name.equals(focusedName()); i++) {
            String before = focusedName();
            robot.pressAndReleaseKey(KeyEvent.VK_TAB, InputEvent.SHIFT_MASK);
            until("the focus has moved", () -> !before.equals(nameOfFocusOwner()));
        }
        assertThat(focusedName()).isEqualTo(name);
    }

    private static String focusedName() {
        return onEdt(DetailsGuiTest::nameOfFocusOwner);
    }

    private static String nameOfFocusOwner() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner == null || owner.getName() == null ? "" : owner.getName();
    }
}
