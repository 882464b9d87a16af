package io.github.authgate.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A site on loopback that answers like a WordPress with our plugin, or, when told so, takes requests and says nothing. */
final class SilentSite {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final ServerSocket socket;
    private final BlockingQueue<String> unanswered = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> ends = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean silent;

    SilentSite() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    void setSilent(boolean silent) {
        this.silent = silent;
    }

    /** Waits until the first request has been answered: what the site is, which a form asks before anybody logs in. */
    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    /** Waits for a request that gets no answer. */
    void awaitUnanswered() throws InterruptedException {
        unanswered.take();
    }

    /** Forgets what has ended until now. */
    void forgetEnds() {
        ends.clear();
    }

    /** Waits for the end of a connection on which a request was left without an answer; returns when it came. */
    long awaitEnd() throws InterruptedException {
        return ends.take();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "site");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        boolean isLeft = false;
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (String request = read(in); request != null; request = read(in)) {
                if (silent) {
                    isLeft = true;
                    unanswered.add(request);
                } else {
                    connection.getOutputStream().write(answer(request));
                    asked.countDown();
                }
            }
        } catch (IOException e) {
            // as good as an end
        }
        if (isLeft) {
            ends.add(System.nanoTime());
        }
    }

    /** Reads a request to the end of its body; null at the end of the connection. */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.write(next);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            in.readNBytes(Integer.parseInt(length.group(1)));
        }
        return text;
    }

    private static byte[] answer(String request) {
        String json = "{\"name\":\"Example\",\"namespaces\":[\"jwt-auth/v1\",\"authgate/v1\"]}";
        if (request.contains("/token/validate")) {
            json = "{\"code\":\"jwt_auth_valid_token\",\"data\":{\"status\":200,\"user\":{\"id\":7,\"name\":\"ann\"}}}";
        } else if (request.contains("/token")) {
            json = "{\"token\":\"" + SiteProgram.token() + "\",\"user_nicename\":\"ann\"}";
        }
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
