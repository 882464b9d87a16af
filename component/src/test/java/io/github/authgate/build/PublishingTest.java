package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Maven Central asks of a project before it takes anything from it. */
class PublishingTest {

    private static final Path ROOT = Path.of("..");

    @Test
    void theParentSaysWhoseAndWhereItIs() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("<url>", "<licenses>", "<developers>", "<scm>", "<connection>", "<developerConnection>");
    }

    static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleSaysWhatItIs(Path pom) throws IOException {
        String text = Files.readString(pom);
        String own = text.substring(text.indexOf("</parent>"));

        assertThat(own).contains("<name>", "<description>");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyLibraryComesWithItsSourcesAndItsJavadoc(Path pom) throws IOException {
        String text = Files.readString(pom);
        boolean isLibrary = !text.contains("<packaging>") && !text.contains("maven-shade-plugin");

        if (isLibrary) {
            assertThat(text).contains("maven-source-plugin", "maven-javadoc-plugin");
        }
    }
}
