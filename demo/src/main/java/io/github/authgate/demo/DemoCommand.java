package io.github.authgate.demo;

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.OptionalInt;
import javax.swing.SwingUtilities;

/** Opens the demo's window, or does what can be done without one. */
final class DemoCommand implements Command {

    static final String NAME = "demo";

    private static final String HELP = String.join(
            System.lineSeparator(),
            "A small tool whose users log in with their WordPress accounts.",
            "",
            "  java -jar authgate-demo.jar               with a stand-in for a site; its window names the accounts",
            "  java -jar authgate-demo.jar --site URL    with a real site",
            "  java -jar authgate-demo.jar doctor URL    says what keeps users of a site from logging in",
            "",
            "  --site URL           address of a WordPress site, such as https://example.org/blog",
            "  --api-key-file FILE  its API key; else the environment variable AUTHGATE_API_KEY",
            "  --token-file FILE    keep remembered sessions in this file instead of the keychain",
            "  --port NUMBER        port of the stand-in, 0 for any; 17563 if that is free",
            "  --theme NAME         " + String.join(", ", Theme.options()),
            "  --self-test          log in, be refused, lock and log out without a window, then exit",
            "  --help               this text");

    @Override
    public OptionalInt run(List<String> arguments, Console console) throws UsageException {
        Options options = Options.parse(arguments);
        if (options.help()) {
            console.say(HELP);
            return OptionalInt.of(0);
        }
        if (options.selfTest()) {
            return OptionalInt.of(SelfTest.run(console));
        }
        if (GraphicsEnvironment.isHeadless()) {
            console.complain("There is no display to open a window on. Try --self-test.");
            return OptionalInt.of(2);
        }
        Theme theme = options.theme();
        Backend backend = Backend.of(options, console);
        SwingUtilities.invokeLater(() -> {
            theme.apply();
            new DemoWindow(new DemoApp(backend), () -> System.exit(0)).show();
        });
        return OptionalInt.empty();
    }
}
