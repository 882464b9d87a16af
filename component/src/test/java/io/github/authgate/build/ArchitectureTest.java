package io.github.authgate.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.Component;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.github.authgate", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CONTRACT = "io.github.authgate";
    private static final String SWING = "io.github.authgate.swing..";
    private static final String WORDPRESS = "io.github.authgate.wordpress..";

    @ArchTest
    static final ArchRule theContractKnowsNothingButTheJdksBase = classes()
            .that()
            .resideInAPackage(CONTRACT)
            .should()
            .onlyDependOnClassesThat(in(
                    CONTRACT,
                    "java.io",
                    "java.lang..",
                    "java.net",
                    "java.nio..",
                    "java.security",
                    "java.time..",
                    "java.util..",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule theComponentsKnowTheContractSwingAndMigLayout = classes()
            .that()
            .resideInAPackage(SWING)
            .should()
            .onlyDependOnClassesThat(in(
                    CONTRACT,
                    SWING,
                    "java.awt..",
                    "java.beans",
                    "java.io",
                    "java.lang..",
                    "java.net",
                    "java.text",
                    "java.time..",
                    "java.util..",
                    "javax.accessibility",
                    "javax.imageio..",
                    "javax.swing..",
                    "net.miginfocom.swing",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule theBackEndKnowsTheContractHttpAndJackson = classes()
            .that()
            .resideInAPackage(WORDPRESS)
            .should()
            .onlyDependOnClassesThat(in(
                    CONTRACT,
                    WORDPRESS,
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "java.io",
                    "java.lang..",
                    "java.net",
                    "java.net.http",
                    "java.nio..",
                    "java.security..",
                    "java.time..",
                    "java.util..",
                    "javax.net.ssl",
                    "javax.security.auth.x500",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule requestsAreSentInOnePlace = noClasses()
            .that()
            .haveNameNotMatching(".*\\.HttpExchanges(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.http\\.HttpClient(\\$.*)?");

    @ArchTest
    static final ArchRule oneClassDecidesThatALoginSucceeded = noClasses()
            .that()
            .resideInAPackage(WORDPRESS)
            .and()
            .doNotHaveSimpleName("Acceptance")
            .should()
            .accessTargetWhere(com.tngtech.archunit.core.domain.JavaAccess.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("isUsefulTeams")));

    @ArchTest
    static final ArchRule nothingStaticCanChange = fields().that()
            .areStatic()
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType("java.util.concurrent.ConcurrentHashMap")
            .andShould()
            .notHaveRawType("java.util.HashMap");

    @ArchTest
    static final ArchRule componentsHoldNoSecretThatAStreamCouldCarryAway = fields().that()
            .areDeclaredInClassesThat()
            .areAssignableTo(Component.class)
            .should()
            .notHaveRawType("io.github.authgate.Credentials")
            .andShould()
            .notHaveRawType("[C");

    private static DescribedPredicate<JavaClass> in(String... packages) {
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(packages);
        return allowed.or(new DescribedPredicate<>("primitive types and arrays of allowed ones") {
            @Override
            public boolean test(JavaClass type) {
                return type.isPrimitive() || type.isArray() && test(type.getBaseComponentType()) || allowed.test(type);
            }
        });
    }
}
