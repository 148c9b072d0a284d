package io.redress.delivery.mapping;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.redress.configfile.InvalidConfiguration;
import io.redress.delivery.Delivery;
import io.redress.lifecycle.UpdateKind;
import io.redress.ticket.Ticket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a target is told, in its own words, and what its words mean to us.
 *
 * @param receives the canonical paths that it may get at all
 * @param sections by kind of delivery; a kind without one is not told
 * @param updateOn the statuses that it is told of; empty means all
 * @param states what its states mean
 */
public record TargetMapping(
        List<String> receives,
        Map<String, Map<String, FieldRule>> sections,
        Set<String> updateOn,
        Map<String, UpdateKind> states) {

    private static final ObjectMapper VIEW = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(Include.NON_NULL)
            .build();

    /**
     * Reads a file.
     *
     * @throws InvalidConfiguration with all that is wrong with it, its example not coming out included
     */
    public static TargetMapping read(Path file) {
        return new TargetMappingReader(file).read();
    }

    /** Whether the target is told of such things at all. */
    public boolean wants(String kind, @Nullable String status) {
        return sections.containsKey(kind)
                && (status == null
                        || updateOn.isEmpty()
                        || updateOn.contains(status)
                        || status.equals(Delivery.FORGOTTEN)); // who holds the customer's data must hear of it
    }

    /** A delivery with the target's fields filled in, whose ticket holds nothing that the target does not receive. */
    public Delivery applied(Delivery delivery) {
        Ticket least = DataMinimizer.of(delivery.ticket(), receives);
        String text = receives.contains(CanonicalPath.TEXT) ? delivery.text() : null;
        return new Delivery(
                delivery.id(),
                delivery.target(),
                delivery.kind(),
                delivery.attempt(),
                least,
                text,
                delivery.status(),
                fields(delivery.kind(), view(delivery, text)),
                delivery.recordId());
    }

    /** The fields for a kind of delivery, of a view as canonical paths see it. */
    Map<String, Object> fields(String kind, JsonNode view) {
        var fields = new LinkedHashMap<String, Object>();
        sections.getOrDefault(kind, Map.of())
                .forEach((name, rule) -> rule.value(name, view).ifPresent(value -> put(fields, name, value)));
        return fields;
    }

    private static ObjectNode view(Delivery delivery, @Nullable String text) {
        ObjectNode view = VIEW.valueToTree(delivery.ticket());
        view.put(CanonicalPath.TEXT, text).put("status", delivery.status()).put("record", delivery.recordId());
        view.putObject("delivery").put("id", delivery.id()).put("kind", delivery.kind());
        return view;
    }

    /** A name like {@code /ticket/subject} leads into objects; any other is one field's. */
    private static void put(Map<String, Object> fields, String name, Object value) {
        if (!name.startsWith("/")) {
            fields.put(name, value);
            return;
        }
        String[] steps = name.substring(1).split("/");
        Map<String, Object> at = fields;
        for (int i = 0; i < steps.length - 1; i++) {
            Object next = at.computeIfAbsent(steps[i], step -> new LinkedHashMap<String, Object>());
            @SuppressWarnings("unchecked") // the reader refuses a name that leads into a value
            Map<String, Object> map = (Map<String, Object>) next;
            at = map;
        }
        at.put(steps[steps.length - 1], value);
    }
}
