package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.Request;
import io.redress.delivery.news.News;
import io.redress.delivery.news.Sighting;
import io.redress.delivery.news.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what others did to our tickets in Request Tracker: changes of status, replies and comments, by the ids of its
 * transactions. What our own user did is no news: so nothing that we wrote there comes back.
 */
public final class RtNews {

    /** Transactions of a page; RT gives no more. */
    private static final int PAGE = 100;

    /** Read again each time: ids are given before they can be seen, so a lower one may appear after a higher one. */
    private static final int AGAIN = 50;

    private final String authorization;
    private final String whose;
    private final RtChanges changes;

    /**
     * @param target the target's name: who says so, in a ticket's history
     * @param user whose token it is; RT's own automatic changes (user {@code RT_System}) are no news either
     * @param numberField custom field with our number
     * @param remedyField custom field with words for the customer on what was done
     */
    public RtNews(String target, String token, String user, String numberField, String remedyField) {
        this.authorization = "token " + token;
        String quoted = "'" + user.replace("'", "\\'") + "'";
        this.whose = " AND ObjectType = 'RT::Ticket' AND TicketCreator = " + quoted + " AND Creator != " + quoted
                + " AND Creator != 'RT_System' AND (Type = 'Status' OR Type = 'Correspond' OR Type = 'Comment')";
        this.changes = new RtChanges(target, numberField, remedyField);
    }

    /**
     * The dialogue that reads what is new; its result is {@link News}.
     *
     * @param position of the last look; empty at the first
     * @param states RT's statuses, and {@code Correspond} (a reply) and {@code Comment}
     */
    public Dialogue begin(String position, States states) {
        long last = position.isEmpty() ? 0 : Long.parseLong(position);
        return page(Math.max(0, last - AGAIN), new Look(states, last));
    }

    private Dialogue page(long after, Look look) {
        var search = Request.get(
                "/transactions",
                Map.of(
                        "query", "Id > " + after + whose,
                        "per_page", String.valueOf(PAGE),
                        "orderby", "id",
                        "order", "ASC",
                        "fields", "Type,Creator,Created,NewValue,ObjectId"),
                authorization);
        return Dialogue.ask(search, answer -> {
            JsonNode items = answer.json().path("items");
            var found = new ArrayList<RtChange>();
            for (JsonNode item : items) {
                look.last = Math.max(look.last, item.path("id").asLong());
                RtChange change = RtChange.of(item);
                if (look.states.kindOf(change.state()) != null) {
                    found.add(change);
                }
            }
            return found.isEmpty() ? next(items.size(), look) : tickets(found, items.size(), look);
        });
    }

    /** The numbers and remedies of the tickets that changed. */
    private Dialogue tickets(List<RtChange> found, int size, Look look) {
        String query = new TreeSet<>(found.stream().map(RtChange::ticket).toList())
                .stream().map(id -> "id=" + id).collect(Collectors.joining(" OR "));
        var search = Request.get(
                "/tickets",
                Map.of("query", query, "fields", "CustomFields", "per_page", String.valueOf(PAGE)),
                authorization);
        return Dialogue.ask(search, answer -> {
            Map<String, JsonNode> tickets = RtChanges.byId(answer.json().path("items"));
            found.removeIf(change -> changes.number(tickets.get(change.ticket())) == null);
            return words(found, 0, tickets, size, look);
        });
    }

    /** The words of replies and comments, one after the other; files that came with them may be big, and stay there. */
    private Dialogue words(List<RtChange> found, int at, Map<String, JsonNode> tickets, int size, Look look) {
        if (at == found.size()) {
            return next(size, look);
        }
        RtChange change = found.get(at);
        if (!change.speaks()) {
            look.sightings.add(changes.sighting(change, tickets, look.states, null));
            return words(found, at + 1, tickets, size, look);
        }
        var search = List.of(
                Map.of("field", "TransactionId", "value", change.id()),
                Map.of("field", "ContentType", "operator", "LIKE", "value", "text/"));
        var first = Map.of("per_page", "1", "orderby", "id", "order", "ASC", "fields", "Content,ContentType");
        var parts = Request.send("POST", "/attachments", authorization, search).with(first);
        return Dialogue.ask(parts, answer -> {
            String text = RtChanges.text(answer.json().path("items"));
            look.sightings.add(changes.sighting(change, tickets, look.states, text));
            return words(found, at + 1, tickets, size, look);
        });
    }

    private Dialogue next(int size, Look look) {
        return size == PAGE
                ? page(look.last, look)
                : Dialogue.ended(new News(look.sightings, String.valueOf(look.last)));
    }

    /** What one look has found so far. */
    private static final class Look {

        private final States states;
        private final List<Sighting> sightings = new ArrayList<>();
        private long last;

        Look(States states, long last) {
            this.states = states;
            this.last = last;
        }
    }
}
