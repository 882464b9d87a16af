package io.github.authgate.swing;

import io.github.authgate.AuthService;
import io.github.authgate.SiteInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the service get ready for a login, once, and keeps what it learns about the site.
 *
 * <p>Use only on the event dispatch thread.
 */
final class SitePreparation {

    private final AuthService service;
    private final Runnable whenKnown;
    private @Nullable ServiceCall<?> call;
    private @Nullable SiteInfo site;

    SitePreparation(AuthService service, Runnable whenKnown) {
        this.service = service;
        this.whenKnown = whenKnown;
    }

    /** Returns what is known about the site; the first question makes the service ask. */
    Optional<SiteInfo> site() {
        if (site == null && call == null) {
            call = ServiceCall.start(service::prepare, this::answered, neverFails -> {}, unwanted -> {});
        }
        return Optional.ofNullable(site);
    }

    private void answered(Optional<SiteInfo> info) {
        site = info.orElse(null);
        if (site != null) {
            whenKnown.run();
        }
    }

    /** Gives up waiting; the next question asks anew, unless the answer has come. */
    void abandon() {
        if (call != null && site == null) {
            call.abandon();
            call = null;
        }
    }
}
