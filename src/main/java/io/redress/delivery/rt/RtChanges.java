package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.news.Sighting;
import io.redress.delivery.news.States;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Turns changes of Request Tracker's tickets into updates of ours. */
record RtChanges(String target, String numberField, String remedyField) {

    private static final int LONGEST = 10_000;

    static Map<String, JsonNode> byId(JsonNode items) {
        var tickets = new HashMap<String, JsonNode>();
        items.forEach(item -> tickets.put(item.path("id").asText(), item));
        return tickets;
    }

    /** Our number of one of their tickets; null when it is none of ours. */
    @Nullable
    String number(@Nullable JsonNode ticket) {
        return ticket == null ? null : field(ticket, numberField);
    }

    /** The first part that people wrote, as plain text; null when there is none. */
    static @Nullable String text(JsonNode parts) {
        for (JsonNode part : parts) {
            String type = part.path("ContentType").asText();
            String content = part.path("Content").asText();
            if (type.startsWith("text/") && !content.isBlank()) {
                String plain = type.equals("text/html") ? Jsoup.parse(content).wholeText() : content;
                return cut(plain.strip());
            }
        }
        return null;
    }

    Sighting sighting(RtChange change, Map<String, JsonNode> tickets, States states, @Nullable String text) {
        JsonNode ticket = Objects.requireNonNull(tickets.get(change.ticket()));
        UpdateKind kind = Objects.requireNonNull(states.kindOf(change.state()));
        var update = new TicketUpdate(
                target + "-" + change.id(),
                Objects.requireNonNull(number(ticket)),
                kind,
                change.at(),
                target,
                kind == UpdateKind.SOLVED ? field(ticket, remedyField) : null,
                text,
                change.speaks() ? null : change.state() + " there, by " + change.by(),
                null,
                null,
                null,
                change.ticket(),
                null);
        return new Sighting(change.ticket(), null, update);
    }

    private static @Nullable String field(JsonNode ticket, String name) {
        for (JsonNode field : ticket.path("CustomFields")) {
            if (field.path("name").asText().equals(name)) {
                String value = field.path("values").path(0).asText();
                return value.isBlank() ? null : cut(value.strip());
            }
        }
        return null;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
