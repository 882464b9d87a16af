package io.github.authgate.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every answer we know that is not the yes of a WordPress, whatever was asked. */
final class HostileAnswers {

    private static final String JSON = "Content-Type: application/json\r\n";

    private HostileAnswers() {}

    /** Returns heads under which no body is a good answer, however good it looks; all but the blank line. */
    static List<String> heads(int length) {
        String right = length(length);
        return List.of(
                "HTTP/1.1 200 OK\r\n" + JSON + right + length(length + 7),
                "HTTP/1.1 200 OK\r\n" + JSON + right + right,
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Type: text/html\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Encoding: gzip\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Encoding: identity\r\nContent-Encoding: br\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + JSON + "Age: 30\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + JSON + "Age: 0\r\nAge: 30\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + JSON + length(length - 1),
                "HTTP/1.1 200 OK\r\n" + JSON + length(length + 1),
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: +" + length + "x\r\n",
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: -1\r\n",
                "HTTP/1.1 200 OK\r\n" + JSON + "Content-Length: 99999999999999999999\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + right,
                "HTTP/1.1 200 OK\r\nContent-Type: text/json\r\n" + right,
                "HTTP/1.1 200 OK\r\n" + right,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n" + JSON + right,
                "HTTP/1.1 20 Short\r\n" + JSON + right,
                "HTTP/1.1 999 Odd\r\n" + JSON + right,
                "HTTP/1.1 201 Created\r\n" + JSON + right,
                "HTTP/1.1 202 Accepted\r\n" + JSON + right,
                "HTTP/1.1 203 Non-Authoritative\r\n" + JSON + right,
                "HTTP/1.1 204 No Content\r\n" + JSON + right,
                "HTTP/1.1 205 Reset Content\r\n" + JSON + right,
                "HTTP/1.1 206 Partial Content\r\n" + JSON + right,
                "HTTP/1.1 304 Not Modified\r\n" + JSON + right,
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n" + JSON + right,
                "HTTP/1.1 400 Bad\r\n" + JSON + right,
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n" + JSON + right,
                "HTTP/1.1 403 No\r\n" + JSON + right,
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n" + JSON + right,
                "HTTP/1.1 429 Wait\r\nRetry-After: 1\r\n" + JSON + right,
                "HTTP/1.1 500 Broken\r\n" + JSON + right,
                "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\n" + JSON + right,
                "HTTP/3.0 200 OK\r\n" + JSON + right,
                "HTTP/0.9 200 OK\r\n" + JSON + right,
                "HTTP/1.1 0200 OK\r\n" + JSON + right,
                "HTTP/1.1 2OO OK\r\n" + JSON + right);
    }

    private static String length(int length) {
        return "Content-Length: " + length + "\r\n";
    }

    /** Returns bodies that are not exactly one object of moderate size. */
    private static List<String> malformed(String good) {
        return List.of(
                "",
                "null",
                "[]",
                "\"x\"",
                "1",
                "true",
                "{}",
                "[" + good + "]",
                good + good,
                good + "<br>Warning",
                "<br>Warning" + good,
                good.substring(0, good.length() - 1),
                "{\"body\":" + good + ",\"status\":200}",
                "{\"success\":true,\"data\":" + good + "}",
                good.replaceFirst("\\{", "{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + ","),
                good.replaceFirst("\\{", "{\"x\":" + "9".repeat(2_000) + ","),
                good.replaceFirst("\\{", "{\"x\":NaN,"),
                good.replaceFirst("\\{", "{\"x\":1,\"x\":2,"),
                good + " ".repeat(BoundedBody.LIMIT));
    }

    /** Returns objects that are almost the answer to a login, or to a validation. */
    private static List<String> almost(String good) {
        List<String> bodies = new ArrayList<>(List.of(
                good.replaceFirst("\\{", "{\"success\":false,"),
                good.replaceFirst("\\{", "{\"success\":\"true\","),
                good.replaceFirst("\\{", "{\"success\":true,\"statusCode\":403,"),
                good.replaceFirst("\\{", "{\"code\":\"[jwt_auth] incorrect_password\","),
                good.replace("\"token\"", "\"Token\"").replace("\"code\"", "\"Code\"")));
        for (String value : List.of("null", "7", "true", "{}", "[\"a.b.c\"]", "\"\"", "\" \"", "\"a.b\"")) {
            bodies.add(good.replaceFirst("\"(token|code)\":\"[^\"]*\"", "\"$1\":" + value));
        }
        for (String end : List.of(" ", ".x", "=", "\\n", "\\r\\nX: y", "\\u0000", "\\u00e4", "c".repeat(8_000))) {
            bodies.add(good.replaceFirst(
                    "\"(token|code)\":\"([^\"]*)\"", "\"$1\":\"$2" + end.replace("\\", "\\\\") + "\""));
        }
        for (String status : List.of("403", "\"200\"", "null", "200.0", "[200]")) {
            bodies.add(good.replace("\"status\":200", "\"status\":" + status));
        }
        bodies.removeIf(good::equals);
        return bodies;
    }

    /**
     * Returns the answers by name, as bytes to be followed by the end of the connection.
     *
     * @param good the body of the good answer
     */
    static Map<String, byte[]> around(String good) {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        List<String> bodies = new ArrayList<>(malformed(good));
        if (!good.contains("namespaces")) {
            bodies.addAll(almost(good));
        }
        for (String head : heads(good.length())) {
            answers.put(head, bytes(head + "\r\n" + good));
        }
        for (String body : bodies) {
            answers.put(
                    body,
                    bytes("HTTP/1.1 200 OK\r\n" + JSON + length(body.getBytes(StandardCharsets.UTF_8).length) + "\r\n"
                            + body));
        }
        answers.put("nothing", new byte[0]);
        answers.put("no head", bytes(good));
        answers.put("half a head", bytes("HTTP/1.1 200 OK\r\nContent-"));
        answers.put("not HTTP", bytes("220 mail.example.org ESMTP\r\n"));
        answers.put(
                "bad chunk", bytes("HTTP/1.1 200 OK\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" + good));
        answers.put(
                "open chunk",
                bytes("HTTP/1.1 200 OK\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(good.length()) + "\r\n" + good + "\r\n"));
        answers.put("UTF-16", concat("HTTP/1.1 200 OK\r\n" + JSON + "\r\n", good.getBytes(StandardCharsets.UTF_16)));
        answers.put("zip", concat("HTTP/1.1 200 OK\r\n" + JSON + "\r\n", new byte[] {0x1f, (byte) 0x8b, 8, 0}));
        answers.putAll(recordings());
        return answers;
    }

    private static Map<String, byte[]> recordings() {
        Map<String, byte[]> answers = new LinkedHashMap<>();
        List<byte[]> seen = new ArrayList<>();
        try (InputStream in = HostileAnswers.class.getResourceAsStream("/recordings/outcomes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .filter(line -> !line.endsWith("| yes"))
                    .map(line -> line.split("\\|")[0].strip())
                    .forEach(name -> {
                        byte[] bytes = Recording.named(name).bytes();
                        if (seen.stream().noneMatch(other -> java.util.Arrays.equals(other, bytes))) {
                            seen.add(bytes);
                            answers.put(name, bytes);
                        }
                    });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(String head, byte[] body) {
        byte[] start = bytes(head);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
