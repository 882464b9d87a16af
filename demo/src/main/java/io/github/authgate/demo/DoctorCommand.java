package io.github.authgate.demo;

import io.github.authgate.wordpress.SiteDoctor;
import io.github.authgate.wordpress.SiteReport;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Says what keeps users of a site from logging in. */
final class DoctorCommand implements Command {

    static final String NAME = "doctor";

    private static final String HELP = String.join(
            System.lineSeparator(),
            "Says what keeps users of a WordPress site from logging in. It needs no password.",
            "",
            "  java -jar authgate-demo.jar doctor URL [options]",
            "",
            "  --api-key-file FILE  the site's API key; else the environment variable AUTHGATE_API_KEY",
            "  --json               for programs",
            "  --help               this text",
            "",
            "Exit status: 0 if users can log in, 1 if something stands in the way, 2 if this was called wrongly.");

    @Override
    public OptionalInt run(List<String> arguments, Console console) throws UsageException {
        Arguments given = Arguments.parse(arguments);
        if (given.help) {
            console.say(HELP);
            return OptionalInt.of(0);
        }
        SiteReport report = doctor(given, console).examine().join();
        console.say(given.json ? report.toJson() : report.toText());
        return OptionalInt.of(report.exitStatus());
    }

    private static SiteDoctor doctor(Arguments given, Console console) throws UsageException {
        if (given.address == null) {
            throw new UsageException("doctor needs the address of a site.");
        }
        String keyFile = given.keyFile;
        Optional<String> key = keyFile == null
                ? console.variable("AUTHGATE_API_KEY")
                : Optional.of(Backend.keyIn(Backend.path("--api-key-file", keyFile)));
        String address = given.address.contains("://") ? given.address : "https://" + given.address;
        try {
            return SiteDoctor.builder(address).apiKey(key.orElse(null)).build();
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static final class Arguments {

        private @Nullable String address;
        private @Nullable String keyFile;
        private boolean json;
        private boolean help;

        private static Arguments parse(List<String> arguments) throws UsageException {
            Arguments parsed = new Arguments();
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                parsed.take(rest.next(), rest);
            }
            return parsed;
        }

        private void take(String argument, Iterator<String> rest) throws UsageException {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.equals("--help") || argument.equals("-h")) {
                help = true;
            } else if (argument.equals("--api-key-file") && rest.hasNext()) {
                keyFile = rest.next();
            } else if (argument.startsWith("--api-key-file=")) {
                keyFile = argument.substring("--api-key-file=".length());
            } else if (argument.equals("--api-key-file")) {
                throw new UsageException("--api-key-file needs a value.");
            } else if (argument.startsWith("-")) {
                throw new UsageException("There is no option '" + argument + "'.");
            } else if (address != null) {
                throw new UsageException("doctor examines one site at a time.");
            } else {
                address = argument;
            }
        }
    }
}
