package io.redress.mapping.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of strangers: one object, without tricks, neither deep nor wide enough to tire the hub. */
public final class UntrustedJson {

    /** Bytes that a body has at most, and characters that one of its texts has. */
    public static final int LONGEST_TEXT = 16 * 1024 * 1024;

    public static final int DEEPEST = 32;
    static final int MOST_VALUES = 5_000;
    /** Characters of a dotted name; a mapping's own are far shorter. */
    static final int LONGEST_NAME = 500;

    /** Digits of a number that is written out: one with a bigger exponent is a few bytes of JSON and a billion of text. */
    private static final int MOST_DIGITS = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private UntrustedJson() {}

    /** The object that the bytes hold; empty when they are not JSON, no object, or nested deeper than {@link #DEEPEST}. */
    public static Optional<ObjectNode> read(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty(); // Jackson tells of exponents beyond an int so
        }
    }

    /** Any JSON that stands in a string, within the same limits; empty when it is none. */
    static Optional<JsonNode> any(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The list that the bytes hold, as an object with the only member {@code items}; empty when they hold none. */
    public static Optional<ObjectNode> list(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ArrayNode list
                    ? Optional.of(JSON.createObjectNode().set("items", list))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Every value by its dotted name, the elements of a list all under the list's name: {@code data.customer.phone}. At
     * most {@link #MOST_VALUES}; what comes after them, or is under a name longer than {@link #LONGEST_NAME}, is left out.
     */
    public static Map<String, List<String>> flat(ObjectNode object) {
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
        } else if (!node.isNull() && name.length() <= LONGEST_NAME && left[0]-- > 0) {
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(text(node));
        }
    }

    static String text(JsonNode value) {
        return value.isBigDecimal() ? digits(value.decimalValue()) : value.asText();
    }

    private static String digits(BigDecimal number) {
        boolean few = Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS
                && Math.abs((long) number.scale()) <= MOST_DIGITS;
        return few ? number.toPlainString() : number.toString();
    }
}
