package io.github.authgate.wordpress;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** An answer that a real server once gave, to be given again. */
final class Recording {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "host");

    private final JsonNode recording;

    private Recording(JsonNode recording) {
        this.recording = recording;
    }

    static Recording named(String name) {
        try (InputStream in = Recording.class.getResourceAsStream("/recordings/" + name + ".json")) {
            return new Recording(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new AssertionError("no recording " + name, e);
        }
    }

    ResponseDefinitionBuilder response() {
        JsonNode response = recording.path("response");
        ResponseDefinitionBuilder builder =
                aResponse().withStatus(response.path("status").asInt());
        response.path("headers").properties().forEach(header -> {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                builder.withHeader(header.getKey(), header.getValue().asText());
            }
        });
        return builder.withBody(body());
    }

    private byte[] body() {
        JsonNode response = recording.path("response");
        boolean latin1 = recording.path("body_encoding").asText().equals("latin-1");
        Charset charset = latin1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return response.path("body").asText("").getBytes(charset);
    }

    /** Returns the answer as it goes over the wire, to be followed by the end of the connection. */
    byte[] bytes() {
        JsonNode response = recording.path("response");
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + response.path("status").asInt() + " X\r\n");
        response.path("headers").properties().forEach(header -> {
            if (!OF_THE_CONNECTION.contains(header.getKey())) {
                head.append(header.getKey() + ": " + header.getValue().asText() + "\r\n");
            }
        });
        byte[] body = body();
        head.append("Connection: close\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
