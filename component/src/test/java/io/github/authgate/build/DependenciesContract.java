package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a module may bring along at run time. Its bill of materials, which the build writes before the tests run and which
 * goes out with the release, says what it does bring.
 */
public abstract class DependenciesContract {

    private static final Path BILL_OF_MATERIALS = Path.of("target", "bom.json");

    /** Returns group and name of every library that a program gets along with the module. */
    protected abstract String[] libraries();

    @Test
    void aProgramGetsTheseLibrariesAlongAndNoOther() throws IOException {
        assertThat(versions()).containsOnlyKeys(libraries());
    }

    @Test
    void somebodyHasLookedForAdvisoriesAboutEveryLibrary() throws IOException {
        Advisories advisories = Advisories.read();

        assertThat(versions().keySet()).allMatch(advisories::knows);
    }

    @Test
    void noLibraryHasAKnownVulnerability() throws IOException {
        Advisories advisories = Advisories.read();

        assertThat(versions())
                .allSatisfy((library, version) ->
                        assertThat(advisories.of(library, version)).isEmpty());
    }

    private static Map<String, String> versions() throws IOException {
        assertThat(BILL_OF_MATERIALS)
                .as("bill of materials, which Maven writes unless it is offline (-o)")
                .exists();
        Map<String, String> versions = new TreeMap<>();
        for (JsonNode component :
                new JsonMapper().readTree(BILL_OF_MATERIALS.toFile()).path("components")) {
            String group = component.path("group").asText();
            if (!group.equals("io.github.authgate")) {
                versions.put(
                        group + ":" + component.path("name").asText(),
                        component.path("version").asText());
            }
        }
        return versions;
    }
}
