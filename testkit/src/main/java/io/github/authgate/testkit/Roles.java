package io.github.authgate.testkit;

import java.util.ArrayList;
import java.util.List;

/** The five roles of a fresh WordPress, each able to do what those before it can, and a choice of their capabilities. */
final class Roles {

    private static final List<String> NAMES = List.of("subscriber", "contributor", "author", "editor", "administrator");

    private static final List<List<String>> ADDED = List.of(
            List.of("read"),
            List.of("edit_posts", "delete_posts"),
            List.of("edit_published_posts", "publish_posts", "delete_published_posts", "upload_files"),
            List.of("edit_others_posts", "edit_pages", "manage_categories", "moderate_comments", "read_private_posts"),
            List.of("manage_options", "list_users", "edit_users", "delete_users", "activate_plugins"));

    private Roles() {}

    static String require(String role) {
        if (!NAMES.contains(role)) {
            throw new IllegalArgumentException("WordPress has no role " + role + ", but " + NAMES + ".");
        }
        return role;
    }

    static List<String> capabilities(String role) {
        List<String> capabilities = new ArrayList<>();
        ADDED.subList(0, NAMES.indexOf(role) + 1).forEach(capabilities::addAll);
        capabilities.add(role); // WordPress lists the role itself among them
        return capabilities;
    }
}
