package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of Request Tracker's REST 2 as the hub asks for, with answers as a 5.0.3 gives them; {@link RequestTrackerIT} asks a real one. */
final class RtEmulation extends ServiceEmulation {

    static final String TOKEN = "1-14-sandbox";

    private final List<ObjectNode> tickets = new ArrayList<>();
    private final List<Map<String, Object>> changes = new ArrayList<>();

    synchronized List<ObjectNode> tickets() {
        return List.copyOf(tickets);
    }

    /** Somebody changes the first ticket's status. */
    synchronized void resolve() {
        changes.add(Map.of(
                "id", String.valueOf(57 + changes.size()),
                "Type", "Status",
                "NewValue", "resolved",
                "ObjectId", "1",
                "Created", "2026-11-22T09:48:52Z",
                "Creator", Map.of("id", "clerk")));
    }

    @Override
    Answer answer(HttpExchange call, JsonNode body) {
        if (!header(call, "Authorization").equals("token " + TOKEN)) {
            return new Answer(401, Map.of("message", "Unauthorized"));
        }
        String query = String.valueOf(call.getRequestURI().getQuery());
        return switch (call.getRequestMethod() + call.getRequestURI().getPath()) {
            case "GET/REST/2.0/tickets" ->
                items(tickets.stream()
                        .filter(ticket -> query.contains("'" + number(ticket) + "'") || query.contains("id=1"))
                        .map(ticket -> Map.of(
                                "id",
                                "1",
                                "CustomFields",
                                List.of(Map.of("name", "Redress", "values", List.of(number(ticket))))))
                        .toList());
            case "GET/REST/2.0/queue/Complaints" ->
                new Answer(200, Map.of("TicketCustomFields", List.of(Map.of("name", "Redress"))));
            case "POST/REST/2.0/ticket" -> {
                tickets.add((ObjectNode) body);
                yield new Answer(201, Map.of("id", String.valueOf(tickets.size()), "type", "ticket"));
            }
            case "GET/REST/2.0/transactions" -> items(changes);
            default -> new Answer(404, Map.of("message", "Not Found"));
        };
    }

    private static String number(JsonNode ticket) {
        return ticket.at("/CustomFields/Redress").asText();
    }

    private static Answer items(List<?> items) {
        return new Answer(200, Map.of("items", items, "count", items.size()));
    }
}
