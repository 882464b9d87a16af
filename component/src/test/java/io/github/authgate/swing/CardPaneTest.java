package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.MouseWheelEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardPaneTest {

    private static final int CARD_HEIGHT = 500;

    static Stream<String> looks() {
        return Looks.all().keySet().stream();
    }

    private static CardPane pane(String look) {
        return OnEdt.get(() -> {
            Looks.all().get(look).run();
            JPanel card = new JPanel();
            card.setPreferredSize(new Dimension(300, CARD_HEIGHT));
            card.setMinimumSize(card.getPreferredSize());
            return new CardPane(card);
        });
    }

    private static void layOut(CardPane pane, int height) {
        OnEdt.run(() -> {
            pane.setSize(480, height);
            pane.addNotify(); // only what has been added to a window is laid out
            pane.validate();
        });
    }

    private static List<JScrollBar> visibleBars(CardPane pane) {
        return OnEdt.get(() -> Arrays.stream(pane.getComponents())
                .filter(part -> part instanceof JScrollBar && part.isVisible())
                .map(JScrollBar.class::cast)
                .collect(Collectors.toList()));
    }

    @AfterEach
    void restore() {
        OnEdt.run(Looks.all().get("metal"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCardThatFitsHasNoScrollBar(String look) {
        CardPane pane = pane(look);

        layOut(pane, CARD_HEIGHT + 50);

        assertThat(visibleBars(pane)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aCardGetsAScrollBarWhenItsHostBecomesTooLow(String look) {
        CardPane pane = pane(look);
        layOut(pane, CARD_HEIGHT + 50);

        layOut(pane, CARD_HEIGHT - 50);

        assertThat(visibleBars(pane)).singleElement().satisfies(bar -> {
            assertThat(bar.getWidth()).isPositive();
            assertThat(pane.getViewport().getWidth()).isLessThanOrEqualTo(pane.getWidth() - bar.getWidth());
        });
        layOut(pane, CARD_HEIGHT + 50);
        assertThat(visibleBars(pane)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWheelScrollsACardThatDoesNotFit(String look) {
        CardPane pane = pane(look);
        layOut(pane, CARD_HEIGHT - 200);

        OnEdt.run(() -> pane.dispatchEvent(new MouseWheelEvent(
                pane, MouseWheelEvent.MOUSE_WHEEL, 0, 0, 10, 10, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, 1)));

        assertThat(OnEdt.get(() -> pane.getViewport().getViewPosition().y)).isPositive();
    }
}
