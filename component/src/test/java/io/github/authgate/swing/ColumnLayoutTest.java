package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.swing.ColumnLayout.Row;
import java.awt.Dimension;
import java.awt.Insets;
import javax.swing.JPanel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ColumnLayoutTest {

    private final JPanel column = OnEdt.get(() -> new JPanel(new ColumnLayout()));
    private final JPanel name = part(200, 20);
    private final JPanel field = part(100, 20);

    @BeforeEach
    void fill() {
        OnEdt.run(() -> {
            Looks.all().get("metal").run(); // whose font makes a unit a pixel
            column.add(name, Row.below(0).dispensable());
            column.add(field, Row.below(12).atLeastHigh(28));
        });
    }

    private static JPanel part(int width, int height) {
        return OnEdt.get(() -> {
            JPanel part = new JPanel(null);
            part.setPreferredSize(new Dimension(width, height));
            return part;
        });
    }

    private void layOut(int width, int height) {
        OnEdt.run(() -> {
            column.setSize(width, height);
            column.doLayout();
        });
    }

    @Test
    void everythingHasWhatItWantsWhereThereIsRoom() {
        assertThat(column.getPreferredSize()).isEqualTo(new Dimension(24 + 200 + 24, 24 + 20 + 12 + 28 + 24));

        layOut(248, 108);
        assertThat(name.getBounds()).hasToString("java.awt.Rectangle[x=24,y=24,width=200,height=20]");
        assertThat(field.getBounds()).hasToString("java.awt.Rectangle[x=24,y=56,width=200,height=28]");
    }

    @Test
    void gapsPaddingAndFieldsShrinkTogether() {
        layOut(248, 85); // half between what is wanted and the least
        assertThat(name.getBounds()).hasToString("java.awt.Rectangle[x=24,y=16,width=200,height=20]");
        assertThat(field.getBounds()).hasToString("java.awt.Rectangle[x=24,y=45,width=200,height=24]");
    }

    @Test
    void paddingAtTheSidesGivesWayToWords() {
        layOut(220, 108);
        assertThat(name.getBounds()).hasToString("java.awt.Rectangle[x=10,y=24,width=200,height=20]");

        layOut(180, 108);
        assertThat(name.getX()).isEqualTo(8);
    }

    @Test
    void whatNobodyNeedsGoesWhereThereIsNoRoomForEverything() {
        assertThat(column.getMinimumSize().height).isEqualTo(8 + 6 + 20 + 8);

        layOut(248, 50);
        assertThat(name.getSize()).isEqualTo(new Dimension(0, 0));
        assertThat(field.getBounds().height).isBetween(20, 28);
        assertThat(field.getY() + field.getHeight()).isLessThanOrEqualTo(50 - 8);
    }

    @Test
    void aHiddenPartTakesRoomOnlyIfItKeepsIt() {
        OnEdt.run(() -> name.setVisible(false));
        assertThat(column.getPreferredSize().height).isEqualTo(24 + 12 + 28 + 24);

        OnEdt.run(() ->
                ((ColumnLayout) column.getLayout()).place(name, Row.below(0).keepingRoom(true)));
        assertThat(column.getPreferredSize().height).isEqualTo(24 + 20 + 12 + 28 + 24);
    }

    @Test
    void whatIsPaintedAroundAFieldStandsOutsideOfTheColumn() {
        JPanel inner = part(100, 20);
        OnEdt.run(() -> {
            inner.putClientProperty("visualPadding", new Insets(2, 2, 2, 2));
            field.add(inner);
        });
        layOut(248, 108);
        assertThat(field.getBounds()).hasToString("java.awt.Rectangle[x=22,y=54,width=204,height=32]");
    }

    @Test
    void wordsOfAnyWidthMakeNothingWider() {
        OnEdt.run(() ->
                ((ColumnLayout) column.getLayout()).place(name, Row.below(0).ofAnyWidth()));
        assertThat(column.getPreferredSize().width).isEqualTo(24 + 100 + 24);
    }
}
