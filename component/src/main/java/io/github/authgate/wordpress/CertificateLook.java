package io.github.authgate.wordpress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the certificate that a server shows, without ever accepting it: the handshake ends with the look, and nothing
 * is sent.
 */
final class CertificateLook {

    private static final int DNS_NAME = 2;
    private static final int MOST_NAMES = 8;

    private CertificateLook() {}

    /**
     * Looks. Blocks for twice the time limit at most.
     *
     * @return lines about the certificate; none if the server shows no certificate
     */
    static List<String> at(URI site, int limitMillis) {
        Viewer viewer = new Viewer();
        try (Socket plain = new Socket()) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {viewer}, null);
            int port = site.getPort() < 0 ? 443 : site.getPort();
            plain.connect(new InetSocketAddress(site.getHost(), port), limitMillis);
            plain.setSoTimeout(limitMillis);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, site.getHost(), port, true)) {
                socket.startHandshake();
            }
        } catch (IOException | GeneralSecurityException e) {
            // expected: the viewer refuses every certificate
        }
        return viewer.seen == null ? List.of() : describe(viewer.seen);
    }

    private static List<String> describe(X509Certificate certificate) {
        List<String> lines = new ArrayList<>();
        lines.add("Certificate: "
                + ReportText.clean(certificate.getSubjectX500Principal().getName()));
        lines.add("Issued by: "
                + ReportText.clean(certificate.getIssuerX500Principal().getName()));
        lines.add("Valid: " + certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant());
        List<String> names = names(certificate);
        if (!names.isEmpty()) {
            lines.add("Made for: " + String.join(", ", names));
        }
        return lines;
    }

    private static List<String> names(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            if (certificate.getSubjectAlternativeNames() != null) {
                for (List<?> name : certificate.getSubjectAlternativeNames()) {
                    if (Integer.valueOf(DNS_NAME).equals(name.get(0)) && names.size() < MOST_NAMES) {
                        names.add(ReportText.clean(String.valueOf(name.get(1))));
                    }
                }
            }
        } catch (CertificateException e) {
            return List.of();
        }
        return names;
    }

    private static final class Viewer implements X509TrustManager {

        private @Nullable X509Certificate seen;

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            seen = chain.length == 0 ? null : chain[0];
            throw new CertificateException("only looked at");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("no clients here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
