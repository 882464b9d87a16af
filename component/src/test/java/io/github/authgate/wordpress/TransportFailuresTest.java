package io.github.authgate.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JDKs of all ages throw when TLS comes to no good end. */
class TransportFailuresTest {

    static Stream<Named<Throwable>> brokenLines() {
        return Stream.of(
                named(new SSLHandshakeException("Remote host closed the channel")),
                named(new SSLHandshakeException("Remote host terminated the handshake")),
                named(caused(new SSLHandshakeException("another wording"), new EOFException("EOF reached"))),
                named(caused(new SSLException("another wording"), new SocketException("Connection reset"))),
                named(caused(new SSLException("another wording"), new ClosedChannelException())));
    }

    @ParameterizedTest
    @MethodSource("brokenLines")
    void aHandshakeThatIsCutOffIsALostConnection(Throwable failure) {
        AuthException told = TransportFailures.translate(new CompletionException(failure), false);

        assertThat(told.reason()).isEqualTo(Reason.SERVER_UNREACHABLE);
        assertThat(told.code()).isEqualTo("connection_lost");
    }

    static Stream<Named<Throwable>> refusals() {
        return Stream.of(
                named(new SSLHandshakeException("(handshake_failure) Received fatal alert: handshake_failure")),
                named(new SSLException("Unrecognized SSL message, plaintext connection?")),
                named(new SSLException((String) null)),
                named(caused(new SSLHandshakeException("PKIX"), new CertificateException("no trust anchors"))),
                named(caused(
                        new SSLHandshakeException("revocation list out of reach"),
                        new CertPathValidatorException("no answer", new SocketException("Connection reset")))),
                named(caused(new SSLException("Tag mismatch!"), new AEADBadTagException())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whoeverCannotProveWhoTheyAreIsNotTrusted(Throwable failure) {
        assertThat(TransportFailures.translate(failure, false).reason()).isEqualTo(Reason.SERVER_NOT_TRUSTED);
        assertThat(TransportFailures.translate(failure, true).reason()).isEqualTo(Reason.SERVER_NOT_TRUSTED);
    }

    private static Named<Throwable> named(Throwable failure) {
        return Named.of(failure + (failure.getCause() == null ? "" : " by " + failure.getCause()), failure);
    }

    private static Throwable caused(Throwable failure, Throwable cause) {
        return failure.initCause(cause);
    }
}
