package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Paints every screen in every look and feel, scale and language into PNG files, without a display:
 *
 * <pre>mvn -pl component test -Dtest=Gallery</pre>
 *
 * <p>A selection of them, {@code best.png}, is kept as {@code docs/images/gallery.png}. The pictures are {@code component/target/gallery/<scale>/<look>/<language>/<screen>.png}; beside them, for each
 * language, a sheet that shows all of them. {@code -Dgallery.looks=light,metal}, {@code gallery.languages},
 * {@code gallery.scales} and {@code gallery.screens} paint less. GTK needs a display and is painted where there is one.
 */
@Tag("gallery")
class Gallery {

    private static final Set<String> SCALES =
            new java.util.LinkedHashSet<>(List.of("100", "125", "150", "200", "font150"));
    private static final String LANGUAGES = "en,en-rtl,de,fr,es,it,pt,nl,pl,tr,ja,zh,ar";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 500;
    private static final int[][] SIZES = {{320, 240}, {240, 320}, {400, 300}, {640, 480}, {1280, 800}, {1920, 1080}};

    /** What stands in docs/images/gallery.png. */
    private static final List<String> BEST = List.of(
            "light/en/idle",
            "dark/de/denied",
            "maclight/fr/busy",
            "darcula/en/locked",
            "intellij/ar/idle",
            "contrast/en/unreachable",
            "macdark/ja/throttled",
            "nimbus/pl/refused",
            "metal/en/capslock",
            "light/en/details",
            "dark/en/warningPassword",
            "maclight/zh/hint");

    @Test
    void paintsEverything() throws Exception {
        for (String scale : selected("scales", SCALES)) {
            assertThat(paintIn(scale).waitFor()).as("scale " + scale).isZero();
        }
        collectTheBest(new File(System.getProperty("gallery.folder", "target/gallery")));
    }

    private static void collectTheBest(File folder) throws IOException {
        List<BufferedImage> best = new ArrayList<>();
        for (String name : BEST) {
            File file = new File(folder, "100/" + name + ".png");
            if (!file.isFile()) {
                return; // only a part has been painted
            }
            best.add(ImageIO.read(file));
        }
        save(sheet(best, 4), new File(folder, "best.png"));
    }

    /** Starts a JVM of its own: the scale of Java2D is settled when it starts. */
    private static Process paintIn(String scale) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
        if (scale.startsWith("font")) {
            command.add("-Dflatlaf.uiScale=" + percent(scale));
        } else {
            command.add("-Dsun.java2d.uiScale=" + percent(scale));
        }
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("gallery."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-Djava.awt.headless=" + System.getProperty("java.awt.headless"));
        command.add("--add-opens=java.desktop/java.awt=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Gallery.class.getName());
        command.add(scale);
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static double percent(String scale) {
        return Integer.parseInt(scale.replace("font", "")) / 100.0;
    }

    private static Set<String> selected(String what, Set<String> all) {
        String wanted = System.getProperty("gallery." + what);
        Set<String> selected = new java.util.LinkedHashSet<>(wanted == null ? all : List.of(wanted.split(",")));
        selected.retainAll(all);
        return selected;
    }

    /** Paints everything in one scale. */
    public static void main(String[] arguments) {
        String scale = arguments[0];
        double zoom = scale.startsWith("font") ? 1 : percent(scale);
        File folder = new File(System.getProperty("gallery.folder", "target/gallery"), scale);
        Map<String, Runnable> looks = Looks.all();
        Set<String> languages = selected("languages", new java.util.LinkedHashSet<>(List.of(LANGUAGES.split(","))));
        for (String look : selected("looks", looks.keySet())) {
            OnEdt.run(looks.get(look));
            for (String language : languages) {
                paintLanguage(new File(folder, look), language, zoom);
            }
            if (languages.contains("en") && !scale.startsWith("font")) {
                paintSizes(new File(folder, look), zoom);
            }
        }
        System.exit(0);
    }

    private static void paintLanguage(File folder, String language, double zoom) {
        boolean mirrored = language.endsWith("-rtl");
        Locale locale = Locale.forLanguageTag(language.replace("-rtl", ""));
        OnEdt.run(() -> JComponent.setDefaultLocale(locale));
        Map<String, BufferedImage> images = new LinkedHashMap<>();
        for (String screen : selected("screens", Screens.all().keySet())) {
            JComponent component = Screens.all().get(screen).get();
            if (mirrored) {
                OnEdt.run(() -> component.applyComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT));
            }
            BufferedImage image = paint(component, WIDTH, HEIGHT, zoom);
            save(image, new File(folder, language + "/" + screen + ".png"));
            images.put(screen, image);
        }
        save(sheet(List.copyOf(images.values()), 5), new File(folder, language + ".png"));
    }

    private static void paintSizes(File folder, double zoom) {
        OnEdt.run(() -> JComponent.setDefaultLocale(Locale.ENGLISH));
        for (String screen : selected("screens", Set.of("idle", "unreachable", "locked", "warningPassword"))) {
            for (int[] size : SIZES) {
                BufferedImage image = paint(Screens.all().get(screen).get(), size[0], size[1], zoom);
                save(image, new File(folder, "sizes/" + screen + "-" + size[0] + "x" + size[1] + ".png"));
            }
        }
    }

    static BufferedImage paint(JComponent screen, int width, int height, double zoom) {
        return paint(screen, width, height, zoom, image -> {});
    }

    /**
     * Paints a screen.
     *
     * @param inspection looks at the screen and its picture while it is laid out as it was painted
     */
    static BufferedImage paint(
            JComponent screen, int width, int height, double zoom, Consumer<BufferedImage> inspection) {
        JPanel root = OnEdt.get(() -> {
            JRootPane rootPane = new JRootPane();
            rootPane.setContentPane(filledWith(screen));
            JPanel panel = filledWith(rootPane);
            panel.setSize(width, height);
            if (zoom != 1) {
                ScaledScreen.show(panel, zoom);
            }
            panel.addNotify();
            return panel;
        });
        OnEdt.settle();
        return OnEdt.get(() -> {
            if (screen instanceof CheckingView) {
                ((CheckingView) screen).appear();
            }
            layOut(root);
            layOut(root); // text that wraps knows its height only when it has a width
            int pixelWidth = (int) Math.round(width * zoom);
            int pixelHeight = (int) Math.round(height * zoom);
            BufferedImage image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.scale(zoom, zoom);
            root.paint(graphics);
            graphics.dispose();
            inspection.accept(image);
            root.removeNotify();
            return image;
        });
    }

    private static JPanel filledWith(JComponent content) {
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(content);
        return panel;
    }

    /** Does what validating does; that needs a window. */
    private static void layOut(Container container) {
        container.doLayout();
        for (java.awt.Component child : container.getComponents()) {
            if (child instanceof Container) {
                layOut((Container) child);
            }
        }
    }

    static BufferedImage sheet(List<BufferedImage> images, int columns) {
        int width = images.get(0).getWidth();
        int height = images.get(0).getHeight();
        int rows = (images.size() + columns - 1) / columns;
        int gap = 4;
        BufferedImage sheet = new BufferedImage(
                columns * (width + gap) + gap, rows * (height + gap) + gap, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(new Color(0x808080));
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < images.size(); i++) {
            graphics.drawImage(
                    images.get(i), gap + i % columns * (width + gap), gap + i / columns * (height + gap), null);
        }
        graphics.dispose();
        return sheet;
    }

    private static void save(BufferedImage image, File file) {
        try {
            File folder = file.getParentFile();
            if (!folder.isDirectory() && !folder.mkdirs()) {
                throw new IOException("cannot create " + folder);
            }
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
