package io.github.authgate.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own for one measurement, with nothing on its class path that a tool would not have. */
final class ChildJvm implements AutoCloseable {

    private static final List<String> JARS = List.of("jackson-", "miglayout-", "flatlaf-", "swingx-", "jspecify-");

    private final Process process;
    private final BufferedReader out;
    private final long startedAt;

    private ChildJvm(List<String> command) throws IOException {
        startedAt = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a program. */
    static ChildJvm start(List<String> options, Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ChildJvm(command);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        !entry.endsWith(".jar") || JARS.stream().anyMatch(new File(entry).getName()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns when it was started, on the clock that all processes of a machine share. */
    long startedAt() {
        return startedAt;
    }

    long pid() {
        return process.pid();
    }

    /** Returns the next line that it prints. */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The program ended too early.");
        }
        return line;
    }

    /** Returns all that it prints as {@code key=value}, when it has ended. */
    Map<String, Double> results() throws IOException {
        Map<String, Double> results = new HashMap<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] pair = line.split("=", 2);
            if (pair.length == 2) {
                results.put(pair[0], Double.valueOf(pair[1]));
            }
        }
        close();
        return results;
    }

    /** Waits until it has ended by itself; returns when it did. */
    long awaitEnd() throws InterruptedException {
        process.waitFor();
        return System.nanoTime();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
