package io.github.authgate.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routes of WordPress itself: the index, the user behind a token, posts.
 *
 * <p>Thread-safe; methods do not block.
 */
final class ContentRoutes {

    private static final Pattern POST = Pattern.compile("(?i)/wp/v2/posts/(\\d{1,9})");

    private final Site site;

    ContentRoutes(Site site) {
        this.site = site;
    }

    /** Answers a request; empty if it is for none of these routes. */
    Optional<Answer> answer(Request request) {
        // with a bad token even a public route fails: both plugins read it before WordPress looks at the route
        Optional<Answer> refusal = request.header("Authorization").isEmpty()
                ? Optional.empty()
                : TokenCheck.of(site, request).refusal();
        Optional<Answer> answer = refusal.isPresent() ? refusal : route(request);
        return answer.map(given -> request.hasParameter("_fields") && given.status() == 200
                ? given.withFields(request.parameter("_fields"))
                : given);
    }

    private Optional<Answer> route(Request request) {
        if (request.is("GET", "/")) {
            return Optional.of(index());
        }
        if (request.is("GET", "/wp/v2/users/me")) {
            return Optional.of(me(request));
        }
        if (request.is("GET", "/wp/v2/posts")) {
            return Optional.of(posts(request));
        }
        Matcher post = POST.matcher(request.route());
        boolean isEdit = request.method().equals("POST") || request.method().equals("PUT");
        return post.matches() && isEdit
                ? Optional.of(edit(request, Integer.parseInt(post.group(1))))
                : Optional.empty();
    }

    private Answer index() {
        ObjectNode body = Answer.object()
                .put("name", Site.escape(site.name()))
                .put("description", "")
                .put("url", site.address().toString())
                .put("home", site.address().toString());
        ArrayNode namespaces = body.putArray("namespaces").add("oembed/1.0").add("jwt-auth/v1");
        if (site.dialect == Dialect.AUTHGATE) {
            namespaces.add("authgate/v1");
        }
        namespaces.add("wp/v2");
        body.putArray("authentication");
        body.put("site_icon_url", "");
        return Answer.ok(body);
    }

    private Answer me(Request request) {
        Optional<TokenCheck> check = loggedIn(request);
        if (check.isEmpty()) {
            return notLoggedIn("rest_not_logged_in");
        }
        FakeUser user = check.get().user().orElseThrow();
        ObjectNode body = Answer.object()
                .put("id", check.get().userId())
                .put("name", Site.escape(user.displayName()))
                .put("slug", user.name());
        if (request.parameter("context").equals("edit")) {
            body.put("email", user.email());
            describeRole(body, user);
        }
        return Answer.ok(body);
    }

    static void describeRole(ObjectNode body, FakeUser user) {
        body.putArray("roles").add(user.role());
        ObjectNode capabilities = body.putObject("capabilities");
        Roles.capabilities(user.role()).forEach(capability -> capabilities.put(capability, true));
    }

    private Answer posts(Request request) {
        String limit = request.parameter("per_page");
        ArrayNode body = Answer.array();
        site.posts
                .newest(limit.matches("\\d{1,2}") ? Integer.parseInt(limit) : 10, site.address())
                .forEach(body::add);
        return Answer.ok(body);
    }

    private Answer edit(Request request, int id) {
        if (!site.posts.exists(id)) {
            return Answer.error(404, "rest_post_invalid_id", "Invalid post ID.");
        }
        Optional<TokenCheck> check = loggedIn(request);
        if (check.isEmpty()) {
            return notLoggedIn("rest_cannot_edit");
        }
        if (!check.get().may("edit_others_posts")) {
            return Answer.error(403, "rest_cannot_edit", "Sorry, you are not allowed to edit this post.");
        }
        Optional<String> title =
                request.hasParameter("title") ? Optional.of(request.parameter("title")) : Optional.empty();
        return Answer.ok(site.posts.edit(id, title, site.address()));
    }

    /** A token whose user is gone leaves the request without a user, as in WordPress. */
    private Optional<TokenCheck> loggedIn(Request request) {
        return request.token()
                .map(token -> TokenCheck.of(site, request))
                .filter(check -> check.user().isPresent());
    }

    private static Answer notLoggedIn(String code) {
        return Answer.error(401, code, "You are not currently logged in.");
    }
}
