package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host can change about the look, as docs/theming.md tells it. */
class ThemingTest {

    private final Map<String, Object> set = new HashMap<>();

    private void put(String key, Object value) {
        set.put(key, value);
        UIManager.put(key, value);
    }

    @AfterEach
    void forget() {
        set.keySet().forEach(key -> UIManager.put(key, null));
    }

    private static JComponent idle() {
        return Screens.all().get("idle").get();
    }

    private static int height(String name) {
        JComponent form = idle();
        int[] height = new int[1];
        Gallery.paint(
                form,
                480,
                600,
                1,
                image -> height[0] = Components.named(form, name).getParent().getHeight());
        return height[0];
    }

    @Test
    void aCardCanHaveABackgroundOfItsOwn() {
        put("AuthGate.cardBackground", Color.PINK);
        BufferedImage image = Gallery.paint(idle(), 480, 600, 1);

        int pink = 0;
        for (int x = 0; x < 480; x++) {
            pink += image.getRGB(x, 170) == Color.PINK.getRGB() ? 1 : 0;
        }
        assertThat(pink).isBetween(250, 479);
        assertThat(image.getRGB(2, 2)).as("around it").isNotEqualTo(Color.PINK.getRGB());
    }

    @Test
    void spacingAndPaddingMakeItTighterOrWider() {
        int usual = height("authgate.username");
        put("AuthGate.spacing", 8);
        int wider = height("authgate.username");
        put("AuthGate.spacing", 4);
        put("AuthGate.cardPadding", 0);

        assertThat(wider).isGreaterThan(usual);
        assertThat(height("authgate.username")).isLessThan(usual);
    }

    @Test
    void theTitleHasTheFontAndTheColourOfTheHost() {
        Font font = new Font(Font.SERIF, Font.ITALIC, 30);
        put("AuthGate.titleFont", font);
        put("AuthGate.titleForeground", Color.MAGENTA);
        Labels.Title title = OnEdt.get(Labels.Title::new);

        assertThat(title.getFont()).isEqualTo(font);
        assertThat(title.getForeground()).isEqualTo(Color.MAGENTA);
    }

    @Test
    void linksAndMutedWordsHaveTheColoursOfTheHost() {
        put("AuthGate.linkForeground", Color.GREEN);
        put("AuthGate.mutedForeground", Color.CYAN);

        assertThat(OnEdt.get(Labels.Link::new).getForeground()).isEqualTo(Color.GREEN);
        assertThat(OnEdt.get(Labels.Muted::new).getForeground()).isEqualTo(Color.CYAN);
    }

    @Test
    void aFormThatIsThereChangesWithTheLook() {
        LoginPanel form = OnEdt.get(LoginPanel::new);
        put("AuthGate.text.title", "Welcome to Acme");
        OnEdt.run(() -> javax.swing.SwingUtilities.updateComponentTreeUI(form));

        assertThat(OnEdt.get(form::getTitle)).isEqualTo("Welcome to Acme");
    }

    @Test
    void whereTheLookAndFeelHasNoIconsThereIsASignAllTheSame() {
        put("OptionPane.errorIcon", new ImageIcon());
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 40, 40);
        OnEdt.run(() -> Look.smallIcon("error").paintIcon(null, graphics, 0, 0));
        graphics.dispose();

        assertThat(OnEdt.get(() -> Look.smallIcon("error").getIconWidth())).isEqualTo(Look.units(20));
        assertThat(IntStream.range(0, 40).map(y -> image.getRGB(Look.units(20) / 2, y)))
                .anyMatch(pixel -> pixel != Color.WHITE.getRGB());
    }

    @Test
    void theGuideNamesEveryKeyThatThereIsAndNoOther() throws IOException {
        Pattern key = Pattern.compile("\"AuthGate\\.([a-zA-Z]+)\"");
        Set<String> used = new TreeSet<>(Set.of("errorIcon", "warningIcon", "informationIcon"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/github/authgate/swing"))) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                key.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        used.remove("alwaysEnabled"); // a client property of menu items
        Set<String> told = Pattern.compile("`AuthGate\\.([a-zA-Z]+)`")
                .matcher(Files.readString(Path.of("..", "docs", "theming.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(used);
    }
}
