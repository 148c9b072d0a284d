package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.redress.delivery.TargetRefused;
import io.redress.privacy.Masking;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one field of a target gets its value.
 *
 * @param from the first of these paths that has a value gives it
 * @param template text with {@code {paths}}, in place of {@code from}; null when there is none
 * @param constant the value of every ticket, in place of both; null when there is none
 * @param values meanings of what stands there in the target's words
 * @param otherwise the value when there is none, or none of {@code values}; null means no field
 * @param join what stands between the parts of a list that becomes one text; null keeps the list
 * @param longest characters, cut there; 0 or null means all
 * @param time how times are written; null leaves RFC 3339 in UTC
 * @param zone of times that are written by {@code time}
 * @param mask whether phone, identity and bank card numbers in it are masked; null: no
 * @param required whether a ticket without it is refused before the target is asked; null: no
 */
record FieldRule(
        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<CanonicalPath> from,

        @Nullable String template,
        @Nullable Object constant,
        Map<String, Object> values,
        @JsonProperty("else") @Nullable Object otherwise,
        @Nullable String join,
        @Nullable Integer longest,

        @JsonDeserialize(converter = TimePattern.class) @Nullable
        DateTimeFormatter time,

        ZoneId zone,
        @Nullable Boolean mask,
        @Nullable Boolean required) {

    static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9.]{1,80})}");

    /** Compiled once for all values, and with the same names of months on every machine. */
    static final class TimePattern extends StdConverter<String, DateTimeFormatter> {

        @Override
        public DateTimeFormatter convert(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        }
    }

    /** As a file has it; what is left out is null. */
    @JsonCreator(mode = Mode.PROPERTIES)
    FieldRule {
        from = from == null ? List.of() : from;
        values = values == null ? Map.of() : values;
        otherwise = constant == null ? otherwise : constant;
        zone = zone == null ? ZoneOffset.UTC : zone;
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static FieldRule of(String path) {
        return of(List.of(new CanonicalPath(path)));
    }

    @JsonCreator(mode = Mode.DELEGATING)
    static FieldRule of(List<CanonicalPath> from) {
        return new FieldRule(from, null, null, Map.of(), null, null, null, null, ZoneOffset.UTC, null, null);
    }

    /** The paths that it reads. */
    List<CanonicalPath> paths() {
        var paths = new ArrayList<>(from);
        if (template != null) {
            PLACE.matcher(template).results().forEach(place -> paths.add(new CanonicalPath(place.group(1))));
        }
        return paths;
    }

    /** The value of the field of that name; none when the ticket has none. */
    Optional<Object> value(String name, JsonNode view) {
        JsonNode found = template == null ? first(view) : filled(template, view);
        Object plain = found.isMissingNode() || found.isNull() ? null : plain(found);
        if (!values.isEmpty()) {
            plain = plain == null ? null : values.get(String.valueOf(plain));
        }
        Object value = plain == null ? otherwise : cut(plain);
        if (value == null && Boolean.TRUE.equals(required)) {
            throw new TargetRefused("field '" + name + "' is required, and the ticket has no value for it");
        }
        return Optional.ofNullable(value);
    }

    private JsonNode first(JsonNode view) {
        return from.stream()
                .map(path -> path.in(view))
                .filter(FieldRule::says)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static boolean says(JsonNode node) {
        return !node.isMissingNode()
                && !node.isNull()
                && !(node.isContainerNode() && node.isEmpty())
                && !(node.isTextual() && node.asText().isBlank());
    }

    /** A template whose places all lack a value gives none. */
    private JsonNode filled(String text, JsonNode view) {
        Matcher places = PLACE.matcher(text);
        var filled = new StringBuilder();
        boolean any = false;
        while (places.find()) {
            JsonNode node = new CanonicalPath(places.group(1)).in(view);
            any |= says(node);
            places.appendReplacement(filled, Matcher.quoteReplacement(says(node) ? text(node, ", ") : ""));
        }
        places.appendTail(filled);
        return any ? TextNode.valueOf(filled.toString().strip()) : MissingNode.getInstance();
    }

    private Object plain(JsonNode node) {
        if (node.isArray() && join != null) {
            return text(node, join);
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(one -> list.add(plain(one)));
            return list;
        }
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties().forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? node.booleanValue() : text(node);
    }

    private String text(JsonNode node) {
        return time == null ? masked(node) : time.withZone(zone).format(Instant.parse(node.asText()));
    }

    private String masked(JsonNode node) {
        return Boolean.TRUE.equals(mask) ? Masking.all().mask(node.asText()) : node.asText();
    }

    private Object cut(Object value) {
        if (longest == null || longest == 0 || !(value instanceof String text) || text.length() <= longest) {
            return value;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private String text(JsonNode node, String between) {
        if (!node.isArray()) {
            return masked(node);
        }
        var parts = new ArrayList<String>();
        node.forEach(one -> parts.add(masked(one)));
        return String.join(between, parts);
    }
}
