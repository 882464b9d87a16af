package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Image files from outside. */
class SiteLogoTest {

    private static byte[] file(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureIsPaintedAtTheSizeOfTextWhateverItsOwn(String format) throws IOException {
        SiteLogo logo = SiteLogo.decode(file(format, 512, 512)).orElseThrow();

        assertThat(logo.getIconWidth()).isEqualTo(Look.units(24)).isEqualTo(logo.getIconHeight());
        for (int scale = 1; scale <= 3; scale++) {
            BufferedImage screen = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = screen.createGraphics();
            graphics.scale(scale, scale);
            logo.paintIcon(null, graphics, 4, 4);
            graphics.dispose();
            int middle = (4 + logo.getIconWidth() / 2) * scale;
            int outside = (4 + logo.getIconWidth() + 2) * scale;
            assertThat(new Color(screen.getRGB(middle, middle)).getRed()).isGreaterThan(200);
            assertThat(screen.getRGB(outside, outside) & 0xFFFFFF).isZero();
        }
    }

    @Test
    void aPictureThatIsNotSquareKeepsItsShape() throws IOException {
        SiteLogo logo = SiteLogo.decode(file("png", 512, 128)).orElseThrow();
        int size = logo.getIconWidth();
        BufferedImage screen = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = screen.createGraphics();
        logo.paintIcon(null, graphics, 0, 0);
        graphics.dispose();

        assertThat(screen.getRGB(size / 2, 1) & 0xFFFFFF).as("above it").isZero();
        assertThat(new Color(screen.getRGB(size / 2, size / 2)).getRed()).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void otherKindsOfPicturesAreNotShown(String format) throws IOException {
        assertThat(SiteLogo.decode(file(format, 32, 32))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<html><img src=x>", "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    void whatIsNoPictureIsNotShown(String text) {
        assertThat(SiteLogo.decode(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aPictureThatBreaksOffIsNotShown() throws IOException {
        byte[] whole = file("png", 64, 64);
        for (int length = 0; length < 60; length++) {
            assertThat(SiteLogo.decode(Arrays.copyOf(whole, length)))
                    .as("" + length)
                    .isEmpty();
        }
    }

    @Test
    void aPictureOfMoreThan1024PixelsIsNotShownThoughItIsWhole() throws IOException {
        assertThat(SiteLogo.decode(file("png", 1024, 1024))).isPresent();
        assertThat(SiteLogo.decode(file("png", 1025, 16))).isEmpty();
        assertThat(SiteLogo.decode(file("jpeg", 16, 1025))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 30_000, Integer.MAX_VALUE})
    void aHugePictureIsNotEvenUnpacked(int side) throws IOException {
        byte[] small = file("png", 16, 16);
        ByteBuffer header = ByteBuffer.wrap(small);
        header.putInt(16, side).putInt(20, side);
        CRC32 checksum = new CRC32();
        checksum.update(small, 12, 17);
        header.putInt(29, (int) checksum.getValue());

        assertThat(SiteLogo.decode(small)).isEmpty();
    }
}
