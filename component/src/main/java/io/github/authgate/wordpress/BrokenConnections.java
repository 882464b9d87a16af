package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says which cause an exception points to that came instead of an answer. Where the JDK has only an English sentence for
 * it, and no type, the sentence decides; it is never passed on.
 *
 * <p>Thread-safe; methods do not block.
 */
final class BrokenConnections {

    private static final int DEEPEST = 16;

    private BrokenConnections() {}

    /**
     * Explains a failure.
     *
     * @param throughProxy whether the connection was to a proxy, so that a refusal is the proxy's
     */
    static Cause cause(Throwable failure, boolean throughProxy) {
        Throwable cause = TransportFailures.unwrap(failure);
        if (TransportFailures.isDistrust(cause)) {
            return tls(cause);
        }
        if (throughProxy) {
            Optional<Cause> proxy = proxy(cause);
            if (proxy.isPresent()) {
                return proxy.get();
            }
        }
        if (cause instanceof RuntimeException && !has(cause, UnresolvedAddressException.class::isInstance)) {
            return Cause.INTERNAL_ERROR;
        }
        AuthException known = TransportFailures.translate(cause, false);
        return Cause.of(known.code()).orElse(Cause.INTERNAL_ERROR);
    }

    private static Optional<Cause> proxy(Throwable cause) {
        if (cause instanceof IOException && says(cause, "Tunnel failed")) {
            return Optional.of(Cause.PROXY_REFUSED);
        }
        return cause instanceof ConnectException ? Optional.of(Cause.PROXY_UNREACHABLE) : Optional.empty();
    }

    private static Cause tls(Throwable failure) {
        if (has(failure, CertificateExpiredException.class::isInstance)) {
            return Cause.TLS_CERTIFICATE_EXPIRED;
        }
        if (has(failure, CertificateNotYetValidException.class::isInstance)) {
            return Cause.TLS_CERTIFICATE_NOT_YET_VALID;
        }
        if (has(failure, e -> says(e, "No subject alternative") || says(e, "No name matching"))) {
            return Cause.TLS_CERTIFICATE_OTHER_HOST;
        }
        if (has(failure, CertPathBuilderException.class::isInstance)
                || has(failure, CertPathValidatorException.class::isInstance)
                || has(failure, e -> says(e, "trust anchors") || says(e, "No trusted certificate"))) {
            return Cause.TLS_ISSUER_UNKNOWN;
        }
        boolean isPlain = has(failure, e -> says(e, "nrecognized SSL message")); // two wordings, one meaning
        return isPlain ? Cause.TLS_NOT_SPOKEN : Cause.TLS_FAILED;
    }

    private static boolean says(Throwable failure, String words) {
        return failure.getMessage() != null && failure.getMessage().contains(words);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> test) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (test.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
