package io.redress.delivery.rt;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.news.InboundUpdates;
import io.redress.delivery.news.ObservedChange;
import io.redress.delivery.news.StateMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what others did to our tickets in Request Tracker: changes of status, replies and comments, by the ids of its
 * transactions. What our own user did is no news: so nothing that we wrote there comes back.
 */
public final class RtUpdateReader {

    /** Transactions of a page; RT gives no more. */
    private static final int PAGE = 100;

    /** Read again each time: ids are given before they can be seen, so a lower one may appear after a higher one. */
    private static final int AGAIN = 50;

    private final String authorization;
    private final String whose;
    private final RtUpdateMapper changes;

    /**
     * @param target the target's name: who says so, in a ticket's history
     * @param user whose token it is; RT's own automatic changes (user {@code RT_System}) are no news either
     * @param numberField custom field with our number
     * @param remedyField custom field with words for the customer on what was done
     */
    public RtUpdateReader(String target, String token, String user, String numberField, String remedyField) {
        this.authorization = "token " + token;
        String quoted = "'" + user.replace("'", "\\'") + "'";
        this.whose = " AND ObjectType = 'RT::Ticket' AND TicketCreator = " + quoted + " AND Creator != " + quoted
                + " AND Creator != 'RT_System' AND (Type = 'Status' OR Type = 'Correspond' OR Type = 'Comment')";
        this.changes = new RtUpdateMapper(target, numberField, remedyField);
    }

    /**
     * The dialogue that reads what is new; its result is {@link InboundUpdates}.
     *
     * @param position of the last look; empty at the first
     * @param stateMapping RT's statuses, and {@code Correspond} (a reply) and {@code Comment}
     */
    public Dialogue begin(String position, StateMapping stateMapping) {
        long last = position.isEmpty() ? 0 : Long.parseLong(position);
        return page(Math.max(0, last - AGAIN), new Poll(stateMapping, last));
    }

    private Dialogue page(long after, Poll poll) {
        var search = DialogueRequest.get(
                "/transactions",
                Map.of(
                        "query", "Id > " + after + whose,
                        "per_page", String.valueOf(PAGE),
                        "orderby", "id",
                        "order", "ASC",
                        "fields", "Type,Creator,Created,NewValue,ObjectId"),
                authorization);
        return Dialogue.ask(search, response -> {
            JsonNode items = response.json().path("items");
            var found = new ArrayList<RtTransaction>();
            for (JsonNode item : items) {
                poll.last = Math.max(poll.last, item.path("id").asLong());
                RtTransaction transaction = RtTransaction.of(item);
                if (poll.stateMapping.kindOf(transaction.state()) != null) {
                    found.add(transaction);
                }
            }
            return found.isEmpty() ? next(items.size(), poll) : tickets(found, items.size(), poll);
        });
    }

    /** The numbers and remedies of the tickets that changed. */
    private Dialogue tickets(List<RtTransaction> found, int size, Poll poll) {
        String query = new TreeSet<>(found.stream().map(RtTransaction::ticket).toList())
                .stream().map(id -> "id=" + id).collect(Collectors.joining(" OR "));
        var search = DialogueRequest.get(
                "/tickets",
                Map.of("query", query, "fields", "CustomFields", "per_page", String.valueOf(PAGE)),
                authorization);
        return Dialogue.ask(search, response -> {
            Map<String, JsonNode> tickets = RtUpdateMapper.byId(response.json().path("items"));
            found.removeIf(transaction -> changes.number(tickets.get(transaction.ticket())) == null);
            return words(found, 0, tickets, size, poll);
        });
    }

    /** The words of replies and comments, one after the other; files that came with them may be big, and stay there. */
    private Dialogue words(List<RtTransaction> found, int at, Map<String, JsonNode> tickets, int size, Poll poll) {
        if (at == found.size()) {
            return next(size, poll);
        }
        RtTransaction transaction = found.get(at);
        if (!transaction.speaks()) {
            poll.observedChanges.add(changes.change(transaction, tickets, poll.stateMapping, null));
            return words(found, at + 1, tickets, size, poll);
        }
        var search = List.of(
                Map.of("field", "TransactionId", "value", transaction.id()),
                Map.of("field", "ContentType", "operator", "LIKE", "value", "text/"));
        var first = Map.of("per_page", "1", "orderby", "id", "order", "ASC", "fields", "Content,ContentType");
        var parts = DialogueRequest.send("POST", "/attachments", authorization, search)
                .with(first);
        return Dialogue.ask(parts, response -> {
            String text = RtUpdateMapper.text(response.json().path("items"));
            poll.observedChanges.add(changes.change(transaction, tickets, poll.stateMapping, text));
            return words(found, at + 1, tickets, size, poll);
        });
    }

    private Dialogue next(int size, Poll poll) {
        return size == PAGE
                ? page(poll.last, poll)
                : Dialogue.ended(new InboundUpdates(poll.observedChanges, String.valueOf(poll.last)));
    }

    /** What one look has found so far. */
    private static final class Poll {

        private final StateMapping stateMapping;
        private final List<ObservedChange> observedChanges = new ArrayList<>();
        private long last;

        Poll(StateMapping stateMapping, long last) {
            this.stateMapping = stateMapping;
            this.last = last;
        }
    }
}
