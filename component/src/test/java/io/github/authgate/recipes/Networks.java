package io.github.authgate.recipes;

import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Ways to a site that are not straight. */
public final class Networks {

    private Networks() {}

    public static WordPressAuthService throughProxy(WordPressConfig config, String host, int port) {
        return WordPressAuthService.builder(config)
                .proxy(ProxySelector.of(new InetSocketAddress(host, port)))
                .build();
    }

    public static WordPressAuthService withPrivateAuthority(WordPressConfig config, Path certificate)
            throws IOException, GeneralSecurityException {
        return WordPressAuthService.builder(config)
                .sslContext(trustingOnly(certificate))
                .build();
    }

    /** Returns a context that trusts one authority, read from a PEM or DER file, and nobody else. */
    public static SSLContext trustingOnly(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
