package io.github.authgate.wordpress;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Set;

/**
 * Switches of the JDK's HTTP client, set for the whole JVM from outside, that take away what a login relies on.
 *
 * <p>Thread-safe; methods do not block.
 */
final class JdkSwitches {

    private static final Logger LOGGER = System.getLogger(JdkSwitches.class.getName());

    private static final String LOG = "jdk.httpclient.HttpClient.log";
    private static final String UNCHECKED_HOST_NAMES = "jdk.internal.httpclient.disableHostnameVerification";

    /** What {@link #LOG} may hold that has the client write headers, tokens and keys among them, or bodies. */
    private static final Set<String> TELLTALES = Set.of("headers", "content", "frames", "all", "trace");

    private JdkSwitches() {}

    /** Tells whether any certificate would do, whosever it is. The JDK understands a switch without a value as a yes. */
    static boolean leaveHostNamesUnchecked() {
        String value = System.getProperty(UNCHECKED_HOST_NAMES);
        return value != null && (value.isEmpty() || Boolean.parseBoolean(value));
    }

    /** Warns of what is set. Meant to be called once for each client. */
    static void warn() {
        if (leaveHostNamesUnchecked()) {
            LOGGER.log(
                    Level.WARNING,
                    "The system property {0} is set, so nobody could tell one server from another:"
                            + " nothing is sent to any https:// address.",
                    UNCHECKED_HOST_NAMES);
        }
        if (logsSecrets(System.getProperty(LOG, ""))) {
            LOGGER.log(
                    Level.WARNING,
                    "The system property {0} makes the JDK write access tokens and API keys into the log in clear.",
                    LOG);
        }
    }

    private static boolean logsSecrets(String value) {
        for (String part : value.toLowerCase(Locale.ROOT).split(",")) {
            if (TELLTALES.contains(part.split(":", 2)[0].strip())) {
                return true;
            }
        }
        return false;
    }
}
