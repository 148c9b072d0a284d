package io.redress.channel.chat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of strangers: one object, without tricks, neither deep nor wide enough to tire the hub. */
final class WebhookJson {

    static final int DEEPEST = 32;
    static final int MOST_VALUES = 5_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(WebhookChannel.LARGEST)
                            .maxNameLength(500)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private WebhookJson() {}

    /** The object that the bytes hold; empty when they are no JSON, no object, or nested deeper than {@link #DEEPEST}. */
    static Optional<ObjectNode> read(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Every value by its dotted name, the elements of a list all under the list's name: {@code data.customer.phone}. At
     * most {@link #MOST_VALUES}; what comes after them is left out.
     */
    static Map<String, List<String>> flat(ObjectNode object) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        flatten("", object, values, new int[] {MOST_VALUES});
        return values;
    }

    private static void flatten(String name, JsonNode node, Map<String, List<String>> values, int[] left) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> flatten(
                            name.isEmpty() ? member.getKey() : name + "." + member.getKey(),
                            member.getValue(),
                            values,
                            left));
        } else if (node.isArray()) {
            node.forEach(element -> flatten(name, element, values, left));
        } else if (!node.isNull() && left[0]-- > 0) {
            String text = node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText();
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(text);
        }
    }
}
