package io.github.authgate.swing;

import java.awt.Container;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.lang.reflect.Method;

/**
 * A screen with a scale, for components that are painted where there is none.
 *
 * <p>Swing measures text with the transform of the screen. Without one it measures at 100 %, and text that is then painted at
 * 200 % is a little wider than the room that was made for it: that looks cut off, and is so on no real screen.
 */
final class ScaledScreen extends GraphicsConfiguration {

    private final double scale;
    private final GraphicsDevice device = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getDeviceConfiguration()
            .getDevice();

    private ScaledScreen(double scale) {
        this.scale = scale;
    }

    /** Puts a tree on a screen; needs {@code --add-opens java.desktop/java.awt=ALL-UNNAMED}. */
    static void show(Container root, double scale) {
        try {
            Method update =
                    java.awt.Component.class.getDeclaredMethod("setGraphicsConfiguration", GraphicsConfiguration.class);
            update.setAccessible(true);
            update.invoke(root, new ScaledScreen(scale));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public GraphicsDevice getDevice() {
        return device;
    }

    @Override
    public ColorModel getColorModel() {
        return ColorModel.getRGBdefault();
    }

    @Override
    public ColorModel getColorModel(int transparency) {
        return ColorModel.getRGBdefault();
    }

    @Override
    public AffineTransform getDefaultTransform() {
        return AffineTransform.getScaleInstance(scale, scale);
    }

    @Override
    public AffineTransform getNormalizingTransform() {
        return new AffineTransform();
    }

    @Override
    public Rectangle getBounds() {
        return new Rectangle(1920, 1080);
    }
}
