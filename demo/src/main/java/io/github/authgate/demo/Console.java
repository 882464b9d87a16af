package io.github.authgate.demo;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a command writes, and the environment variables that it reads. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final UnaryOperator<@Nullable String> environment;

    Console(PrintStream out, PrintStream err, UnaryOperator<@Nullable String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }

    /** Returns an environment variable; empty if it is not set, or set to nothing. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
