package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.redress.ticket.Ticket;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A way into a delivery: members of the canonical ticket ({@code customer.name}, {@code customer.phones.0}), or {@code
 * text}, {@code status}, {@code record}, {@code delivery.id}, {@code delivery.kind}.
 */
record CanonicalPath(String written) {

    /** What the customer wrote later, or what was noted with an update. */
    static final String TEXT = "text";
    /** Of the delivery itself and of the target's own knowledge: no personal data. */
    static final Set<String> OF_DELIVERY = Set.of("status", "record", "delivery.id", "delivery.kind");

    static final Set<String> KNOWN = known();

    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

    @JsonCreator(mode = Mode.DELEGATING)
    CanonicalPath {}

    /** Whether there is such a member; places in lists are left out of account. */
    boolean isKnown() {
        return KNOWN.contains(plain());
    }

    /** Whether it lies at or below one of these paths, or is free for all. */
    boolean isWithin(Collection<String> receives) {
        String plain = plain();
        return OF_DELIVERY.contains(plain)
                || receives.stream().anyMatch(path -> plain.equals(path) || plain.startsWith(path + "."));
    }

    /** What stands there; a missing node when nothing does. */
    JsonNode in(JsonNode view) {
        JsonNode node = view;
        for (String step : written.split("\\.")) {
            node = step(node, step);
        }
        return node;
    }

    private static JsonNode step(JsonNode node, String step) {
        if (!node.isArray()) {
            return node.path(step);
        }
        if (INDEX.matcher(step).matches()) {
            return node.path(Integer.parseInt(step));
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        node.forEach(one -> {
            if (one.has(step)) {
                all.add(one.get(step));
            }
        });
        return all.isEmpty() ? MissingNode.getInstance() : all;
    }

    private String plain() {
        return written.replaceAll("\\.\\d{1,4}(?=\\.|$)", "");
    }

    private static Set<String> known() {
        var known = new TreeSet<>(OF_DELIVERY);
        known.add(TEXT);
        known.add("version");
        members(Ticket.class, "", known);
        return known;
    }

    private static void members(Class<?> type, String before, Set<String> known) {
        for (RecordComponent member : type.getRecordComponents()) {
            String path = before + member.getName();
            known.add(path);
            Type generic = member.getGenericType();
            Class<?> inner = generic instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : member.getType();
            if (inner.isRecord()) {
                members(inner, path + ".", known);
            }
        }
    }
}
