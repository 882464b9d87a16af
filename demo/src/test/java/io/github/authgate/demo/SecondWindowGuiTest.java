package io.github.authgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.testkit.AuthGateFixture;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two windows on one session. Keys go to one of them only where there is no window manager. */
class SecondWindowGuiTest extends DemoGuiTest {

    private FrameFixture second;
    private AuthGateFixture overview;

    @BeforeEach
    void openSecond() {
        logIn(ANNA);
        choose("second");
        second = WindowFinder.findFrame("demo.second").using(robot);
        overview = second.with(AuthGateFixture.gateNamed("demo.overviewGate"));
    }

    @AfterEach
    void closeSecond() {
        doOnEdt(second.target()::dispose);
    }

    @Test
    void theSessionIsSharedSoNobodyTypesTwice() {
        overview.requireContent();
    }

    @Test
    void bothWindowsLockAndOnePasswordUnlocksBoth() {
        choose("lock");
        gate.requireLockedFor("Anna Weber");
        overview.requireLockedFor("Anna Weber");

        gate.unlock("anna-2026").requireContent();

        overview.requireContent();
    }

    @Test
    @Tag("wm")
    void thePasswordCanBeTypedIntoEitherWindow() {
        choose("lock");
        gate.requireLockedFor("Anna Weber");
        doOnEdt(second.target()::toFront);
        second.textBox("authgate.password").click(); // a window manager need not give a window the keys that only asks

        overview.unlock("anna-2026").requireContent();

        gate.requireContent();
    }

    @Test
    void bothShowTheSameOrders() {
        assertThat(second.label("demo.openOrders").text()).isEqualTo("8");

        choose("new");

        second.label("demo.openOrders").requireText("9");
    }

    @Test
    void aLogoutClosesBothGates() {
        choose("logout");

        gate.requireForm();
        overview.requireForm();
    }
}
