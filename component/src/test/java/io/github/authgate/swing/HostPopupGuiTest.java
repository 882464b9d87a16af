package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.Credentials;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Point;
import java.awt.Window;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JWindow;
import javax.swing.Popup;
import javax.swing.PopupFactory;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program shows above its windows that is no menu: suggestions, calendars, messages that pass. */
class HostPopupGuiTest extends SessionGuiTest {

    /** Where Swing puts a popup. */
    enum Kind {
        /** Into the layered pane of the window, which has room for it. */
        IN_THE_WINDOW(40),
        /** Into a window of its own, because it reaches over the edge. */
        WINDOW_OF_ITS_OWN(600);

        private final int x;

        Kind(int x) {
            this.x = x;
        }
    }

    private JComponent content;
    private JLabel words;

    @BeforeEach
    void open() {
        show(() -> new AuthGate(model, session -> {
            content = new JLabel("content");
            return content;
        }));
        words = onEdt(() -> new JLabel("the balance of Ann's account"));
        logIn();
    }

    private Popup popUp(Component owner, Kind kind) {
        Popup popup = onEdt(() -> {
            Point corner = SwingUtilities.getWindowAncestor(owner).getLocationOnScreen();
            Popup made = new PopupFactory().getPopup(owner, words, corner.x + kind.x, corner.y + 100);
            made.show();
            return made;
        });
        settle();
        return popup;
    }

    private void assertIsOf(Kind kind) {
        assertThat(onEdt(() -> SwingUtilities.getWindowAncestor(words) == window.target()))
                .as("%s", kind)
                .isEqualTo(kind == Kind.IN_THE_WINDOW);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPopupThatIsOpenWhenItLocksIsOutOfSight(Kind kind) {
        popUp(content, kind);
        assertThat(isShowing(words)).isTrue();
        assertIsOf(kind);

        lock();

        assertThat(isShowing(words)).isFalse();
    }

    @Test
    void whatWasOpenWhenItLockedComesBackForNobodyElse() {
        popUp(content, Kind.IN_THE_WINDOW);
        lock();
        logOut();
        assertThat(isShowing(words)).as("above the form, after a logout").isFalse();

        logIn("8", "bob");
        assertThat(isShowing(words)).as("for somebody else").isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMenuOfTheContentIsClosedAtALogout(Kind kind) {
        JPopupMenu menu = onEdt(() -> {
            JPopupMenu made = new JPopupMenu();
            made.add(new JMenuItem("Delete the account"));
            made.show(content, kind.x, 100);
            return made;
        });
        assertThat(isShowing(menu)).isTrue();

        logOut();

        assertThat(isShowing(menu)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPopupThatTheHostOpensWhileLockedIsNotSeen(Kind kind) {
        lock();
        popUp(onEdt(() -> ((JFrame) window.target()).getRootPane()), kind);

        assertThat(isShowing(words)).isFalse();
    }

    @Test
    void whatTheHostHasPutAboveTheGateComesBackUnlessItIsTakenAwayMeanwhile() {
        JLabel message = onEdt(() -> new JLabel("saved"));
        JLayeredPane layers = onEdt(() -> ((JFrame) window.target()).getLayeredPane());
        doOnEdt(() -> {
            message.setBounds(10, 10, 80, 20);
            layers.add(message, JLayeredPane.POPUP_LAYER);
        });
        Popup popup = popUp(content, Kind.IN_THE_WINDOW);
        lock();
        assertThat(isShowing(message)).isFalse();
        doOnEdt(popup::hide);

        logIn();
        assertThat(isShowing(message)).isTrue();
        assertThat(onEdt(() -> JLayeredPane.getLayer(message))).isEqualTo(JLayeredPane.POPUP_LAYER);
        assertThat(isShowing(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aGateThatStandsAboveTheWindowItselfAsksForThePassword(boolean isThereAlready) {
        AuthGate gate = onEdt(() -> new AuthGate(model, session -> words));
        JPanel sheet = onEdt(() -> new JPanel(new BorderLayout()));
        doOnEdt(() -> sheet.add(gate));
        doOnEdt(() -> sheet.setBounds(20, 20, 360, 360));
        JLayeredPane layers = onEdt(() -> ((JFrame) window.target()).getLayeredPane());
        if (isThereAlready) {
            doOnEdt(() -> layers.add(sheet, JLayeredPane.POPUP_LAYER));
            until("the content shows", words::isShowing);
        }
        lock();
        doOnEdt(() -> layers.add(sheet, JLayeredPane.POPUP_LAYER));
        settle();

        assertThat(isShowing(words)).isFalse();
        assertThat(isShowing(gate.getLoginPanel())).isTrue();
    }

    @Test
    void aPlainWindowThatIsAPopupIsClosed() {
        Window popup = onEdt(() -> {
            Window made = new Window(window.target());
            made.setType(Window.Type.POPUP);
            made.setBounds(100, 100, 200, 40);
            made.setVisible(true);
            return made;
        });
        lock();
        assertThat(isShowing(popup)).isFalse();
        doOnEdt(() -> popup.setVisible(true));
        settle();
        assertThat(isShowing(popup)).as("shown while locked").isFalse();
    }

    @Test
    void aSwingWindowThatIsAPopupIsCovered() {
        doOnEdt(() -> {
            JWindow made = new JWindow(window.target());
            made.setType(Window.Type.POPUP);
            made.add(words);
            made.setBounds(100, 100, 200, 40);
            made.setVisible(true);
        });
        lock();
        assertThat(isShowing(words)).isFalse();

        logIn();
        assertThat(isShowing(words)).isTrue();
    }

    @Test
    void aMenuOfNothingThatTheHostOpensWhileLockedIsNotSeenAndOpensAfterwards() {
        JPopupMenu menu = onEdt(JPopupMenu::new);
        doOnEdt(() -> {
            menu.add(new JMenuItem("Delete the account"));
            menu.setLocation(700, 100);
        });
        lock();
        doOnEdt(() -> menu.setVisible(true));
        settle();
        assertThat(isShowing(menu)).isFalse();

        logIn();
        doOnEdt(() -> menu.setVisible(true));
        assertThat(isShowing(menu)).isTrue();
        doOnEdt(() -> menu.setVisible(false));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aMenuOfTheFormOpensWhileLocked(Kind kind) {
        lock();
        JPopupMenu paste = onEdt(() -> {
            JPopupMenu menu = new JPopupMenu();
            menu.add(new JMenuItem("Paste into this field"));
            Component field = Components.named(window.target(), "authgate.password");
            int x = window.target().getLocationOnScreen().x + kind.x - field.getLocationOnScreen().x;
            menu.show(field, x, 0);
            return menu;
        });
        settle();

        assertThat(isShowing(paste)).isTrue();
        doOnEdt(() -> paste.setVisible(false));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPopupInAWindowOfAnotherModelIsLeftAlone(Kind kind) {
        ScriptedService otherService = new ScriptedService();
        AuthModel otherModel = new AuthModel(otherService);
        JFrame other = onEdt(() -> {
            JFrame made = new JFrame("independent");
            made.add(new AuthGate(otherModel, session -> new JLabel("independent content")));
            made.setBounds(60, 60, 640, 520);
            made.setVisible(true);
            return made;
        });
        doOnEdt(() -> otherModel.login(new Credentials("bob", new char[] {'x'}, false)));
        otherService.lastLogin().grant("9", "bob");
        until("the other gate is open", () -> otherModel.getState() == AuthModel.State.LOGGED_IN);
        Popup before = popUp(onEdt(other::getRootPane), kind);
        lock();
        assertThat(isShowing(words)).isTrue();

        doOnEdt(before::hide);
        Popup meanwhile = popUp(onEdt(other::getRootPane), kind);
        assertThat(isShowing(words)).as("opened while the other is locked").isTrue();
        doOnEdt(meanwhile::hide);
        doOnEdt(other::dispose);
    }
}
