package io.github.authgate.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** What a programmer in a hurry writes by hand: the two requests of a login, and their JSON, in a dozen lines. */
final class BareClient {

    private final String address;
    private HttpClient client;
    private ObjectMapper json;
    private boolean asynchronous;

    BareClient(String address) {
        this.address = address;
    }

    /** Does not wait in {@code send}, but for what {@code sendAsync} returns, which can be cancelled at any time. */
    static BareClient asynchronous(String address) {
        BareClient client = new BareClient(address);
        client.asynchronous = true;
        return client;
    }

    /** Logs in: makes the client and the reader at the first time, which is what is measured there. */
    void login(String username, String password) throws IOException, InterruptedException {
        if (client == null) {
            client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            json = new ObjectMapper();
        }
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/wp-json/jwt-auth/v1/token"))
                .header("Accept", "application/json")
                .header("X-API-KEY", "ag_key")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        String token = json.readTree(send(request).body()).path("token").asText();
        validate(token);
    }

    /** Has the server validate a token. */
    void validate(String token) throws IOException, InterruptedException {
        if (client == null) {
            client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            json = new ObjectMapper();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/wp-json/jwt-auth/v1/token/validate"))
                .header("Accept", "application/json")
                .header("X-API-KEY", "ag_key")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        String code = json.readTree(send(request).body()).path("code").asText();
        if (!code.equals("jwt_auth_valid_token")) {
            throw new IOException("refused");
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return asynchronous
                ? client.sendAsync(request, BodyHandlers.ofString()).join()
                : client.send(request, BodyHandlers.ofString());
    }
}
