package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.Delivered;
import io.redress.delivery.Delivery;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import io.redress.handoff.BlobStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a ticket in Request Tracker for each of ours, and adds what is heard later as comments. It looks for our number (or
 * the delivery's id) before it writes, at every attempt: so neither an answer that was lost nor a repeated order makes a
 * second one.
 */
public final class RtTarget {

    private final String authorization;
    private final String numberField;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    /**
     * @param token of a user who may see, create and comment on tickets of the queues
     * @param numberField name of the custom field, applied to these queues, that holds our number
     */
    public RtTarget(String token, String numberField) {
        this.authorization = "token " + token;
        this.numberField = numberField;
    }

    /** The dialogue that makes a delivery; its result is {@link Delivered}. */
    public Dialogue begin(Delivery delivery, BlobStore files) {
        if (delivery.kind().equals(Delivery.TICKET)) {
            var ticket = new RtTicket(delivery, numberField, files);
            return find(delivery, id -> ended(id, "found by our number"), () -> prepare(ticket));
        }
        String known = delivery.recordId();
        return known != null
                ? told(known, delivery)
                : find(delivery, id -> told(id, delivery), () -> {
                    throw new TargetUnavailable("Request Tracker has no ticket with our number yet", null);
                });
    }

    private Dialogue find(Delivery delivery, Function<String, Dialogue> found, Supplier<Dialogue> none) {
        String query = "CF.{" + numberField + "}='" + delivery.ticket().number() + "'";
        var search = DialogueRequest.get(
                "/tickets", Map.of("query", query, "orderby", "id", "order", "ASC", "per_page", "1"), authorization);
        return Dialogue.ask(search, response -> {
            JsonNode first = response.json().path("items").path(0);
            return first.isMissingNode()
                    ? none.get()
                    : found.apply(first.path("id").asText());
        });
    }

    /** Without the field on its queue a ticket would be made that nobody finds by our number. */
    private Dialogue prepare(RtTicket ticket) {
        String queue = ticket.queue();
        if (ready.contains(queue)) {
            return create(ticket);
        }
        String path =
                "/queue/" + URLEncoder.encode(queue, StandardCharsets.UTF_8).replace("+", "%20");
        return Dialogue.ask(DialogueRequest.get(path, Map.of(), authorization), response -> {
            if (response.status() == 404) {
                throw new TargetUnavailable(
                        "Request Tracker has no queue '" + queue + "': make it, or map another", null);
            }
            for (JsonNode field : response.json().path("TicketCustomFields")) {
                if (field.path("name").asText().equals(numberField)) {
                    ready.add(queue);
                    return create(ticket);
                }
            }
            throw new TargetUnavailable(
                    "queue '" + queue + "' of Request Tracker lacks the custom field '" + numberField
                            + "': apply it there",
                    null);
        });
    }

    private Dialogue create(RtTicket ticket) {
        return Dialogue.ask(
                DialogueRequest.send("POST", "/ticket", authorization, ticket.body()),
                response -> ended(idOf(response), null));
    }

    private Dialogue told(String id, Delivery delivery) {
        String mark = "Redress " + delivery.id();
        if (!delivery.mayHaveArrived()) {
            return comment(id, delivery, mark);
        }
        var comments = List.of(
                Map.of("field", "ObjectType", "value", "RT::Ticket"),
                Map.of("field", "ObjectId", "value", id),
                Map.of("field", "Type", "value", "Comment"),
                Map.of("field", "Data", "operator", "LIKE", "value", mark));
        var search = DialogueRequest.send("POST", "/transactions", authorization, comments)
                .with(Map.of("per_page", "1"));
        return Dialogue.ask(search, response -> {
            boolean there = !response.json().path("items").isEmpty();
            return there ? status(id, delivery) : comment(id, delivery, mark);
        });
    }

    /** RT sets the status after it has kept the comment, and may have been interrupted between the two. */
    private Dialogue status(String id, Delivery delivery) {
        Object status = delivery.fields().get("Status");
        return status == null
                ? ended(id, "was there already")
                : Dialogue.ask(
                        DialogueRequest.send("PUT", "/ticket/" + id, authorization, Map.of("Status", status)),
                        response -> {
                            response.json();
                            return ended(id, "was there already");
                        });
    }

    /** The comment's subject is how a repeat finds it. */
    private Dialogue comment(String id, Delivery delivery, String mark) {
        var comment = new LinkedHashMap<String, Object>(delivery.fields());
        comment.put("Subject", mark);
        comment.putIfAbsent("Content", "");
        comment.putIfAbsent("ContentType", "text/plain");
        return Dialogue.ask(
                DialogueRequest.send("POST", "/ticket/" + id + "/comment", authorization, comment), response -> {
                    response.json();
                    return ended(id, null);
                });
    }

    private static String idOf(DialogueResponse response) {
        String id = response.json().path("id").asText();
        if (id.isEmpty()) {
            throw new TargetUnavailable("Request Tracker did not tell the id of the ticket that it made", null);
        }
        return id;
    }

    private static Dialogue ended(String id, @Nullable String note) {
        return Dialogue.ended(new Delivered(id, note));
    }
}
