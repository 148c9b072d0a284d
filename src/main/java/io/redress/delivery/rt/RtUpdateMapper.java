package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.news.ObservedChange;
import io.redress.delivery.news.StateMapping;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Turns changes of Request Tracker's tickets into updates of ours. */
record RtUpdateMapper(String target, String numberField, String remedyField) {

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

    ObservedChange change(
            RtTransaction transaction,
            Map<String, JsonNode> tickets,
            StateMapping stateMapping,
            @Nullable String text) {
        JsonNode ticket = Objects.requireNonNull(tickets.get(transaction.ticket()));
        UpdateKind kind = Objects.requireNonNull(stateMapping.kindOf(transaction.state()));
        var update = new TicketUpdate(
                target + "-" + transaction.id(),
                Objects.requireNonNull(number(ticket)),
                kind,
                transaction.at(),
                target,
                kind == UpdateKind.SOLVED ? field(ticket, remedyField) : null,
                text,
                transaction.speaks() ? null : transaction.state() + " there, by " + transaction.by(),
                null,
                null,
                null,
                transaction.ticket(),
                null);
        return new ObservedChange(transaction.ticket(), null, update);
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
