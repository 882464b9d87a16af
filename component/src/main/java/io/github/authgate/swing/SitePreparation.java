package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.SiteInfo;
import java.awt.EventQueue;
import java.util.Optional;
import javax.swing.Icon;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Has the service get ready for a login, once, and keeps what it learns about the site. What the screen after a login
 * needs is loaded meanwhile.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SitePreparation {

    private final AuthService service;
    private final Runnable whenKnown;
    private @Nullable ServiceCall<?> call;
    private @Nullable SiteInfo site;
    private boolean due;
    private @Nullable Icon icon;

    SitePreparation(AuthService service, Runnable whenKnown) {
        this.service = service;
        this.whenKnown = whenKnown;
    }

    /** Returns what is known about the site. */
    Optional<SiteInfo> site() {
        return Optional.ofNullable(site);
    }

    /**
     * Says that a user can see a form. The first time, the service is asked to get ready: after the event that painted
     * the form, so that nobody waits for anything but the form.
     */
    void formPainted() {
        if (call == null && !due) {
            due = true;
            EventQueue.invokeLater(this::start);
        }
    }

    private void start() {
        if (due) {
            due = false;
            loadLayout();
            call = ServiceCall.start(service::prepare, this::answered, neverFails -> {}, unwanted -> {});
        }
    }

    /** Loads what lays out the screens after a login: it takes a JVM some 40 ms, now, while nobody waits for it. */
    private static void loadLayout() {
        Thread loader = new Thread(MigLayout::new, "authgate");
        loader.setDaemon(true); // else a window that is closed at once would keep its program for that long
        loader.start();
    }

    private void answered(Optional<SiteInfo> info) {
        site = info.orElse(null);
        if (site != null) {
            whenKnown.run();
            site.icon().ifPresent(file -> SiteLogo.load(file, this::loaded));
        }
    }

    private void loaded(Icon logo) {
        icon = logo;
        whenKnown.run();
    }

    /** Returns the icon of the site; {@code null} if it has none, or none has arrived yet. */
    @Nullable
    Icon icon() {
        return icon;
    }

    /** Gives up waiting; the next form asks anew, unless the answer has come. */
    void abandon() {
        due = false;
        if (call != null && site == null) {
            call.abandon();
            call = null;
        }
    }
}
