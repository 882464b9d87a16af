package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.gui.GuiTest;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleExtendedText;
import javax.accessibility.AccessibleText;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen in a real window: what assistive technologies find there, and how the keyboard gets around. */
class EveryScreenGuiTest extends GuiTest {

    private static final String SECRET = "secret";

    static Stream<Arguments> looksAndScreens() {
        return Stream.of(
                        "com.formdev.flatlaf.FlatLightLaf",
                        "javax.swing.plaf.metal.MetalLookAndFeel",
                        "javax.swing.plaf.nimbus.NimbusLookAndFeel")
                .flatMap(look -> Screens.all().keySet().stream().map(screen -> Arguments.of(look, screen)));
    }

    private JComponent open(String look, String name) {
        lookAndFeel(look);
        JComponent screen = Screens.all().get(name).get();
        show(() -> {
            JPanel host = new JPanel(new BorderLayout());
            host.add(screen);
            return host;
        });
        doOnEdt(() -> {
            if (screen instanceof CheckingView) {
                ((CheckingView) screen).appear();
            }
        });
        until("the screen shows", screen::isShowing);
        return screen;
    }

    @ParameterizedTest
    @MethodSource("looksAndScreens")
    void everyControlHasANameAndADescriptionAndNothingTellsThePassword(String look, String name) {
        JComponent screen = open(look, name);
        doOnEdt(() -> {
            revealPasswords(screen);
            List<String> silent = new ArrayList<>();
            Set<String> told = new LinkedHashSet<>();
            walk((Accessible) screen, silent, told);
            assertThat(silent).as("controls without a name or a description").isEmpty();
            assertThat(told)
                    .as("what assistive technologies can read")
                    .noneMatch(words -> words.contains(SECRET) || words.contains("wrong\n"));
        });
    }

    private static void revealPasswords(Container root) {
        controls(root).forEach(part -> {
            if (part instanceof SecretField) {
                ((SecretField) part).setRevealed(true);
                ((SecretField) part).selectAll();
            }
        });
    }

    /** Goes down the accessible tree, not that of components: what is in it is what can be heard. */
    private static void walk(Accessible part, List<String> silent, Set<String> told) {
        AccessibleContext context = part.getAccessibleContext();
        boolean isHosts = part instanceof JTable || part instanceof JScrollBar;
        if (context == null || isHosts || !(part instanceof Component) || !((Component) part).isShowing()) {
            return;
        }
        String name = context.getAccessibleName();
        String description = context.getAccessibleDescription();
        told.add(name + "\n" + description + "\n" + text(context.getAccessibleText()));
        boolean isControl = part instanceof AbstractButton
                || part instanceof JProgressBar
                || part instanceof JTextComponent && ((Component) part).isFocusable();
        if (isControl && (isBlank(name) || name.contains("&"))) {
            silent.add("no name: " + part);
        }
        if (isControl && !(part instanceof JProgressBar) && isBlank(description)) {
            silent.add("no description: " + name);
        }
        for (int i = 0; i < context.getAccessibleChildrenCount(); i++) {
            walk(context.getAccessibleChild(i), silent, told);
        }
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }

    private static String text(AccessibleText text) {
        if (text == null) {
            return "";
        }
        String range = text instanceof AccessibleExtendedText
                ? ((AccessibleExtendedText) text).getTextRange(0, text.getCharCount())
                : "";
        return range + " " + text.getSelectedText() + " " + text.getAtIndex(AccessibleText.SENTENCE, 0);
    }

    @ParameterizedTest
    @MethodSource("looksAndScreens")
    void theTabKeyReachesEverythingThatCanBeUsed(String look, String name) {
        JComponent screen = open(look, name);
        Set<Component> expected = onEdt(() -> controls(screen).stream()
                .filter(part -> part.isShowing() && part.isEnabled() && part.isFocusable())
                .filter(part -> part instanceof AbstractButton
                        || part instanceof JTextComponent && ((JTextComponent) part).isEditable())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        Set<Component> reached = onEdt(() -> {
            Set<Component> met = new LinkedHashSet<>();
            Container root = screen.getFocusCycleRootAncestor();
            Component next = expected.stream().findFirst().orElse(null);
            while (next != null && met.add(next)) {
                next = root.getFocusTraversalPolicy().getComponentAfter(root, next);
            }
            return met;
        });
        assertThat(reached).containsAll(expected);
    }

    @ParameterizedTest
    @MethodSource("looksAndScreens")
    void everyPasswordThatShowsIsMasked(String look, String name) {
        JComponent screen = open(look, name);

        assertThat(onEdt(() -> controls(screen).stream()
                        .filter(part -> part instanceof JPasswordField && part.isShowing())
                        .allMatch(part -> ((JPasswordField) part).echoCharIsSet())))
                .isTrue();
    }

    private static List<JComponent> controls(Container root) {
        List<JComponent> parts = new ArrayList<>();
        for (Component child : root.getComponents()) {
            if (child instanceof JComponent && !(child instanceof JScrollBar || child instanceof JTable)) {
                parts.add((JComponent) child);
                parts.addAll(controls((JComponent) child));
            }
        }
        return parts;
    }
}
