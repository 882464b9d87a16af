package io.github.authgate.swing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a host has thrown and we have reported, as Swing does, to the handler of the event dispatch thread. */
final class ReportedFaults implements BeforeEachCallback, AfterEachCallback {

    private final List<Throwable> faults = new CopyOnWriteArrayList<>();

    List<Throwable> all() {
        return faults;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        OnEdt.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> faults.add(fault)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        OnEdt.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }
}
