package io.github.authgate.wordpress;

import static io.github.authgate.AuthServiceContract.failure;
import static io.github.authgate.AuthServiceContract.value;
import static io.github.authgate.wordpress.GoodLogin.login;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException.Reason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Switches that somebody has set on the command line. The JDK itself reads them once, before these tests set them. */
class JdkSwitchesTest {

    private static final String UNCHECKED = "jdk.internal.httpclient.disableHostnameVerification";
    private static final String LOG = "jdk.httpclient.HttpClient.log";

    @RegisterExtension
    final FakeSite site = new FakeSite();

    private final Logger logger = Logger.getLogger(JdkSwitches.class.getName());
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeAll
    static void letTheJdkReadItsSwitches() throws IOException, InterruptedException {
        try (RawServer server = new RawServer(connection -> {
            connection.read();
            connection.answer("{}");
        })) {
            HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(server.address()).build(), BodyHandlers.discarding());
        }
    }

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void clear() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
        System.clearProperty(UNCHECKED);
        System.clearProperty(LOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "TRUE"})
    void whereHostNamesAreNotCheckedNothingIsSent(String value) throws IOException {
        System.setProperty(UNCHECKED, value);
        try (RawServer server = new RawServer(RawServer.Connection::waitForEnd);
                WordPressAuthService service = WordPressAuthService.create(
                        WordPressConfig.builder(server.secureAddress()).build())) {
            assertThat(failure(login(service)).reason()).isEqualTo(Reason.SERVER_NOT_TRUSTED);
            assertThat(server.connections()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"headers", "requests, Headers", "all", "frames:data", "errors,content", "trace"})
    void aLogThatWouldShowTokensIsWarnedOfOnceForEachService(String value) {
        site.works();
        System.setProperty(LOG, value);
        try (WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).apiKey("ag_canary").build())) {
            value(login(service));
            value(login(service));
        }

        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getParameters()).containsExactly(LOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "requests", "errors,ssl", "false"})
    void anyOtherLogIsNobodysBusiness(String value) {
        site.works();
        System.setProperty(LOG, value);
        System.setProperty(UNCHECKED, "false");
        try (WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).build())) {
            value(login(service));
        }

        assertThat(logged).isEmpty();
    }

    @Test
    void uncheckedHostNamesAreWarnedOf() {
        site.works();
        System.setProperty(UNCHECKED, "true");
        try (WordPressAuthService service = WordPressAuthService.create(
                WordPressConfig.builder(site.address()).build())) {
            // plain http to this machine has no host name to check
            value(login(service));
        }

        assertThat(logged).hasSize(1);
        assertThat(logged.get(0).getParameters()).containsExactly(UNCHECKED);
    }
}
