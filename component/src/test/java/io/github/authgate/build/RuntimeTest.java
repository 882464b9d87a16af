package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a program takes the library in: on the class path or the module path, on Java 11 and newer. */
class RuntimeTest {

    private static final int JAVA_11 = 55;
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    private static final String PROGRAM = "package host;\n"
            + "public class Main {\n"
            + "    public static void main(String[] args) {\n"
            + "        var config = io.github.authgate.wordpress.WordPressConfig.builder(\n"
            + "                java.net.URI.create(\"https://example.org\")).build();\n"
            + "        var auth = io.github.authgate.wordpress.WordPressAuthService.create(config);\n"
            + "        var gate = io.github.authgate.swing.AuthGate.wrap(new javax.swing.JLabel(), auth);\n"
            + "        System.out.println(gate.getLoginPanel().getTitle() + \" \" + gate.getClass().getModule().isNamed());\n"
            + "    }\n"
            + "}\n";

    @TempDir
    Path folder;

    @Test
    void everyClassIsForJava11() throws IOException {
        // javac --release 11 has checked what they call against the API of Java 11
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
            assertThat(classes)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(majorVersion(file)).isEqualTo(JAVA_11));
        }
    }

    private static int majorVersion(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DataInputStream data = new DataInputStream(in);
            data.readInt();
            data.readUnsignedShort();
            return data.readUnsignedShort();
        }
    }

    @Test
    void aProgramOnTheModulePathUsesIt() throws Exception {
        Path module =
                Files.writeString(folder.resolve("module-info.java"), "module host { requires io.github.authgate; }\n");
        compile("--module-path", path(), module.toString());

        assertThat(run("--module-path", path() + File.pathSeparator + folder, "--module", "host/host.Main"))
                .isEqualTo("Please log in true");
    }

    @Test
    void aProgramOnTheClassPathUsesIt() throws Exception {
        compile("-classpath", path());

        assertThat(run("-classpath", path() + File.pathSeparator + folder, "host.Main"))
                .isEqualTo("Please log in false");
    }

    /** The library and what it needs at run time, and nothing else. */
    private static String path() {
        Stream<String> needed = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> new File(entry)
                        .getName()
                        .matches("(?:jackson-(?:core|databind|annotations)|miglayout-(?:core|swing))-[0-9].*\\.jar"));
        return Stream.concat(Stream.of(CLASSES.toString()), needed).collect(Collectors.joining(File.pathSeparator));
    }

    private void compile(String... options) throws IOException {
        Path source = Files.writeString(folder.resolve("Main.java"), PROGRAM);
        List<String> arguments = new ArrayList<>(List.of("--release", "11", "-d", folder.toString()));
        arguments.addAll(List.of(options));
        arguments.add(source.toString());
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
    }

    private static String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.language=en"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return output;
    }
}
