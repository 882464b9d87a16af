package io.github.authgate.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The accounts of a site. A number is never given twice, not even after its account is gone.
 *
 * <p>Thread-safe; methods do not block.
 */
final class Accounts {

    private final Map<Long, FakeUser> byId = new LinkedHashMap<>();
    private long lastId;

    synchronized void add(FakeUser user) {
        if (byId.values().stream().anyMatch(other -> isCalled(other, user.name()))) {
            throw new IllegalArgumentException("There is an account " + user.name() + " already.");
        }
        byId.put(++lastId, user);
    }

    synchronized void change(String name, UnaryOperator<FakeUser> change) {
        byId.computeIfPresent(require(name), (id, user) -> change.apply(user));
    }

    synchronized void delete(String name) {
        byId.remove(require(name));
    }

    private long require(String name) {
        return find(name)
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IllegalArgumentException("There is no account " + name + "."));
    }

    /** Finds an account by user name or e-mail address, capital letters or not, as WordPress does. */
    synchronized Optional<Map.Entry<Long, FakeUser>> find(String login) {
        return byId.entrySet().stream()
                .filter(entry -> isCalled(entry.getValue(), login.strip()))
                .findFirst()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()));
    }

    synchronized Optional<FakeUser> get(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized List<FakeUser> all() {
        return new ArrayList<>(byId.values());
    }

    private static boolean isCalled(FakeUser user, String login) {
        return lower(user.name()).equals(lower(login)) || lower(user.email()).equals(lower(login));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
