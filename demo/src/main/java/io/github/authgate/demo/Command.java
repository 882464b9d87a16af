package io.github.authgate.demo;

import java.util.List;
import java.util.OptionalInt;

/** Something that the jar can do. */
interface Command {

    /**
     * Does it.
     *
     * @param arguments what stands behind the command's name
     * @return the exit status; empty if a window is open now and ends the program
     * @throws UsageException if the arguments make no sense
     */
    OptionalInt run(List<String> arguments, Console console) throws UsageException;
}
