package io.github.authgate.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The published posts of a site, newest first.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Posts {

    private final List<Post> posts = new ArrayList<>();
    private final Clock clock;

    Posts(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String title) {
        int id = posts.size() + 1;
        LocalDateTime date =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        posts.add(0, new Post(id, title, date));
    }

    synchronized List<String> titles() {
        return posts.stream().map(post -> post.title).collect(Collectors.toList());
    }

    synchronized List<ObjectNode> newest(int limit, URI site) {
        return posts.stream().limit(limit).map(post -> post.json(site)).collect(Collectors.toList());
    }

    synchronized boolean exists(int id) {
        return find(id).isPresent();
    }

    synchronized ObjectNode edit(int id, Optional<String> title, URI site) {
        Post post = find(id).orElseThrow();
        title.ifPresent(changed -> post.title = changed);
        return post.json(site);
    }

    private Optional<Post> find(int id) {
        return posts.stream().filter(post -> post.id == id).findFirst();
    }

    private static final class Post {

        private final int id;
        private final LocalDateTime date;
        private String title;

        private Post(int id, String title, LocalDateTime date) {
            this.id = id;
            this.title = title;
            this.date = date;
        }

        private ObjectNode json(URI site) {
            ObjectNode json = Answer.object()
                    .put("id", id)
                    .put("date", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date))
                    .put("status", "publish")
                    .put("type", "post")
                    .put("link", site + "/?p=" + id);
            json.putObject("title").put("rendered", Site.escape(title));
            return json;
        }
    }
}
