package io.github.authgate.demo;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The entry point: finds the command that the first argument names, the demo if it names none. */
public final class Main {

    /** What a first argument without a dash can be. */
    private static final Map<String, Command> COMMANDS =
            Map.of(DemoCommand.NAME, new DemoCommand(), DoctorCommand.NAME, new DoctorCommand());

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args see {@code --help}
     */
    public static void main(String[] args) {
        run(List.of(args), new Console(System.out, System.err, System::getenv)).ifPresent(System::exit);
    }

    /** Runs a command and returns its exit status; empty if a window is open now. */
    static OptionalInt run(List<String> arguments, Console console) {
        boolean isNamed = !arguments.isEmpty() && !arguments.get(0).startsWith("-");
        String name = isNamed ? arguments.get(0) : DemoCommand.NAME;
        Command command = COMMANDS.get(name);
        try {
            if (command == null) {
                throw new UsageException("There is no command '" + name + "'.");
            }
            return command.run(isNamed ? arguments.subList(1, arguments.size()) : arguments, console);
        } catch (UsageException e) {
            console.complain(e.getMessage());
            console.complain("Try --help.");
            return OptionalInt.of(2);
        }
    }
}
