package io.github.authgate.build;

/** Two libraries, MigLayout and Jackson, and what they consist of. */
class DependenciesTest extends DependenciesContract {

    @Override
    protected String[] libraries() {
        return new String[] {
            "com.miglayout:miglayout-swing",
            "com.miglayout:miglayout-core",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-core",
            "com.fasterxml.jackson.core:jackson-annotations"
        };
    }
}
