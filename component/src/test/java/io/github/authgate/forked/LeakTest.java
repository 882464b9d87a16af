package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gates come and go in a JVM of 48 MB, every tenth after an answer that never ends: no gate, no thread and no open file is
 * left of them.
 *
 * <p>{@code -Dleak.cycles=1000} makes it a thousand.
 */
class LeakTest {

    private static final String CYCLES = System.getProperty("leak.cycles", "20");

    @Test
    void aThousandGatesComeAndGo(@TempDir Path folder) {
        requireNothingLeft(folder, List.of("-Djava.awt.headless=true", "-Xmx48m"));
    }

    /** With softly held things gone at once: AWT remembers windows in this way until memory is short. */
    @Test
    @Tag("gui")
    @Tag("wm")
    void aThousandWindowsComeAndGo(@TempDir Path folder) {
        requireNothingLeft(folder, Display.optionsAnd("-Xmx48m", "-XX:SoftRefLRUPolicyMSPerMB=0"));
    }

    private static void requireNothingLeft(Path folder, List<String> options) {
        try (LoginSite site = new LoginSite()) {
            Fork program =
                    Fork.run(folder, LeakProgram.class, options, site.address().toString(), CYCLES);
            System.out.println(CYCLES + " gates\n" + program.output());

            assertThat(number(program, "gates left")).as(program.output()).isZero();
            assertThat(number(program, "threads more")).as(program.output()).isLessThanOrEqualTo(2);
            assertThat(number(program, "files more")).as(program.output()).isZero();
            assertThat(program.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static int number(Fork program, String what) {
        Matcher line = Pattern.compile(what + ": (-?[0-9]+)").matcher(program.output());
        assertThat(line.find()).as("says %s", what).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
