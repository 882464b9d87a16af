package io.github.authgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.FileTokenStore;
import io.github.authgate.forked.Fork;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo is ended and started again, each time in a JVM of its own, in front of a real WordPress: see
 * {@code wordpress-plugin/tests/with-wordpress}.
 */
@Tag("wordpress")
class RestartTest {

    @TempDir
    Path folder;

    private Path tokens;

    @BeforeEach
    void createUser() {
        tokens = folder.resolve("tokens");
        onTheServer("wp_delete_user( (int) username_exists( 'rita' ) ); "
                + "wp_insert_user( array( 'user_login' => 'rita', 'user_pass' => 'rita-pass-1', 'role' => 'editor', "
                + "'user_email' => 'rita@example.test', 'display_name' => 'Rita Weber' ) );");
    }

    @Test
    void whoIsRememberedSeesTheToolWithoutTyping() throws IOException {
        run("log-in");
        assertThat(new FileTokenStore(tokens).load(site())).isPresent();

        run("restored");
    }

    @Test
    void aDeletedUserFindsTheFormAndTheStoredTokenIsGone() throws IOException {
        run("log-in");
        onTheServer("wp_delete_user( username_exists( 'rita' ) );");

        run("denied");

        assertThat(new FileTokenStore(tokens).load(site())).isEmpty();
    }

    private void run(String step) {
        Fork.run(folder, RestartProgram.class, ownOptions(), step, site(), tokens.toString());
    }

    /** Returns what gives this JVM its display. */
    private static List<String> ownOptions() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent"))
                .collect(Collectors.toList());
    }

    private static String site() {
        return environment("AUTHGATE_WORDPRESS_URL");
    }

    private static void onTheServer(String php) {
        try {
            Process process = new ProcessBuilder(
                            environment("AUTHGATE_WORDPRESS_PHP"),
                            "require_once ABSPATH . 'wp-admin/includes/user.php'; " + php)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        assertThat(value)
                .as("%s: run this through wordpress-plugin/tests/with-wordpress", name)
                .isNotNull();
        return value;
    }
}
