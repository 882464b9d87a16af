package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.swing.SiteLoad.Client;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policy of many models adds up to at their site. */
class SiteLoadTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnOutageThePeakIsAtMostTwiceTheSteadyRate(long seed) {
        SiteLoad load = SiteLoad.of(Client.OURS, 4_000, seed);

        assertThat(load.peakAfterOutage(WINDOW)).isBetween(load.steady(), 2 * load.steady());
    }

    @Test
    void aDesktopAsksEveryFiveMinutes() {
        SiteLoad load = SiteLoad.of(Client.OURS, 4_000, 1);

        assertThat(load.steady()).isBetween(4_000 / 300.0 * 0.97, 4_000 / 300.0 * 1.05);
    }

    @Test
    void desktopsThatStartTogetherDoNotStayTogether() {
        SiteLoad ours = SiteLoad.of(Client.OURS, 4_000, 1);
        SiteLoad fixed = SiteLoad.of(Client.FIXED_INTERVAL, 4_000, 1);

        assertThat(largestIn(ours, 50, 60)).isLessThan(1.4 * ours.steady());
        assertThat(largestIn(fixed, 50, 60)).isGreaterThan(1.6 * fixed.steady());
    }

    @Test
    void aClientWithAFixedIntervalShowsWhatTheSimulationWouldFind() {
        SiteLoad fixed = SiteLoad.of(Client.FIXED_INTERVAL, 4_000, 1);

        assertThat(fixed.peakAfterOutage(WINDOW)).isGreaterThan(5 * fixed.steady());
    }

    @Test
    void theSameSeedGivesTheSameHours() {
        assertThat(SiteLoad.of(Client.OURS, 100, 5).rates(WINDOW))
                .isEqualTo(SiteLoad.of(Client.OURS, 100, 5).rates(WINDOW));
    }

    private static double largestIn(SiteLoad load, int fromMinute, int toMinute) {
        double[] rates = load.rates(WINDOW);
        double largest = 0;
        for (int i = fromMinute * 6; i < toMinute * 6; i++) {
            largest = Math.max(largest, rates[i]);
        }
        return largest;
    }
}
