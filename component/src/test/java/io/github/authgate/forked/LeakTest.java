package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gates come and go in a JVM of 48 MB, every tenth after an answer that never ends: no gate, no thread and no open file is
 * left of them.
 *
 * <p>{@code -DargLine=-Dleak.cycles=1000} makes it a thousand.
 */
class LeakTest {

    private static final int CYCLES = Integer.getInteger("leak.cycles", 20);

    @Test
    void aThousandGatesComeAndGo(@TempDir Path folder) {
        try (LoginSite site = new LoginSite()) {
            Fork program = Fork.run(
                    folder,
                    LeakProgram.class,
                    List.of("-Djava.awt.headless=true", "-Xmx48m"),
                    site.address().toString(),
                    String.valueOf(CYCLES));

            assertThat(number(program, "gates left")).isZero();
            assertThat(number(program, "threads more")).isLessThanOrEqualTo(2);
            assertThat(number(program, "files more")).isLessThanOrEqualTo(0);
            assertThat(program.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static int number(Fork program, String what) {
        Matcher line = Pattern.compile(what + ": (-?[0-9]+)").matcher(program.output());
        assertThat(line.find()).as("says %s", what).isTrue();
        return Integer.parseInt(line.group(1));
    }
}
