package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

/** Where a window goes that has to be larger, on a screen with a task bar of 40 at its top. */
class WindowRoomTest {

    private static final Rectangle SCREEN = new Rectangle(0, 40, 1000, 760);

    private static Rectangle enlarged(int x, int y, int width, int height) {
        return WindowRoom.enlarged(new Rectangle(x, y, width, height), new Dimension(400, 500), SCREEN);
    }

    @Test
    void aWindowWithRoomBesideItGrowsWhereItStands() {
        assertThat(enlarged(100, 200, 90, 30)).isEqualTo(new Rectangle(100, 200, 400, 500));
        assertThat(enlarged(100, 200, 600, 30)).isEqualTo(new Rectangle(100, 200, 600, 500));
    }

    @Test
    void aWindowAtTheEdgeIsMovedAsFarAsItWouldReachBeyond() {
        assertThat(enlarged(900, 760, 90, 30)).isEqualTo(new Rectangle(600, 300, 400, 500));
        assertThat(enlarged(-50, 0, 90, 30)).isEqualTo(new Rectangle(0, 40, 400, 500));
    }

    @Test
    void aWindowOnASmallScreenGrowsNoLargerThanThatButIsNotMadeSmaller() {
        Rectangle small = new Rectangle(1000, 0, 320, 240);
        Dimension needed = new Dimension(400, 500);
        assertThat(WindowRoom.enlarged(new Rectangle(1200, 200, 90, 30), needed, small))
                .isEqualTo(small);
        assertThat(WindowRoom.enlarged(new Rectangle(1200, 200, 350, 30), needed, small))
                .isEqualTo(new Rectangle(1000, 0, 350, 240));
    }
}
