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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/**
 * Says what it means when an exchange ended with an exception instead of an answer.
 *
 * <p>Thread-safe; methods do not block.
 */
final class TransportFailures {

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
        if (hasCause(cause, SSLException.class)) {
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
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 16; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
