package io.github.authgate.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is known to be wrong with which versions of which libraries: {@code .config/advisories.json}. */
final class Advisories {

    private final JsonNode list;

    Advisories(JsonNode list) {
        this.list = list;
    }

    static Advisories read() throws IOException {
        return new Advisories(new JsonMapper()
                .readTree(Path.of("..", ".config", "advisories.json").toFile()));
    }

    /** Tells whether anybody has looked for advisories about a library, and be it that there are none. */
    boolean knows(String library) {
        return list.path("libraries").has(library);
    }

    /** Returns what concerns one version of a library. */
    List<String> of(String library, String version) {
        List<String> concerning = new ArrayList<>();
        for (JsonNode advisory : list.path("libraries").path(library)) {
            for (JsonNode range : advisory.path("affected")) {
                if (isBetween(range.path(0).asText(), version, range.path(1).asText())) {
                    concerning.add(library + " " + version + " has "
                            + advisory.path("id").asText());
                }
            }
        }
        return concerning;
    }

    private static boolean isBetween(String first, String version, String fixed) {
        Version candidate = Version.parse(version);
        return candidate.compareTo(Version.parse(first)) >= 0 && candidate.compareTo(Version.parse(fixed)) < 0;
    }

    /** Tells whether nobody has read the sources of the list for too long. */
    boolean isStale(LocalDate today) {
        return LocalDate.parse(list.path("checked").asText())
                .plusDays(list.path("staleAfterDays").asInt())
                .isBefore(today);
    }
}
