package io.github.authgate.wordpress;

import io.github.authgate.AuthException;
import io.github.authgate.AuthException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/**
 * Says what it means when an exchange ended with an exception instead of an answer.
 *
 * <p>Thread-safe; methods do not block.
 */
final class TransportFailures {

    private static final int DEEPEST = 16;

    private TransportFailures() {}

    /**
     * Translates a failure of the HTTP client.
     *
     * <p>The original is not kept as the cause: messages of the HTTP client can quote addresses, headers and what a
     * server sent.
     *
     * @param answering whether the head of an answer had arrived before
     */
    static AuthException translate(Throwable failure, boolean answering) {
        Throwable cause = unwrap(failure);
        if (cause instanceof AuthException) {
            return (AuthException) cause;
        }
        if (cause instanceof Error) {
            return new AuthException(Reason.SERVER_FAULT, "internal_error", null);
        }
        if (isDistrust(cause)) {
            return new AuthException(Reason.SERVER_NOT_TRUSTED);
        }
        if (cause instanceof HttpConnectTimeoutException || cause instanceof HttpTimeoutException) {
            return timeout();
        }
        if (hasCause(cause, UnresolvedAddressException.class) || hasCause(cause, UnknownHostException.class)) {
            return new AuthException(Reason.SERVER_UNREACHABLE, "host_unknown", null);
        }
        if (cause instanceof ConnectException) {
            return new AuthException(Reason.SERVER_UNREACHABLE, "connection_refused", null);
        }
        if (isMalformed(cause, answering)) {
            return new AuthException(Reason.SERVER_FAULT, "malformed_answer", null);
        }
        return new AuthException(Reason.SERVER_UNREACHABLE, "connection_lost", null);
    }

    /**
     * Tells whether the server could not prove who it is, or would not agree on how to speak TLS. A handshake that is cut
     * off proves nothing either way: a server that restarts, or a load balancer with nobody behind it, ends it so. Nothing
     * has been sent by then, and nobody is let in by it.
     */
    static boolean isDistrust(Throwable failure) {
        Throwable cause = unwrap(failure);
        // certificates first: that a revocation list is out of reach is a broken line too, but elsewhere
        return hasCause(cause, SSLException.class)
                && (hasCause(cause, GeneralSecurityException.class) || !has(cause, TransportFailures::isBrokenLine));
    }

    private static boolean isBrokenLine(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof ClosedChannelException
                || cause instanceof EOFException
                || cause instanceof SSLException && saysThatTheOtherSideHungUp(cause);
    }

    /** Where the JDK names no cause, there is only "Remote host closed the channel" or "… terminated the handshake". */
    private static boolean saysThatTheOtherSideHungUp(Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.startsWith("Remote host ");
    }

    static AuthException timeout() {
        return new AuthException(Reason.SERVER_UNREACHABLE, "timeout", null);
    }

    /** A broken line looks like a broken answer once the answer has begun, unless the socket itself reports it. */
    private static boolean isMalformed(Throwable cause, boolean answering) {
        if (hasCause(cause, ProtocolException.class)) {
            return true;
        }
        boolean brokenLine = hasCause(cause, SocketException.class) || hasCause(cause, ClosedChannelException.class);
        boolean endedEarly = hasCause(cause, EOFException.class);
        return cause instanceof IOException && answering && (endedEarly || !brokenLine);
    }

    /**
     * Tells whether the server closed an idle connection at the very moment we used it. Nothing arrived, so nothing was
     * processed. The JDK repeats a GET in this case, and no POST.
     */
    static boolean isStaleConnection(Throwable failure) {
        Throwable cause = unwrap(failure);
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && message.contains("header parser received no bytes");
    }

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        return has(failure, type::isInstance);
    }

    private static boolean has(Throwable failure, Predicate<Throwable> kind) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (kind.test(cause)) {
                return true;
            }
        }
        return false;
    }
}
