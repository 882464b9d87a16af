package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The WordPress that {@code wordpress-plugin/tests/with-wordpress} has brought up for this run. Tests that are true only
 * where AuthGate guards it carry the tag {@code authgate-plugin}, and the build leaves them out where it does not.
 */
final class RealWordPress {

    private RealWordPress() {}

    static URI address() {
        return URI.create(environment("AUTHGATE_WORDPRESS_URL"));
    }

    /** Returns a live API key, {@code null} where AuthGate is not installed. */
    static @Nullable String apiKey() {
        return System.getenv("AUTHGATE_API_KEY");
    }

    static boolean isGuarded() {
        return apiKey() != null;
    }

    /** Starts to configure a client that may log in there. */
    static WordPressConfig.Builder config() {
        return WordPressConfig.builder(address()).apiKey(apiKey());
    }

    /** Creates a key as the settings page does, and returns it. */
    static String newKey(String name) {
        return php("echo ( new AuthGate\\Parts() )->api_keys->create( '" + name + "' )['key'];");
    }

    static void revokeKeys(String name) {
        php("$keys = ( new AuthGate\\Parts() )->api_keys; foreach ( $keys->all() as $key ) { " + "if ( '" + name
                + "' === $key['name'] ) { $keys->revoke( $key['id'] ); } }");
    }

    /** Forgets all failed attempts, so that a test's own are the only ones. */
    static void forgetAttempts() {
        php("$wpdb->query( 'DELETE FROM ' . AuthGate\\Schema::attempts() );");
    }

    /** Counts the connections that the web server has accepted; it closes each after one answer. */
    static long connections() {
        try (Stream<String> lines = Files.lines(
                Path.of(environment("AUTHGATE_WORDPRESS_DIR"), "server.log"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.endsWith(" Accepted")).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs PHP code inside that WordPress and returns what it prints. */
    static String php(String code) {
        try {
            Process process = new ProcessBuilder(environment("AUTHGATE_WORDPRESS_PHP"), "global $wpdb; " + code)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String environment(String name) {
        return Objects.requireNonNull(
                System.getenv(name), name + " is not set: run this through wordpress-plugin/tests/with-wordpress");
    }
}
