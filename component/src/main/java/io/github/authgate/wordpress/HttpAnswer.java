package io.github.authgate.wordpress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered: the status, the headers, and the body if it is one JSON object.
 *
 * <p>Immutable and thread-safe.
 */
final class HttpAnswer {

    private static final URI NOWHERE = URI.create("");
    private static final Pattern LENGTH = Pattern.compile("[0-9]+");

    private final URI asked;
    private final int status;
    private final HttpHeaders headers;
    private final @Nullable ObjectNode json;

    private HttpAnswer(URI asked, int status, HttpHeaders headers, @Nullable ObjectNode json) {
        this.asked = asked;
        this.status = status;
        this.headers = headers;
        this.json = json;
    }

    static HttpAnswer of(HttpResponse<BoundedBody> response) {
        return of(response.uri(), response.statusCode(), response.headers(), BoundedBody.of(response));
    }

    /** Returns an answer of which nobody needs to know what was asked. */
    static HttpAnswer of(int status, HttpHeaders headers, BoundedBody body) {
        return of(NOWHERE, status, headers, body);
    }

    private static HttpAnswer of(URI asked, int status, HttpHeaders headers, BoundedBody body) {
        boolean mayBeJson = body.isComplete()
                && hasJsonMediaType(headers)
                && !hasContentEncoding(headers)
                && !contradictsItself(headers);
        return new HttpAnswer(
                asked,
                status,
                headers,
                mayBeJson ? StrictJson.object(body.bytes()).orElse(null) : null);
    }

    private static boolean hasJsonMediaType(HttpHeaders headers) {
        String mediaType =
                headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
        return mediaType.toLowerCase(Locale.ROOT).equals("application/json");
    }

    private static boolean hasContentEncoding(HttpHeaders headers) {
        return headers.firstValue("Content-Encoding")
                .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
                .isPresent();
    }

    /**
     * Tells whether the headers disagree on where the answer ends or what it is. The JDK takes the first of two lengths,
     * and a negative one for none; others on the way may have read it differently (RFC 9112, section 6.3).
     */
    private static boolean contradictsItself(HttpHeaders headers) {
        List<String> lengths = headers.allValues("Content-Length");
        int ends = lengths.size() + headers.allValues("Transfer-Encoding").size();
        return ends > 1
                || !lengths.stream().allMatch(length -> LENGTH.matcher(length).matches())
                || headers.allValues("Content-Type").size() > 1
                || headers.allValues("Content-Encoding").size() > 1;
    }

    int status() {
        return status;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns where a redirect leads, seen from what was asked (RFC 9110, {@code Location}); empty if it does not say. */
    Optional<URI> location() {
        try {
            return header("Location").filter(target -> !target.isBlank()).map(asked::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the body.
     *
     * @return the object; empty if the media type, the encoding, the length or the text says that it is none
     */
    Optional<ObjectNode> json() {
        return Optional.ofNullable(json);
    }

    /** Tells whether the body calls itself JSON, be it true or not. */
    boolean claimsJson() {
        return hasJsonMediaType(headers);
    }

    /** Returns the error code that WordPress puts into its answers; empty if there is none. */
    Optional<String> code() {
        return json().map(body -> body.path("code").textValue());
    }

    /** Returns the server's own time when it answered (RFC 9110, {@code Date}); empty if it did not say. */
    Optional<Instant> date() {
        return header("Date").flatMap(HttpAnswer::parseDate);
    }

    static Optional<Instant> parseDate(String httpDate) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Tells whether a cache, not the server, gave this answer (RFC 9111, {@code Age}). */
    boolean isFromCache() {
        return headers.allValues("Age").stream().anyMatch(age -> !age.strip().equals("0"));
    }

    /** Shows the status only: a body may hold a token. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
