package io.github.authgate.wordpress;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;

/** Answers of a server, without a server. */
final class Answers {

    private Answers() {}

    /** Returns an answer that calls itself JSON. */
    static HttpAnswer json(int status, String body) {
        return of(status, body, "Content-Type", "application/json; charset=UTF-8");
    }

    /** Returns the page of something that is not WordPress. */
    static HttpAnswer page(int status) {
        return of(status, "<html></html>", "Content-Type", "text/html");
    }

    /** Returns an answer with these headers, names and values in turn; a name may come twice. */
    static HttpAnswer of(int status, String body, String... headers) {
        return of(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    static HttpAnswer of(int status, byte[] body, String... headers) {
        Map<String, List<String>> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            lists.computeIfAbsent(headers[i], name -> new ArrayList<>()).add(headers[i + 1]);
        }
        return HttpAnswer.of(status, HttpHeaders.of(lists, (name, value) -> true), read(body));
    }

    private static BoundedBody read(byte[] bytes) {
        HttpResponse.BodySubscriber<BoundedBody> subscriber =
                BoundedBody.handler().apply(null);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        });
        subscriber.onNext(List.of(ByteBuffer.wrap(bytes)));
        subscriber.onComplete();
        return subscriber.getBody().toCompletableFuture().join();
    }
}
