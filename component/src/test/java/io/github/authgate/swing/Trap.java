package io.github.authgate.swing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that nobody should ask for anything: whoever does has taken a text for HTML. */
final class Trap implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> hits = new LinkedBlockingQueue<>();

    Trap() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            hits.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    /** Returns a text that fetches an image, a background, a style sheet and a component, if it is let. */
    String bait(String name) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
        return "<html><head><link rel=stylesheet href='" + address + "/style'></head><body background='" + address
                + "/background'><img src='" + address + "/image'><object classid=javax.swing.JButton></object>" + name;
    }

    List<String> hits() {
        return List.copyOf(hits);
    }

    /** Waits until somebody has asked. */
    String awaitHit() {
        try {
            return hits.take();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
