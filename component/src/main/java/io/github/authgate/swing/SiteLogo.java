package io.github.authgate.swing;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * The icon of a site: an image file from outside, of which nothing is believed before it has been checked. It is PNG or
 * JPEG by its first bytes, and its size is read before it is decoded, so that a small file cannot unpack into a huge image.
 *
 * <p>Use only on the event dispatch thread, but for {@link #decode}.
 */
final class SiteLogo implements Icon {

    /** WordPress makes site icons of 512 pixels. */
    private static final int LONGEST_SIDE = 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final BufferedImage image;
    private @Nullable BufferedImage scaled;

    private SiteLogo(BufferedImage image) {
        this.image = image;
    }

    /** Decodes an image without keeping the event dispatch thread waiting, and hands it over there if it is one. */
    static void load(byte[] file, Consumer<Icon> whenLoaded) {
        Thread thread = new Thread(
                () -> decode(file).ifPresent(logo -> EventQueue.invokeLater(() -> whenLoaded.accept(logo))),
                "authgate-icon");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the image in a file; empty if there is none, or none that is fit to be shown. */
    static Optional<SiteLogo> decode(byte[] file) {
        String format = startsWith(file, PNG) ? "png" : startsWith(file, JPEG) ? "jpeg" : "";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            boolean isFit = isFit(reader.getWidth(0)) && isFit(reader.getHeight(0));
            return isFit ? Optional.of(new SiteLogo(reader.read(0))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // broken, and what readers throw about that is their business
        } finally {
            reader.dispose();
        }
    }

    private static boolean startsWith(byte[] file, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || file[i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFit(int side) {
        return side >= 1 && side <= LONGEST_SIDE;
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D copy = (Graphics2D) graphics.create();
        try {
            double pixels = Math.max(1, copy.getTransform().getScaleX());
            BufferedImage fitting = fitting((int) Math.ceil(getIconWidth() * pixels));
            double scale = getIconWidth() / (double) Math.max(fitting.getWidth(), fitting.getHeight());
            int width = (int) Math.round(fitting.getWidth() * scale);
            int height = (int) Math.round(fitting.getHeight() * scale);
            copy.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            copy.drawImage(
                    fitting, x + (getIconWidth() - width) / 2, y + (getIconHeight() - height) / 2, width, height, null);
        } finally {
            copy.dispose();
        }
    }

    /** Returns the image at less than twice the size wanted: halved step by step, because one big step drops pixels. */
    private BufferedImage fitting(int wanted) {
        BufferedImage fitting = scaled;
        if (fitting == null || longest(fitting) < wanted) {
            fitting = image;
        }
        while (longest(fitting) >= 2 * wanted) {
            fitting = half(fitting);
        }
        scaled = fitting;
        return fitting;
    }

    private static int longest(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static BufferedImage half(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }

    @Override
    public int getIconWidth() {
        return Look.siteIconSize();
    }

    @Override
    public int getIconHeight() {
        return Look.siteIconSize();
    }
}
