package io.github.authgate.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Compares what the library offers with {@code public-api.txt}, so that nothing becomes public, or ceases to be, without
 * somebody having meant it.
 */
class PublicApiTest {

    private static final Path SNAPSHOT = Path.of("public-api.txt");

    @Test
    void nothingIsPublicButWhatTheSnapshotSays() throws IOException {
        String api = publicTypes().map(PublicApiTest::describe).collect(Collectors.joining("\n"));
        Path actual = Path.of("target", "public-api.txt");
        Files.writeString(actual, api);

        assertThat(api)
                .as(
                        "The public API has changed. If that was meant, copy component/%s over component/%s.",
                        actual, SNAPSHOT)
                .isEqualTo(Files.readString(SNAPSHOT));
    }

    private static Stream<Class<?>> publicTypes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.github.authgate")
                        .stream()
                        .<Class<?>>map(type -> type.reflect())
                        .filter(PublicApiTest::isVisible)
                        .sorted((a, b) -> a.getName().compareTo(b.getName()));
    }

    private static boolean isVisible(Class<?> type) {
        boolean self = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return self && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String describe(Class<?> type) {
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (isOffered(field.getModifiers()) && !field.isSynthetic()) {
                members.add(modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isOffered(constructor.getModifiers())) {
                members.add(modifiers(constructor.getModifiers())
                        + type.getSimpleName()
                        + parameters(constructor.getGenericParameterTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOffered(method.getModifiers()) && !method.isSynthetic()) {
                String thrown = Arrays.stream(method.getExceptionTypes())
                        .map(PublicApiTest::name)
                        .collect(Collectors.joining(", "));
                members.add(modifiers(method.getModifiers()) + name(method.getGenericReturnType()) + " "
                        + method.getName() + parameters(method.getGenericParameterTypes())
                        + (thrown.isEmpty() ? "" : " throws " + thrown));
            }
        }
        String kind = type.isInterface() ? "interface " : type.isEnum() ? "enum " : "class ";
        String parent = type.getSuperclass() == null || type.getSuperclass() == Object.class || type.isEnum()
                ? ""
                : " extends " + name(type.getSuperclass());
        return kind + type.getName() + parent + "\n"
                + new TreeSet<>(members)
                        .stream().map(member -> "  " + member + "\n").collect(Collectors.joining());
    }

    private static boolean isOffered(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(int modifiers) {
        return (Modifier.isProtected(modifiers) ? "protected " : "") + (Modifier.isStatic(modifiers) ? "static " : "");
    }

    private static String parameters(Type[] types) {
        return Arrays.stream(types).map(PublicApiTest::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        return type.getTypeName()
                .replaceAll(
                        "\\b(?:java\\.lang|java\\.util|java\\.util\\.concurrent|java\\.util\\.function)\\.(?=[A-Z])",
                        "");
    }
}
