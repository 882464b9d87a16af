package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.forked.ExitProgram.Moment;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program ends by itself with its last window, in whatever state the gate is: nothing of ours keeps the JVM alive. */
@Tag("gui")
@Tag("wm") // the virtual display keeps its JVM alive, whatever has been shown on it
class ExitTest {

    private static LoginSite site;

    @BeforeAll
    static void start() {
        site = new LoginSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void theProgramEndsWithItsLastWindow(Moment moment, @TempDir Path folder) {
        Fork program = Fork.run(
                folder, ExitProgram.class, Display.optionsAnd(), site.address().toString(), moment.name());

        assertThat(program.output()).contains(ExitProgram.CLOSED + ExitProgram.KEPT_ALIVE_BY + "[]");
    }

    @Test
    void exitDuringALoginWaitsForNothing(@TempDir Path folder) {
        Fork program = Fork.run(
                folder,
                ExitProgram.class,
                Display.optionsAnd(),
                site.address().toString(),
                Moment.DURING_A_LOGIN.name(),
                "exit");

        assertThat(program.output()).contains(ExitProgram.CLOSED + ExitProgram.KEPT_ALIVE_BY + "[]");
    }
}
