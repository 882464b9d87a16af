package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.DefaultKeyboardFocusManager;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether who goes through the links with the keyboard sees where they are (WCAG 2.1, 2.4.7), in the painted pixels. */
class LinkFocusTest {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 560;
    private static final double LEAST = 3; // WCAG 2.1, 1.4.11

    static Set<String> looks() {
        return Looks.all().keySet();
    }

    @AfterEach
    void restoreLook() {
        OnEdt.run(() -> KeyboardFocusManager.setCurrentKeyboardFocusManager(null));
        OnEdt.run(Looks.all().get("metal"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aLinkThatHasTheFocusHasAFrameThatStandsOut(String look) {
        OnEdt.run(Looks.all().get(look));
        for (double zoom : new double[] {1, 1.25, 2}) {
            for (boolean leftToRight : new boolean[] {true, false}) {
                forEveryLink(zoom, leftToRight, (screen, link) -> seesFrame(screen, link, zoom));
            }
        }
    }

    private static void forEveryLink(double zoom, boolean leftToRight, BiConsumer<JComponent, Component> inspection) {
        List<String> seen = new ArrayList<>();
        for (String name : List.of("idle", "offered", "locked")) {
            JComponent screen = Screens.all().get(name).get();
            OnEdt.run(() -> screen.applyComponentOrientation(
                    leftToRight ? ComponentOrientation.LEFT_TO_RIGHT : ComponentOrientation.RIGHT_TO_LEFT));
            Gallery.paint(screen, WIDTH, HEIGHT, zoom, image -> {
                for (String link : List.of("forgotPassword", "tryAgain", "details", "switchUser")) {
                    Components.find(screen, "authgate." + link)
                            .filter(part -> isVisibleWithin(part, screen))
                            .ifPresent(part -> {
                                inspection.accept(screen, part);
                                seen.add(link);
                            });
                }
            });
        }
        assertThat(seen).contains("forgotPassword", "tryAgain", "details", "switchUser");
    }

    private static boolean isVisibleWithin(Component part, Component root) {
        return part == root || part.isVisible() && isVisibleWithin(part.getParent(), root);
    }

    private static void seesFrame(JComponent screen, Component link, double zoom) {
        BufferedImage before = picture(screen, zoom, null);
        BufferedImage after = picture(screen, zoom, link);
        Rectangle frame = difference(before, after);
        Rectangle bounds = SwingUtilities.convertRectangle(link.getParent(), link.getBounds(), screen);
        Rectangle pixels = new Rectangle(
                (int) (bounds.x * zoom),
                (int) (bounds.y * zoom),
                (int) Math.ceil(bounds.width * zoom) + 1,
                (int) Math.ceil(bounds.height * zoom) + 1);

        assertThat(frame).as(link.getName()).isNotEqualTo(new Rectangle(-1, -1));
        assertThat(pixels.contains(frame))
                .as("%s: %s in %s", link.getName(), frame, pixels)
                .isTrue();
        Color behind = new Color(before.getRGB(frame.x, frame.y));
        assertThat(around(frame))
                .as(link.getName())
                .allSatisfy(point -> assertThat(Contrast.between(new Color(after.getRGB(point.x, point.y)), behind))
                        .isGreaterThanOrEqualTo(LEAST));
    }

    private static BufferedImage picture(JComponent screen, double zoom, Component focusOwner) {
        KeyboardFocusManager.setCurrentKeyboardFocusManager(new DefaultKeyboardFocusManager() {
            @Override
            public Component getFocusOwner() {
                return focusOwner;
            }
        });
        BufferedImage image =
                new BufferedImage((int) (WIDTH * zoom), (int) (HEIGHT * zoom), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Look.surroundings());
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(zoom, zoom);
        screen.paint(graphics);
        graphics.dispose();
        return image;
    }

    private static Rectangle difference(BufferedImage before, BufferedImage after) {
        Rectangle difference = new Rectangle(-1, -1);
        for (int y = 0; y < before.getHeight(); y++) {
            for (int x = 0; x < before.getWidth(); x++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    difference.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return difference;
    }

    private static List<Point> around(Rectangle frame) {
        List<Point> points = new ArrayList<>();
        for (int x = frame.x; x < frame.x + frame.width; x++) {
            points.add(new Point(x, frame.y));
            points.add(new Point(x, frame.y + frame.height - 1));
        }
        for (int y = frame.y; y < frame.y + frame.height; y++) {
            points.add(new Point(frame.x, y));
            points.add(new Point(frame.x + frame.width - 1, y));
        }
        return points;
    }
}
