package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether what is painted can be read (WCAG 2.1, 1.4.3), measured in the painted pixels. */
class ContrastTest {

    private static final int ZOOM = 2;

    static Set<String> looks() {
        return Looks.all().keySet();
    }

    private final List<String> complaints = new ArrayList<>();
    private final Logger logger = Logger.getLogger("com.formdev.flatlaf.FlatLaf");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            complaints.add(String.valueOf(entry.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToFlatLaf() {
        logger.addHandler(handler);
    }

    @AfterEach
    void restoreLook() {
        logger.removeHandler(handler);
        OnEdt.run(Looks.all().get("metal"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyTextStandsOutFromWhatIsBehindIt(String look) {
        OnEdt.run(Looks.all().get(look));
        assertThat(faintTexts()).isEmpty();
        assertThat(complaints).as("what FlatLaf has logged").isEmpty();
    }

    @Test
    void aWhiteCardWithDarkWordsCanBeReadInADarkTheme() {
        OnEdt.run(Looks.all().get("dark"));
        UIManager.put("AuthGate.cardBackground", Color.WHITE);
        UIManager.put("AuthGate.foreground", new Color(0x202020));
        try {
            assertThat(faintTexts()).isEmpty();
        } finally {
            UIManager.put("AuthGate.cardBackground", null);
            UIManager.put("AuthGate.foreground", null);
        }
    }

    private static List<String> faintTexts() {
        List<String> faint = new ArrayList<>();
        for (Map.Entry<String, Supplier<JComponent>> screen : Screens.all().entrySet()) {
            JComponent component = screen.getValue().get();
            OnEdt.run(() -> removeIcons(component));
            Gallery.paint(
                    component,
                    480,
                    560,
                    ZOOM,
                    image -> texts(component).forEach(text -> {
                        double contrast = contrast(image, area(text, component));
                        if (contrast < Contrast.LEAST) {
                            String name =
                                    text.getName() == null ? text.getClass().getSimpleName() : text.getName();
                            faint.add(String.format("%s %s: %.2f", screen.getKey(), name, contrast));
                        }
                    }));
        }
        return faint;
    }

    private static void removeIcons(Container root) {
        for (Component part : root.getComponents()) {
            if (part instanceof JLabel) {
                ((JLabel) part).setIcon(null);
            }
            if (part instanceof Container) {
                removeIcons((Container) part);
            }
        }
    }

    /** Returns what shows words and can be used; what is disabled is exempt. */
    private static List<JComponent> texts(Container root) {
        List<JComponent> texts = new ArrayList<>();
        for (Component part : root.getComponents()) {
            if (!part.isVisible() || part instanceof JTable) {
                continue;
            }
            if (part.isEnabled() && !words(part).isBlank()) {
                texts.add((JComponent) part);
            }
            if (part instanceof Container) {
                texts.addAll(texts((Container) part));
            }
        }
        return texts;
    }

    private static String words(Component part) {
        String words = null;
        if (part instanceof JLabel) {
            words = ((JLabel) part).getText();
        } else if (part instanceof AbstractButton) {
            words = ((AbstractButton) part).getText();
        } else if (part instanceof JTextComponent && !(part instanceof JPasswordField)) {
            String placeholder = (String) ((JComponent) part).getClientProperty("JTextField.placeholderText");
            boolean showsPlaceholder = placeholder != null && Look.isFlat(((JTextComponent) part).getUI());
            words = ((JTextComponent) part).getText() + (showsPlaceholder ? placeholder : "");
        }
        return words == null ? "" : words;
    }

    /** Returns where a text is, without the borders around it. */
    private static Rectangle area(JComponent text, JComponent root) {
        Rectangle area = SwingUtilities.convertRectangle(text.getParent(), text.getBounds(), root);
        int border = text instanceof JLabel || text instanceof Labels.Sentence || text instanceof Labels.Link ? 0 : 5;
        area.grow(-border, -border);
        if (text instanceof JCheckBox) {
            area.x += 20;
            area.width -= 20;
        }
        return new Rectangle(area.x * ZOOM, area.y * ZOOM, area.width * ZOOM, area.height * ZOOM);
    }

    /** Returns how much the strongest pixel stands out from the most frequent one. */
    private static double contrast(BufferedImage image, Rectangle area) {
        Rectangle visible = area.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = visible.y; y < visible.y + visible.height; y++) {
            for (int x = visible.x; x < visible.x + visible.width; x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        Color background = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(entry -> new Color(entry.getKey()))
                .orElseThrow();
        return counts.keySet().stream()
                .mapToDouble(pixel -> Contrast.between(new Color(pixel), background))
                .max()
                .orElseThrow();
    }

    @Test
    void contrastIsWhatTheGuidelinesSayItIs() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isEqualTo(21.0);
        assertThat(Contrast.between(Color.WHITE, Color.WHITE)).isEqualTo(1.0);
        assertThat(Contrast.between(new Color(0x767676), Color.WHITE)).isBetween(4.5, 4.6);
    }
}
