package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AccessToken;
import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import io.github.authgate.AuthSession;
import io.github.authgate.AuthUser;
import io.github.authgate.Credentials;
import io.github.authgate.SiteInfo;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.JTree;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.border.Border;
import javax.swing.border.CompoundBorder;
import javax.swing.border.TitledBorder;
import javax.swing.table.JTableHeader;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes from outside is text and nothing but text, in every part of every screen, under every look and feel and after
 * switching between them: it is not rendered, it fetches nothing, and it does not turn the words around it.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RemoteTextTest {

    private final ScriptedService service = new ScriptedService();
    private final AuthModel model = new AuthModel(service);
    private final JPanel window = OnEdt.get(() -> new JPanel(new BorderLayout()));
    private final Set<Component> inspected = new HashSet<>();
    private LookAndFeel lookBefore;
    private AuthGate gate;

    @BeforeEach
    void rememberLook() {
        lookBefore = UIManager.getLookAndFeel();
    }

    @AfterEach
    void restoreLook() {
        OnEdt.run(() -> {
            window.removeAll();
            try {
                UIManager.setLookAndFeel(lookBefore);
            } catch (UnsupportedLookAndFeelException e) {
                throw new AssertionError(e);
            }
        });
    }

    static Stream<String> looks() {
        return Looks.all().keySet().stream();
    }

    private void show(String text) {
        service.offersDiagnosis = true;
        service.site = Optional.of(SiteInfo.of(text, URI.create("https://example.org")));
        OnEdt.run(() -> {
            gate = new AuthGate(model, session -> new JPanel());
            gate.getLoginPanel().setRememberMeVisible(true);
            window.setSize(600, 700);
            window.add(gate);
            window.addNotify();
            gate.getLoginPanel().setUsername(text);
        });
        OnEdt.settle();
        paint();
        OnEdt.settle();
    }

    private void paint() {
        OnEdt.run(() -> {
            layOut(window);
            window.paint(new BufferedImage(600, 700, BufferedImage.TYPE_INT_RGB).createGraphics());
        });
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container) {
                layOut((Container) child);
            }
        }
    }

    private void logIn(String text) {
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        AuthUser user =
                AuthUser.builder("7", text).displayName(text).email(text).build();
        service.lastLogin().answer.complete(AuthSession.of(user, AccessToken.of("a.b.c", null)));
        OnEdt.settle();
    }

    private void fail(AuthException failure) {
        OnEdt.run(() -> model.login(new Credentials("ann", "secret".toCharArray(), false)));
        service.lastLogin().answer.completeExceptionally(failure);
        OnEdt.settle();
    }

    /** Brings every screen up on which there may be text from outside, one after the other. */
    private void goThroughAllScreens(String text, Runnable onEach) {
        show(text);
        onEach.run();
        fail(new AuthException(Reason.CLIENT_REFUSED, "api_key_invalid", null));
        onEach.run();
        press("authgate.details");
        service.diagnoses.get(service.diagnoses.size() - 1).complete(Optional.of(text));
        OnEdt.settle();
        onEach.run();
        press("authgate.details.back");
        fail(new AuthException(Reason.SERVER_FAULT, text, null)
                .withLocation(URI.create("https://example.org/%3Chtml%3E?a=b")));
        onEach.run();
        logIn(text);
        onEach.run();
        OnEdt.run(model::lock);
        OnEdt.settle();
        onEach.run();
        logIn(text);
        OnEdt.run(() -> gate.setAccessRule(session -> false));
        onEach.run();
        OnEdt.run(() -> {
            gate.setAccessRule(null);
            model.logout();
        });
        OnEdt.settle();
    }

    private void press(String name) {
        OnEdt.run(() -> ((AbstractButton) Components.named(gate, name)).doClick(0));
        OnEdt.settle();
    }

    /** Looks at every part, its tool tip and its border. */
    private void assertNothingIsRendered(String look) {
        paint();
        OnEdt.run(() -> {
            List<JComponent> parts = new ArrayList<>();
            collect(window, parts);
            collect(gate.getLoginPanel(), parts);
            for (JComponent part : parts) {
                inspected.add(part);
                assertThat(part.getClientProperty("html"))
                        .as("%s: %s is rendered", look, part)
                        .isNull();
                if (part.getToolTipText() != null) {
                    JToolTip tip = part.createToolTip();
                    tip.setTipText(part.getToolTipText());
                    assertThat(tip.getClientProperty("html"))
                            .as("%s: the tool tip of %s is rendered", look, part)
                            .isNull();
                }
                assertThat(isTitled(part.getBorder()))
                        .as("%s: %s writes into its border", look, part)
                        .isFalse();
                assertThat(part)
                        .as("%s: a part that has its items, headers or tabs painted by others", look)
                        .isNotInstanceOfAny(
                                JTable.class,
                                JTableHeader.class,
                                JList.class,
                                JTree.class,
                                JComboBox.class,
                                JTabbedPane.class);
            }
        });
    }

    private static boolean isTitled(Border border) {
        if (border instanceof CompoundBorder) {
            CompoundBorder compound = (CompoundBorder) border;
            return isTitled(compound.getOutsideBorder()) || isTitled(compound.getInsideBorder());
        }
        return border instanceof TitledBorder;
    }

    private static void collect(Component component, List<JComponent> parts) {
        if (component instanceof JComponent) {
            parts.add((JComponent) component);
        }
        if (component instanceof Container) {
            for (Component child : ((Container) component).getComponents()) {
                collect(child, parts);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothingIsRenderedNorFetchedUnderAnyLookNorAfterSwitchingIt(String look) {
        Map<String, Runnable> looks = Looks.all();
        Iterator<String> others = Stream.generate(looks::keySet)
                .flatMap(Set::stream)
                .filter(other -> !other.equals(look))
                .iterator();
        OnEdt.run(looks.get(look));
        try (Trap trap = new Trap()) {
            goThroughAllScreens(trap.bait("bait"), () -> {
                assertNothingIsRendered(look);
                String other = others.next();
                OnEdt.run(looks.get(other));
                OnEdt.run(() -> SwingUtilities.updateComponentTreeUI(window));
                OnEdt.settle();
                assertNothingIsRendered(look + ", then " + other);
                OnEdt.run(looks.get(look));
                OnEdt.run(() -> SwingUtilities.updateComponentTreeUI(window));
            });

            assertThat(inspected).hasSizeGreaterThan(40);
            assertThat(trap.hits()).isEmpty();
        }
    }

    /** GTK needs a display. */
    @Test
    @Tag("gui")
    @Tag("wm")
    void nothingIsRenderedNorFetchedUnderGtk() {
        nothingIsRenderedNorFetchedUnderAnyLookNorAfterSwitchingIt("gtk");
    }

    @Test
    void theTrapSnapsWhereALabelDoesRenderHtml() {
        try (Trap trap = new Trap()) {
            OnEdt.run(() -> {
                JLabel careless = new JLabel(trap.bait("careless"));
                careless.setSize(new Dimension(200, 200));
                careless.paint(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB).createGraphics());
            });

            assertThat(trap.awaitHit()).startsWith("/careless/");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann\u202egnp.exe",
                "\u2066Ann\u2069\u2067",
                "An\u200bn\u200e\u200f\u061c",
                "Ann\r\nAccess granted",
                "Ann\u2028\u2029\u0085\u0000\u001b[31m",
                "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f",
                "\ud83d\udc69\u200d\ud83d\udcbb\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "\ud83d",
                "\u0627\u0646\u062a",
                "<html><b>Ann",
                "&lt;html&gt;",
            })
    void aNameIsOneLineThatTurnsNothingAroundIt(String name) {
        assertHarmless(name);
    }

    @Test
    void aNameOfTenThousandCharactersIsCut() {
        assertHarmless("x".repeat(10_000));
        assertHarmless("\ud83d\ude00".repeat(5_000));
        assertHarmless("\u0301".repeat(10_000));
    }

    private void assertHarmless(String name) {
        OnEdt.run(window::removeAll);
        show(name);
        List<String> shown = new ArrayList<>();
        shown.add(OnEdt.get(() -> gate.getLoginPanel().getSiteName()));
        logIn(name);
        OnEdt.run(model::lock);
        OnEdt.settle();
        paint();
        OnEdt.run(() -> texts(gate, shown));
        assertThat(shown).allSatisfy(text -> {
            assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(200);
            assertThat(text.codePoints()).noneMatch(RemoteTextTest::steers);
        });
        OnEdt.run(() -> assertThat(window.getPreferredSize().width).isLessThanOrEqualTo(600));
        OnEdt.run(model::logout);
        OnEdt.settle();
    }

    private static boolean steers(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.FORMAT && codePoint != 0x200D;
    }

    /** Collects what labels show; what stands in a field is the user's own. */
    private static void texts(Container container, List<String> texts) {
        for (Component child : container.getComponents()) {
            if (child instanceof JLabel && child.isVisible() && ((JLabel) child).getText() != null) {
                texts.add(((JLabel) child).getText());
            }
            if (child instanceof Container && !(child instanceof JTextComponent)) {
                texts((Container) child, texts);
            }
        }
    }
}
