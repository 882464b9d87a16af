package io.github.authgate.demo;

import io.github.authgate.TokenStore;
import io.github.authgate.gui.GuiTest;
import io.github.authgate.testkit.AuthGateFixture;
import io.github.authgate.testkit.FakeUser;
import io.github.authgate.testkit.FakeWordPress;
import java.awt.Dimension;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A person in front of the demo, which asks a stand-in of its own. */
abstract class DemoGuiTest extends GuiTest {

    protected static final FakeUser ANNA = StandIn.ADMINISTRATOR;
    protected static final FakeUser BEN = StandIn.CONTRIBUTOR;

    protected final TokenStore store = TokenStore.inMemory();
    protected final StandIn standIn = StandIn.startAt(0);
    protected final FakeWordPress site = standIn.site();
    protected DemoApp app;
    protected AuthGateFixture gate;
    private Backend backend;

    @BeforeEach
    void start() {
        backend = Backend.of(standIn, store);
        app = onEdt(() -> new DemoApp(backend));
        window = new FrameFixture(robot, onEdt(() -> new DemoWindow(app, () -> {}).frame()));
        window.show(new Dimension(960, 640));
        gate = window.with(AuthGateFixture.gateNamed("demo.gate"));
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    /** Ends the program and starts it again; the stand-in and what is stored stay. */
    protected final void restart() {
        doOnEdt(window.target()::dispose);
        backend.service().close();
        start();
    }

    protected final void logIn(FakeUser user) {
        gate.logIn(user.name(), user.password()).requireContent();
    }

    protected final void choose(String menuItem) {
        window.menuItem("demo.menu." + menuItem).click();
    }

    protected final void openTab(String title) {
        window.tabbedPane("demo.tabs").selectTab(title);
    }
}
