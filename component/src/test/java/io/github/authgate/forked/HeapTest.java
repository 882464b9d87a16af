package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.forked.HeapProgram.Moment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a whole JVM still holds of passwords and tokens: dumps of its live objects, searched for what was typed and what
 * the server issued.
 *
 * <p>The JDK's HTTP client reads into a buffer that stays with an idle connection, and with it the answer that issued a
 * token, until later answers have taken the place. Nobody but the JDK can reach that buffer; it is the one place where a
 * token may still be after a logout.
 */
class HeapTest {

    /** A dump that holds less than this is none: some 150,000 objects are usual. */
    private static final int FEWEST_OBJECTS = 50_000;

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Dumps {

        private final Map<Moment, HeapDump> dumps = new EnumMap<>(Moment.class);
        private List<String> tokens;

        /** Runs the program against a site. */
        abstract List<String> run(Path folder) throws Exception;

        @BeforeAll
        void dump(@TempDir Path folder) throws Exception {
            tokens = run(folder);
            for (Moment moment : Moment.values()) {
                dumps.put(moment, HeapDump.read(moment.dump(folder)));
            }
        }

        @AfterAll
        void forget() {
            dumps.clear();
        }

        /** Returns the tokens that the program was given; fails if it has not logged in with what is searched for. */
        static List<String> issuedBy(LoginSite site) {
            assertThat(site.passwordOf(LoginSite.ANN))
                    .isEqualTo(Moment.UNLOCK.password().reveal());
            assertThat(site.passwordOf(LoginSite.NEVER))
                    .isEqualTo(Moment.CANCEL.password().reveal());
            return new ArrayList<>(site.tokens());
        }

        private List<String> holdersOfPasswords(Moment moment) {
            return Stream.of(Moment.values())
                    .flatMap(typed -> dumps.get(moment).holders(typed.password().reveal()).stream())
                    .collect(Collectors.toList());
        }

        private List<String> holdersOfTokens(Moment moment) {
            return tokens.stream()
                    .map(token -> token.substring(token.lastIndexOf('.') + 1))
                    .flatMap(signature -> dumps.get(moment).holders(signature).stream())
                    .collect(Collectors.toList());
        }

        private static boolean isReadBufferOfTheJdk(String holder) {
            return holder.matches(
                            "byte\\[\\d+] <- java\\.nio\\.HeapByteBuffer\\.hb <- jdk\\.internal\\.net\\.http\\..*")
                    && !holder.contains("io.github.authgate");
        }

        @ParameterizedTest
        @EnumSource(Moment.class)
        void everyDumpIsOne(Moment moment) {
            assertThat(dumps.get(moment).size()).isGreaterThan(FEWEST_OBJECTS);
        }

        @ParameterizedTest
        @EnumSource(
                value = Moment.class,
                names = {"OUTAGE", "CANCEL"},
                mode = EnumSource.Mode.EXCLUDE)
        void noPasswordIsLeft(Moment moment) {
            assertThat(holdersOfPasswords(moment)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(
                value = Moment.class,
                names = {"OUTAGE", "CANCEL"})
        void aPasswordThatIsKeptForTheNextAttemptIsInItsFieldOnly(Moment moment) {
            assertThat(holdersOfPasswords(moment))
                    .singleElement()
                    .asString()
                    .matches("char\\[\\d+] <- javax\\.swing\\.text\\.\\S+ <- .*SecretField\\.model <- .*");
            assertThat(dumps.get(moment).holders(moment.password().reveal())).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = Moment.class,
                names = {"SUCCESS", "LOCK", "UNLOCK"})
        void theTokenOfASessionIsHeldOnce(Moment moment) {
            assertThat(holdersOfTokens(moment))
                    .filteredOn(holder -> !isReadBufferOfTheJdk(holder))
                    .singleElement()
                    .asString()
                    .contains("AccessToken.value <- io.github.authgate.AuthSession.accessToken <- ");
        }

        @ParameterizedTest
        @EnumSource(
                value = Moment.class,
                names = {"LOGOUT", "DENIAL", "OUTAGE", "CANCEL", "DISPOSE"})
        void afterTheLogoutNothingOfOursHoldsAToken(Moment moment) {
            assertThat(holdersOfTokens(moment)).allMatch(Dumps::isReadBufferOfTheJdk);
        }
    }

    @Nested
    class OverPlainHttp extends Dumps {

        @Override
        List<String> run(Path folder) {
            try (LoginSite site = new LoginSite()) {
                Fork.run(
                        folder,
                        HeapProgram.class,
                        List.of("-Djava.awt.headless=true"),
                        site.address().toString(),
                        folder.toString());
                return issuedBy(site);
            }
        }
    }

    @Nested
    class OverTls extends Dumps {

        @Override
        List<String> run(Path folder) throws IOException {
            TestIdentity identity = TestIdentity.in(folder);
            try (LoginSite site = new LoginSite(identity.context())) {
                List<String> options = new ArrayList<>(identity.options());
                options.add("-Djava.awt.headless=true");
                Fork.run(folder, HeapProgram.class, options, site.address().toString(), folder.toString());
                return issuedBy(site);
            }
        }
    }
}
