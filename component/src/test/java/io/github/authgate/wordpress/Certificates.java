package io.github.authgate.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-made certificates, by the JDK's own {@code keytool}: good ones, outdated ones, somebody else's. */
final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;

    private Certificates(KeyStore store) {
        this.store = store;
    }

    /** Makes a key pair whose certificate names this machine. */
    static Certificates ofThisMachine(Path folder) {
        return make(folder.resolve("good.p12"), "san=ip:127.0.0.1,dns:localhost");
    }

    static Certificates outdated(Path folder) {
        return make(
                folder.resolve("outdated.p12"),
                "san=ip:127.0.0.1",
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "30");
    }

    static Certificates ofSomebodyElse(Path folder) {
        return make(folder.resolve("other.p12"), "san=dns:somebody-else.example");
    }

    /** Makes an authority and a certificate that it has signed: the dates of an authority itself are nobody's concern. */
    private static Certificates make(Path file, String names, String... dates) {
        keytool(file, "authority", "-ext", "bc=ca:true");
        List<String> options = new ArrayList<>(List.of("-signer", "authority", "-ext", names));
        options.addAll(List.of(dates));
        keytool(file, "key", options.toArray(new String[0]));
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return new Certificates(store);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void keytool(Path file, String alias, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(options));
        try {
            Process keytool = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (keytool.waitFor() != 0) {
                throw new AssertionError(command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Opens a port of this machine that presents the certificate. */
    ServerSocket listen() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(only("key"), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore only(String alias) throws GeneralSecurityException, IOException {
        KeyStore copy = KeyStore.getInstance("PKCS12");
        copy.load(null, null);
        copy.setKeyEntry(alias, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
        return copy;
    }

    /** Returns a context that trusts the authority of this certificate and no other. */
    SSLContext trusted() {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry("authority", store.getCertificate("authority"));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
