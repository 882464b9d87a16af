package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README shows, compiles. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    /** The world that a snippet takes for granted: a frame, a panel from before, and the tool's own panel. */
    private static final String AROUND = "import io.github.authgate.*;\n"
            + "import io.github.authgate.swing.*;\n"
            + "import io.github.authgate.wordpress.*;\n"
            + "import java.net.URI;\n"
            + "import javax.swing.*;\n"
            + "class Snippet {\n"
            + "    static class MainPanel extends JPanel { MainPanel(AuthSession session) {} }\n"
            + "    void run(JFrame frame, JPanel existingPanel, AuthService service) {\n"
            + "%s\n"
            + "    }\n"
            + "}\n";

    static Stream<String> snippets() throws IOException {
        List<String> snippets = new ArrayList<>();
        Matcher matcher = SNIPPET.matcher(Files.readString(README));
        while (matcher.find()) {
            snippets.add(matcher.group(1));
        }
        return snippets.stream();
    }

    @Test
    void theFirstSnippetNeedsFiveLines() throws IOException {
        String first = snippets().findFirst().orElseThrow();

        assertThat(first.lines().filter(line -> line.contains(";"))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void theFirstSnippetGivesItsWindowASize() throws IOException {
        String first = snippets().findFirst().orElseThrow();

        assertThat(first).containsSubsequence("frame.setContentPane", "frame.setSize", "frame.setVisible");
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippetCompilesForJava11(String snippet) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            List<String> options = List.of("--release", "11", "-classpath", System.getProperty("java.class.path"));
            compiler.getTask(null, new Discarding(files), problems, options, null, List.of(source(snippet)))
                    .call();
        }
        assertThat(problems.getDiagnostics())
                .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
    }

    private static JavaFileObject source(String snippet) {
        return new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return String.format(AROUND, snippet);
            }
        };
    }

    /** Keeps what is compiled out of the file system. */
    private static final class Discarding extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private Discarding(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                @Override
                public java.io.OutputStream openOutputStream() {
                    return new java.io.ByteArrayOutputStream();
                }
            };
        }
    }
}
