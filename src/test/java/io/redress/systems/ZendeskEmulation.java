package io.redress.systems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Zendesk Support as its reference has it (developer.zendesk.com/api-reference/ticketing): "Create Ticket", "Update Ticket",
 * "List Tickets" by external id, "Idempotency" (for creation only: the same key gives the first answer), API tokens, errors.
 */
public final class ZendeskEmulation extends ServiceEmulation {

    public static final String USER = "redress@example.com/token";
    public static final String TOKEN = "sandbox-only";
    private static final String TICKETS = "/api/v2/tickets";

    private final Map<Integer, ObjectNode> tickets = new LinkedHashMap<>();
    private final List<String> comments = new ArrayList<>();
    private final Map<String, Answer> answered = new HashMap<>();
    private boolean forgetful;

    public synchronized List<ObjectNode> tickets() {
        return List.copyOf(tickets.values());
    }

    public synchronized List<String> comments() {
        return List.copyOf(comments);
    }

    /** From now on it knows no key that it saw: Zendesk keeps them for two hours. */
    public synchronized void forgetKeys() {
        forgetful = true;
        answered.clear();
    }

    @Override
    Answer answer(HttpExchange call, JsonNode body) {
        String login = Base64.getEncoder().encodeToString((USER + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
        if (!header(call, "Authorization").equals("Basic " + login)) {
            return new Answer(401, Map.of("error", "Couldn't authenticate you"));
        }
        String path = call.getRequestURI().getPath().replaceFirst("\\.json$", "");
        return switch (call.getRequestMethod()) {
            case "POST" -> path.equals(TICKETS) ? create(header(call, "Idempotency-Key"), body) : notFound();
            case "GET" ->
                path.equals(TICKETS) ? list(String.valueOf(call.getRequestURI().getQuery())) : notFound();
            case "PUT" -> update(path, body);
            default -> notFound();
        };
    }

    private Answer create(String key, JsonNode body) {
        Answer before = answered.get(key);
        if (before != null) {
            return new Answer(before.status(), Map.of("x-idempotency-lookup", "hit"), before.body());
        }
        JsonNode ticket = body.path("ticket");
        if (ticket.at("/comment/body").asText().isBlank()) {
            return invalid("comment", "Description: cannot be blank");
        }
        int id = 35436 + tickets.size();
        tickets.put(id, ((ObjectNode) ticket.deepCopy()).put("id", id).put("status", "new"));
        comments.add(ticket.at("/comment/body").asText());
        Answer answer = new Answer(
                201, Map.of("x-idempotency-lookup", "miss"), Map.of("ticket", tickets.get(id), "audit", Map.of()));
        if (!key.isEmpty() && !forgetful) {
            answered.put(key, answer);
        }
        return answer;
    }

    private Answer list(String query) {
        List<ObjectNode> found = tickets.values().stream()
                .filter(ticket ->
                        query.equals("external_id=" + ticket.path("external_id").asText()))
                .toList();
        return new Answer(200, Map.of("tickets", found, "count", found.size()));
    }

    private Answer update(String path, JsonNode body) {
        String id = path.startsWith(TICKETS + "/") ? path.substring(TICKETS.length() + 1) : "";
        ObjectNode ticket = id.matches("\\d{1,9}") ? tickets.get(Integer.valueOf(id)) : null;
        if (ticket == null) {
            return notFound();
        }
        JsonNode comment = body.at("/ticket/comment");
        if (!comment.isMissingNode()) {
            comments.add(comment.path("body").asText());
        }
        return new Answer(200, Map.of("ticket", ticket, "audit", Map.of()));
    }

    private static Answer notFound() {
        return new Answer(404, Map.of("error", "RecordNotFound", "description", "Not found"));
    }

    private static Answer invalid(String field, String why) {
        return new Answer(
                422,
                Map.of(
                        "error", "RecordInvalid",
                        "description", "Record validation errors",
                        "details", Map.of(field, List.of(Map.of("description", why)))));
    }
}
