/**
 * A login form and a gate for Swing tools whose users have WordPress accounts.
 *
 * <p>{@link io.github.authgate} is the contract, {@link io.github.authgate.swing} the components and
 * {@link io.github.authgate.wordpress} the back end.
 */
module io.github.authgate {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.miglayout.swing;
    requires transitive java.desktop;
    requires transitive java.net.http;
    requires static org.jspecify;

    exports io.github.authgate;
    exports io.github.authgate.swing;
    exports io.github.authgate.wordpress;
}
