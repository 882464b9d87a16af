package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BannerLayoutTest {

    private static final String WORDS = "Your session ends in 115 seconds, which is soon.";

    private JPanel icon;
    private Labels.Sentence sentence;
    private JPanel stay;
    private JPanel label;
    private JPanel field;
    private JPanel login;
    private JPanel cancel;
    private JPanel banner;
    private JPanel window;

    @BeforeEach
    void fill() {
        OnEdt.run(() -> {
            Looks.all().get("metal").run(); // whose font makes a unit a pixel
            icon = part(20, 20);
            sentence = new Labels.Sentence();
            sentence.setText(WORDS);
            stay = part(110, 26);
            label = part(150, 16);
            field = part(80, 20);
            login = part(80, 26);
            cancel = part(80, 26);
            banner = new JPanel(new BannerLayout(icon, sentence, List.of(stay), label, field, List.of(login, cancel)));
            for (Component part : List.of(icon, sentence, stay, label, field, login, cancel)) {
                banner.add(part);
            }
            window = new JPanel(new BorderLayout());
            window.add(banner, BorderLayout.PAGE_START);
        });
        ask(true);
    }

    private static JPanel part(int width, int height) {
        JPanel part = new JPanel(null);
        part.setPreferredSize(new Dimension(width, height));
        return part;
    }

    private void ask(boolean forPassword) {
        OnEdt.run(() -> {
            stay.setVisible(!forPassword);
            List.of(label, field, login, cancel).forEach(part -> part.setVisible(forPassword));
        });
    }

    /** Lays the banner out once, as a window does that has become this wide. */
    private void layOut(int width) {
        OnEdt.run(() -> {
            window.setSize(width, 400);
            window.doLayout();
            banner.doLayout();
        });
    }

    private static Rectangle at(int x, int y, int width, int height) {
        return new Rectangle(x, y, width, height);
    }

    /** Returns the lines from top to bottom as the places where their parts begin. */
    private List<List<Integer>> lines() {
        List<List<Integer>> lines = new ArrayList<>();
        int bottom = 0;
        for (Component part : parts()) {
            if (part.getY() >= bottom) {
                lines.add(new ArrayList<>());
            }
            bottom = part.getY() + part.getHeight();
            lines.get(lines.size() - 1).add(part.getX());
        }
        return lines;
    }

    private List<Component> parts() {
        return Arrays.stream(banner.getComponents())
                .filter(part -> part.isVisible() && part != icon)
                .collect(Collectors.toList());
    }

    @Test
    void theSentenceTakesTheRoomThatItsButtonLeaves() {
        ask(false);
        layOut(600);

        assertThat(lines()).containsExactly(List.of(40, 478));
        assertThat(stay.getBounds()).isEqualTo(at(478, 6, 110, 26));
        assertThat(sentence.getWidth()).isEqualTo(430);
        assertThat(banner.getHeight()).isEqualTo(6 + 26 + 6);
        assertThat(icon.getY() + 10)
                .as("the icon is level with the words")
                .isCloseTo(sentence.getY() + sentence.getHeight() / 2, within(1));
    }

    @Test
    void theButtonGoesBelowWhereTheSentenceNeedsTheRoom() {
        ask(false);
        layOut(40 + 200 + 8 + 110 + 12);
        assertThat(lines()).containsExactly(List.of(40, 248));

        layOut(40 + 200 + 8 + 110 + 11);
        assertThat(lines()).containsExactly(List.of(40), List.of(40));
    }

    @Test
    void theFieldAndItsButtonsStayTogetherForAsLongAsTheyFit() {
        layOut(700);
        assertThat(lines()).containsExactly(List.of(40), List.of(40, 198, 386, 474));

        layOut(40 + 100 + 8 + 80 + 8 + 80 + 12);
        assertThat(lines()).containsExactly(List.of(40), List.of(40), List.of(40, 148, 236));

        layOut(40 + 100 + 8 + 80 + 8 + 80 + 11);
        assertThat(lines()).containsExactly(List.of(40), List.of(40), List.of(40), List.of(40, 128));

        layOut(40 + 80 + 8 + 80 + 11);
        assertThat(lines()).containsExactly(List.of(40), List.of(40), List.of(40), List.of(40), List.of(40));
    }

    @Test
    void theFieldIsAsWideAsThereIsRoomUpToItsUsualWidthAndAsHighAsItsButtons() {
        layOut(700);
        assertThat(field.getSize()).isEqualTo(new Dimension(180, 26));

        layOut(40 + 120 + 8 + 80 + 8 + 80 + 12);
        assertThat(field.getSize()).isEqualTo(new Dimension(120, 26));
    }

    @Test
    void nothingIsCutOrCoveredAtAnyWidthAndOneLayoutIsEnough() {
        for (int width = 205; width < 900; width++) {
            layOut(width);
            Rectangle inside = at(12, 6, banner.getWidth() - 24, banner.getHeight() - 12);
            List<Rectangle> parts = parts().stream().map(Component::getBounds).collect(Collectors.toList());

            assertThat(sentence.getHeight()).as("at %s", width).isEqualTo(sentence.getPreferredSize().height);
            assertThat(parts).as("at %s", width).hasSize(5).allMatch(inside::contains);
            for (Rectangle part : parts) {
                assertThat(parts)
                        .as("at %s", width)
                        .filteredOn(part::intersects)
                        .containsExactly(part);
            }
        }
    }

    @Test
    void aBannerThatNobodyHasLaidOutIsAsHighAsWithoutEnd() {
        ask(false);

        assertThat(OnEdt.get(banner::getPreferredSize)).isEqualTo(new Dimension(52, 6 + 26 + 6));
    }

    @Test
    void linesBeginWhereTheWritingDoes() {
        OnEdt.run(() -> banner.setComponentOrientation(ComponentOrientation.RIGHT_TO_LEFT));
        layOut(700);

        assertThat(icon.getX()).isEqualTo(700 - 12 - 20);
        assertThat(label.getX()).isEqualTo(700 - 40 - 150);
        assertThat(field.getX()).isEqualTo(700 - 198 - 180);
        assertThat(cancel.getX()).isEqualTo(700 - 474 - 80);
    }
}
