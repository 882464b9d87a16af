package io.github.authgate.wordpress;

import java.net.ProxySelector;
import java.time.Clock;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a client finds around it, whatever site it talks to: certificates to trust, a proxy, the time.
 *
 * <p>Immutable and thread-safe.
 */
final class Surroundings {

    /** What the JDK offers. */
    static final Surroundings USUAL = new Surroundings(null, null, Clock.systemUTC(), Delay.system());

    private final @Nullable SSLContext sslContext;
    private final @Nullable ProxySelector proxy;
    private final Clock clock;
    private final Delay delay;

    private Surroundings(@Nullable SSLContext sslContext, @Nullable ProxySelector proxy, Clock clock, Delay delay) {
        this.sslContext = sslContext;
        this.proxy = proxy;
        this.clock = clock;
        this.delay = delay;
    }

    Surroundings withSslContext(SSLContext newSslContext) {
        return new Surroundings(Objects.requireNonNull(newSslContext, "sslContext"), proxy, clock, delay);
    }

    Surroundings withProxy(ProxySelector newProxy) {
        return new Surroundings(sslContext, Objects.requireNonNull(newProxy, "proxy"), clock, delay);
    }

    Surroundings withClock(Clock newClock) {
        return new Surroundings(sslContext, proxy, newClock, delay);
    }

    Surroundings withDelay(Delay newDelay) {
        return new Surroundings(sslContext, proxy, clock, newDelay);
    }

    /** Returns what certificates are trusted; {@code null} for those that the JDK trusts. */
    @Nullable
    SSLContext sslContext() {
        return sslContext;
    }

    /** Returns what selects a proxy; {@code null} for the JDK's default. */
    @Nullable
    ProxySelector proxy() {
        return proxy;
    }

    Clock clock() {
        return clock;
    }

    Delay delay() {
        return delay;
    }
}
