package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host with two addresses, of which the first is dead, as where a network lets no IPv6 through. */
class DeadAddressTest {

    /** The JDK's HTTP client tries the first address only; what matters is that the attempt ends, and says why. */
    @Test
    void aDeadFirstAddressIsATimeoutAlthoughTheOtherOneLives(@TempDir Path folder) throws IOException {
        Path hosts = Files.writeString(
                folder.resolve("hosts"),
                DeadAddressProgram.DEAD + " " + DeadAddressProgram.HOST + "\n" + DeadAddressProgram.ALIVE + " "
                        + DeadAddressProgram.HOST + "\n");

        Fork program = Fork.run(folder, DeadAddressProgram.class, List.of("-Djdk.net.hosts.file=" + hosts));

        assertThat(program.output()).contains("the login ended with timeout");
    }
}
