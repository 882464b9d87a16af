package io.github.authgate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;

/**
 * A site in a process of its own, with a certificate of its own beside those of the JDK, so that a client has as much to
 * load as on the open net.
 */
final class Server implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final Path trust;
    private final ChildJvm process;
    private final String address;
    private final String instantAddress;

    private Server(Path trust, ChildJvm process) throws IOException {
        this.trust = trust;
        this.process = process;
        this.address = process.line();
        this.instantAddress = process.line();
    }

    /**
     * Starts a site.
     *
     * @param thinkMillis how long it takes over each answer
     */
    static Server start(Path folder, int thinkMillis) throws IOException, GeneralSecurityException {
        Path keys = folder.resolve("site.p12");
        Path trust = folder.resolve("trust.p12");
        if (!Files.exists(keys)) {
            makeKeys(keys);
            trust(keys, trust);
        }
        ChildJvm process = ChildJvm.start(
                List.of("-Dsun.net.httpserver.nodelay=true", "-Xmx128m"),
                SiteProgram.class,
                keys,
                PASSWORD,
                thinkMillis);
        return new Server(trust, process);
    }

    private static void makeKeys(Path keys) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost,IP:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        if (!Files.exists(keys)) {
            throw new IOException("keytool has made no keys");
        }
    }

    private static void trust(Path keys, Path trust) throws IOException, GeneralSecurityException {
        KeyStore authorities = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                (char[]) null);
        Certificate own =
                KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray()).getCertificate("site");
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        for (String alias : java.util.Collections.list(authorities.aliases())) {
            all.setCertificateEntry(alias, authorities.getCertificate(alias));
        }
        all.setCertificateEntry("benchmark", own);
        try (java.io.OutputStream out = Files.newOutputStream(trust)) {
            all.store(out, PASSWORD.toCharArray());
        }
    }

    String address() {
        return address;
    }

    /** Returns where it takes no time over its answers. */
    String instantAddress() {
        return instantAddress;
    }

    /** Returns the options for a client's JVM to trust this site. */
    List<String> trustOptions() {
        return List.of("-Djavax.net.ssl.trustStore=" + trust, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }
}
