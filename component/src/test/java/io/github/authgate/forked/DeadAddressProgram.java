package io.github.authgate.forked;

import io.github.authgate.AuthException;
import io.github.authgate.Credentials;
import io.github.authgate.wordpress.WordPressAuthService;
import io.github.authgate.wordpress.WordPressConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Logs in at a host that has two addresses: nobody is reached under the first, and a server listens under the other. */
final class DeadAddressProgram {

    static final String HOST = "two.test";
    static final String DEAD = "127.0.0.2";
    static final String ALIVE = "127.0.0.1";

    private DeadAddressProgram() {}

    public static void main(String[] args) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket alive = new ServerSocket(0, 1, InetAddress.getByName(ALIVE));
                ServerSocket dead = new ServerSocket(alive.getLocalPort(), 1, InetAddress.getByName(DEAD));
                WordPressAuthService service = WordPressAuthService.create(
                        WordPressConfig.builder(URI.create("http://" + HOST + ":" + alive.getLocalPort()))
                                .allowPlainHttp(true)
                                .connectTimeout(Duration.ofMillis(300))
                                .attemptTimeout(Duration.ofMinutes(4)) // not what ends it
                                .build())) {
            for (int i = 0; i < 3; i++) {
                waiting.add(waitForNothing(dead));
            }
            service.login(new Credentials("ann", "secret".toCharArray(), false)).get();
        } catch (ExecutionException e) {
            System.out.println("the login ended with " + ((AuthException) e.getCause()).code());
        }
        System.exit(waiting.size() == 3 ? 0 : 1);
    }

    /** Fills the queue of connections that nobody accepts; what comes later gets no answer at all. */
    private static Socket waitForNothing(ServerSocket dead) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(dead.getLocalSocketAddress(), 100);
        } catch (SocketTimeoutException e) {
            // the queue is full already
        }
        return socket;
    }
}
