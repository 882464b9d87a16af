package io.github.authgate.swing;

import java.awt.Desktop;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Opens web pages in the user's browser. */
final class WebPage {

    private WebPage() {}

    /**
     * Insists on a web address, because other schemes can start programs.
     *
     * @throws IllegalArgumentException if it is none
     */
    static URI require(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || uri.getHost() == null) {
            throw new IllegalArgumentException("Not the address of a web page: it has to begin with https://.");
        }
        return uri;
    }

    /**
     * Opens a page, without keeping the event dispatch thread waiting for the browser.
     *
     * @param otherwise called on the event dispatch thread if there is no browser to be had
     */
    static void open(URI uri, Runnable otherwise) {
        Thread thread = new Thread(
                () -> {
                    if (!browse(uri)) {
                        EventQueue.invokeLater(otherwise);
                    }
                },
                "authgate-browser");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean browse(URI uri) {
        try {
            Desktop.getDesktop().browse(uri);
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            return false; // no desktop, or one that cannot browse
        }
    }
}
