package io.github.authgate.demo;

/**
 * A post of the site.
 *
 * <p>Immutable and thread-safe.
 */
final class Post {

    private final long id;
    private final String date;
    private final String title;

    Post(long id, String date, String title) {
        this.id = id;
        this.date = date;
        this.title = title;
    }

    long id() {
        return id;
    }

    String date() {
        return date;
    }

    String title() {
        return title;
    }
}
