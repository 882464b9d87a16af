package io.github.authgate.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as WordPress sees it: a route, whichever way it was addressed, and parameters, wherever they stood.
 *
 * <p>Immutable and thread-safe.
 */
final class Request {

    private static final int LARGEST = 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String method;
    private final String route;
    private final Map<String, String> parameters;
    private final Map<String, String> headers;

    private Request(String method, String route, Map<String, String> parameters, Map<String, String> headers) {
        this.method = method;
        this.route = route;
        this.parameters = parameters;
        this.headers = headers;
    }

    static Request of(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        Map<String, String> parameters = form(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
        String type = headers.getOrDefault("content-type", "").split(";", 2)[0].strip();
        if (type.equalsIgnoreCase("application/x-www-form-urlencoded")) {
            parameters.putAll(form(body));
        } else if (type.equalsIgnoreCase("application/json")) {
            parameters.putAll(json(body));
        }
        String path = exchange.getRequestURI().getPath();
        String route = path.startsWith("/wp-json")
                ? path.substring("/wp-json".length())
                : parameters.getOrDefault("rest_route", "none");
        return new Request(exchange.getRequestMethod(), route.isEmpty() ? "/" : route, parameters, headers);
    }

    private static Map<String, String> form(String encoded) {
        Map<String, String> values = new HashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            values.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Map<String, String> json(String body) {
        Map<String, String> values = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> field : JSON.readTree(body).properties()) {
                values.put(field.getKey(), field.getValue().asText());
            }
        } catch (IOException e) {
            values.clear();
        }
        return values;
    }

    String method() {
        return method;
    }

    /** Returns the route, such as {@code /wp/v2/posts}; {@code none} if the address is not one of the REST interface. */
    String route() {
        return route;
    }

    boolean is(String method, String route) {
        // WordPress compares routes without regard to capital letters
        return this.method.equals(method) && this.route.equalsIgnoreCase(route);
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean hasParameter(String name) {
        return parameters.containsKey(name);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the token, if there is an {@code Authorization: Bearer} with exactly these letters. */
    Optional<String> token() {
        return header("Authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()).strip());
    }
}
