package io.github.authgate.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM that runs one of our programs, and all that it has said. */
public final class Fork {

    private static final long PATIENCE_SECONDS = 600;

    private final Path output;

    private Fork(Path output) {
        this.output = output;
    }

    /**
     * Runs a program to its end, which has to be a good one.
     *
     * @param folder where the program may leave files; its home and its folder for temporary files
     * @param options for the JVM
     */
    public static Fork run(Path folder, Class<?> program, List<String> options, String... arguments) {
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("-Duser.home=" + folder);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-Djava.util.prefs.userRoot=" + folder);
        command.addAll(options);
        command.add(program.getName());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            Fork fork = new Fork(output);
            assertThat(ended).as("has ended: %s", fork.tail()).isTrue();
            assertThat(process.waitFor()).as("exit status: %s", fork.tail()).isZero();
            return fork;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns everything that was written to the standard streams. */
    public String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String tail() {
        String text = output();
        return text.substring(Math.max(0, text.length() - 4_000));
    }
}
