package io.github.authgate.forked;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.authgate.swing.AuthModel.State;
import io.github.authgate.wordpress.WordPressAuthService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;

/** Logs in, is refused, gives up, locks, logs out and closes its window, and dumps its heap after each of them. */
final class HeapProgram {

    /** What has just happened when the heap is dumped; the dump has its name. The password is the one of its number. */
    enum Moment {
        TYPED_AND_DELETED,
        SUCCESS,
        LOCK,
        UNLOCK,
        LOGOUT,
        DENIAL,
        OUTAGE,
        CANCEL,
        DISPOSE;

        Canary password() {
            return new Canary(ordinal() + 1, 40);
        }

        Path dump(Path folder) {
            return folder.resolve(name() + ".hprof");
        }
    }

    private final URI site;
    private final Path folder;
    private final GateDriver driver;

    private HeapProgram(URI site, Path folder) {
        this.site = site;
        this.folder = folder;
        this.driver = new GateDriver(
                WordPressAuthService.create(GateDriver.config(site).build()));
    }

    public static void main(String[] args) throws IOException {
        new HeapProgram(URI.create(args[0]), Path.of(args[1])).run();
        System.exit(0);
    }

    private void run() throws IOException {
        driver.show();
        driver.typeAndDelete(Moment.TYPED_AND_DELETED.password());
        dump(Moment.TYPED_AND_DELETED);
        driver.submit(LoginSite.ANN, Moment.SUCCESS.password());
        driver.await(State.LOGGED_IN);
        dump(Moment.SUCCESS);
        GateDriver.onEdt(driver.model()::lock);
        dump(Moment.LOCK);
        driver.submit(LoginSite.ANN, Moment.UNLOCK.password());
        driver.await(State.LOGGED_IN);
        dump(Moment.UNLOCK);
        GateDriver.onEdt(driver.model()::logout);
        driver.await(State.LOGGED_OUT);
        GateDriver.awaitSite(site, LoginSite.REVOKED);
        dump(Moment.LOGOUT);
        driver.submit(LoginSite.WRONG, Moment.DENIAL.password());
        driver.await(State.LOGGED_OUT);
        dump(Moment.DENIAL);
        driver.submit(LoginSite.BROKEN, Moment.OUTAGE.password());
        driver.await(State.LOGGED_OUT);
        dump(Moment.OUTAGE);
        driver.submit(LoginSite.NEVER, Moment.CANCEL.password());
        GateDriver.awaitSite(site, LoginSite.HELD);
        GateDriver.onEdt(driver.model()::cancel);
        driver.await(State.LOGGED_OUT);
        dump(Moment.CANCEL);
        driver.dispose();
        dump(Moment.DISPOSE);
    }

    private void dump(Moment moment) throws IOException {
        GateDriver.settle();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(moment.dump(folder).toString(), true);
    }
}
