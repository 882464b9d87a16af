package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Many logins and logouts, one in twenty of them disturbed by the server: each ends as it should, and none for ever.
 *
 * <p>{@code -Dsoak.cycles=10000} makes it long. The seed is printed; {@code -Dsoak.seed=} repeats a run.
 */
class SoakTest {

    private static final int CYCLES = Integer.getInteger("soak.cycles", 200);
    private static final List<String> FAULTS = List.of(
            LoginSite.WRONG,
            LoginSite.BROKEN,
            LoginSite.REPEATED,
            LoginSite.GARBLED,
            LoginSite.TORN,
            LoginSite.CUT_OFF,
            LoginSite.FLOODED);

    private final Logger logger = Logger.getLogger("io.github.authgate");
    private final LoginSite site = new LoginSite();
    private final GateDriver driver = new GateDriver(
            WordPressAuthService.create(GateDriver.config(site.address()).build()));

    @BeforeEach
    void silence() {
        logger.setLevel(Level.OFF);
    }

    @AfterEach
    void close() {
        driver.dispose();
        site.close();
        logger.setLevel(null);
    }

    @Test
    void everyLoginThatNothingDisturbsSucceedsAndNoOtherOpens() {
        long seed = Long.getLong("soak.seed", System.nanoTime());
        System.out.println(CYCLES + " logins, -Dsoak.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Canary password = new Canary(seed, 20);
        driver.show();
        for (int i = 0; i < CYCLES; i++) {
            boolean isDisturbed = random.nextInt(20) == 0;
            String user = isDisturbed ? FAULTS.get(random.nextInt(FAULTS.size())) : LoginSite.ANN;
            driver.submit(user, password);
            assertThat(driver.awaitEnd())
                    .as("login %s as %s", i, user)
                    .isEqualTo(isDisturbed ? State.LOGGED_OUT : State.LOGGED_IN);
            GateDriver.onEdt(() -> assertThat(driver.gate().getContent() != null)
                    .as("content after a login as %s", user)
                    .isEqualTo(!isDisturbed));
            if (!isDisturbed) {
                GateDriver.onEdt(driver.model()::logout);
                driver.await(State.LOGGED_OUT);
            }
        }
    }
}
