package io.github.authgate.demo;

import io.github.authgate.testkit.FakeUser;
import io.github.authgate.testkit.FakeWordPress;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** The site that the demo brings along: three accounts and a few posts. */
final class StandIn {

    /** Always the same if it is free, so that a session remembered by one start is good for the next. */
    static final int USUAL_PORT = 17563;

    static final FakeUser ADMINISTRATOR =
            FakeUser.of("anna", "anna-2026").withDisplayName("Anna Weber").withRole("administrator");
    static final FakeUser CONTRIBUTOR =
            FakeUser.of("ben", "ben-2026").withDisplayName("Ben Okafor").withRole("contributor");
    static final FakeUser BLOCKED =
            FakeUser.of("carla", "carla-2026").withDisplayName("Carla Rossi").withBlocked(true);

    /** Not a secret: whoever could make use of it can read the passwords in the footer, too. */
    private static final String SIGNED_WITH = "the stand-in of the AuthGate demo";

    private static final Duration SLOW = Duration.ofSeconds(3);

    private final FakeWordPress site;

    private StandIn(FakeWordPress site) {
        this.site = site;
    }

    /** Starts at a port; 0 for any. */
    static StandIn startAt(int port) {
        return new StandIn(FakeWordPress.builder()
                .siteName("Weber & Sons Workshop")
                .port(port)
                .secret(SIGNED_WITH)
                .user(ADMINISTRATOR)
                .user(CONTRIBUTOR)
                .user(BLOCKED)
                .post("We are hiring a joiner")
                .post("New opening hours in spring")
                .post("Oak from the region: why we chose it")
                .start());
    }

    /** Starts at the usual port, or, if something else is there, at any. */
    static StandIn startAtUsualPort() {
        try {
            return startAt(USUAL_PORT);
        } catch (UncheckedIOException e) {
            return startAt(0);
        }
    }

    static List<FakeUser> accounts() {
        return List.of(ADMINISTRATOR, CONTRIBUTOR, BLOCKED);
    }

    FakeWordPress site() {
        return site;
    }

    void setSlow(boolean slow) {
        site.setLatency(slow ? SLOW : Duration.ZERO);
    }
}
