package io.github.authgate.wordpress;

import io.github.authgate.SiteInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Finds out what a form may show about the site before anybody has logged in: its name, and its icon if it has one.
 *
 * <p>Thread-safe; methods do not block.
 */
final class SiteLook {

    private final SharedProbe probe;
    private final Attempts attempts;
    private final Supplier<SiteIcons> icons;

    SiteLook(SharedProbe probe, Attempts attempts, Supplier<SiteIcons> icons) {
        this.probe = probe;
        this.attempts = attempts;
        this.icons = icons;
    }

    /** Returns a future of what the site says about itself; ends with the failure of the probe, never with one of the icon. */
    CompletableFuture<SiteInfo> info() {
        CompletableFuture<SiteInfo> result = new CompletableFuture<>();
        CompletableFuture<Site> asked = probe.site();
        asked.whenComplete((found, failure) -> {
            if (failure == null) {
                addIcon(found, result);
            } else {
                result.completeExceptionally(failure);
            }
        });
        result.whenComplete((info, failure) -> asked.cancel(true));
        return result;
    }

    private void addIcon(Site found, CompletableFuture<SiteInfo> result) {
        if (found.icon().isEmpty()) {
            result.complete(found.info());
            return;
        }
        CompletableFuture<Optional<byte[]>> icon = attempts.start(
                SiteIcons.LIMIT,
                attempt -> icons.get().fetch(attempt, found.icon().get()));
        icon.whenComplete((file, failure) -> {
            Optional<byte[]> image = failure == null ? file : Optional.empty();
            result.complete(image.map(found.info()::withIcon).orElse(found.info()));
        });
        result.whenComplete((info, failure) -> icon.cancel(true));
    }
}
