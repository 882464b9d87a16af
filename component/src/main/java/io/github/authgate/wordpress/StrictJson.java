package io.github.authgate.wordpress;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads JSON objects (RFC 8259) the way a login needs it: UTF-8, no duplicate keys, nothing behind the object, no deep
 * nesting. Everything else is not JSON to us.
 *
 * <p>Thread-safe; methods do not block.
 */
final class StrictJson {

    /** WordPress nests five levels at most. */
    private static final int DEEPEST = 16;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(32)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private StrictJson() {}

    /** Parses one object; a byte-order mark before it is skipped, because some plugin files begin with one. */
    static Optional<ObjectNode> object(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = READER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return node instanceof ObjectNode ? Optional.of((ObjectNode) node) : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException e) {
            // not passed on: the message of a parser may quote what it read
            return Optional.empty();
        }
    }
}
