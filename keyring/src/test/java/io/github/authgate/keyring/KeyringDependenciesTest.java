package io.github.authgate.keyring;

import io.github.authgate.build.DependenciesContract;

/** The keychain costs nine libraries more, which is why it is an artifact of its own. */
class KeyringDependenciesTest extends DependenciesContract {

    @Override
    protected String[] libraries() {
        return new String[] {
            "com.miglayout:miglayout-swing",
            "com.miglayout:miglayout-core",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-core",
            "com.fasterxml.jackson.core:jackson-annotations",
            "com.github.javakeyring:java-keyring",
            "de.swiesend:secret-service",
            "at.favre.lib:hkdf",
            "com.github.hypfvieh:dbus-java-core",
            "com.github.hypfvieh:dbus-java-transport-native-unixsocket",
            "net.java.dev.jna:jna",
            "net.java.dev.jna:jna-platform",
            "org.slf4j:slf4j-api",
            "pt.davidafsilva.apple:jkeychain"
        };
    }
}
