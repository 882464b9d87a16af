package io.github.authgate.wordpress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that misbehaves in ways no HTTP server library offers. Each connection is served by the next script, the last
 * one serves all that follow.
 */
final class RawServer implements AutoCloseable {

    /** What happens on one connection. */
    @FunctionalInterface
    interface Script {
        void serve(Connection connection) throws IOException;
    }

    private final ServerSocket socket;
    private final List<Script> scripts;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    RawServer(Script... scripts) {
        this(plainSocket(), scripts);
    }

    /**
     * @param socket where to listen; closed with this server
     */
    RawServer(ServerSocket socket, Script... scripts) {
        this.socket = socket;
        this.scripts = List.of(scripts);
        Thread thread = new Thread(this::accept, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private static ServerSocket plainSocket() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI secureAddress() {
        return URI.create("https://127.0.0.1:" + socket.getLocalPort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    List<Connection> connections() {
        return connections;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Connection connection = new Connection(socket.accept());
                Script script = scripts.get(Math.min(connections.size(), scripts.size() - 1));
                connections.add(connection);
                Thread thread = new Thread(() -> connection.run(script), "raw-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Connection connection : connections) {
            connection.socket.close();
        }
    }

    /** One connection, seen from the server. */
    static final class Connection {

        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = socket.getOutputStream();
        }

        private void run(Script script) {
            try (socket) {
                script.serve(this);
            } catch (IOException e) {
                // the client hung up, which is what most scripts wait for
            } finally {
                closed.complete(null);
            }
        }

        /** Returns the request lines so far. */
        List<String> requests() {
            return requests;
        }

        /** Returns a future that completes when the connection is gone. */
        CompletableFuture<Void> closed() {
            return closed;
        }

        /** Reads one request, body included; returns its head and body. */
        String read() throws IOException {
            List<String> head = new ArrayList<>();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            if (head.isEmpty()) {
                throw new IOException("end of stream");
            }
            char[] body = new char[length];
            int read = 0;
            while (read < length) {
                int count = in.read(body, read, length - read);
                if (count < 0) {
                    throw new IOException("end of stream");
                }
                read += count;
            }
            requests.add(head.get(0));
            return String.join("\n", head) + "\n\n" + new String(body);
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Answers with JSON, written with single quotes here, and keeps the connection. */
        void answer(String json) throws IOException {
            byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n"
                    + new String(body, StandardCharsets.UTF_8));
        }

        /** Writes bytes as they are. */
        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Waits for the first byte of whatever the client has to say. */
        void readByte() throws IOException {
            in.read();
        }

        /** Waits until the client hangs up. */
        void waitForEnd() throws IOException {
            while (in.read() >= 0) {
                // whatever still comes
            }
        }

        /** Ends the connection with a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
