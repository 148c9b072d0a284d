package io.redress.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds what the senders were told against tickets, items and what came downstream. Every row names what does not fit. */
final class Reconciliation {

    private final SenderRecords senderRecords;
    private final Downstream downstream;
    private final HubRecords hubRecords;
    private final Map<String, Set<String>> wrong = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Reconciliation(SenderRecords senderRecords, Downstream downstream, HubRecords hubRecords) {
        this.senderRecords = senderRecords;
        this.downstream = downstream;
        this.hubRecords = hubRecords;
    }

    /** Rule to what breaks it; an empty set where it holds. */
    Map<String, Set<String>> wrong() {
        return wrong;
    }

    Map<String, Long> counts() {
        return counts;
    }

    void reckon() {
        List<JsonNode> items = hubRecords.items();
        Map<String, Set<String>> tickets = ticketsByMarker(items);
        Map<String, Set<String>> messages = messagesByMarker();
        count("complaints accepted", senderRecords.accepted.size());
        count("sent once, never answered", senderRecords.unanswered.size());
        count("tickets", hubRecords.tickets().size());
        count(
                "messages in category queues",
                messages.values().stream().mapToLong(Set::size).sum());
        count("items (repeats included)", items.size());
        count("failed and redelivered downstream", downstream.rollbacks());

        row("lost: accepted, no ticket", missing(tickets.keySet()));
        row("lost: accepted, no message", missing(messages.keySet()));
        row("doubled tickets", several(tickets));
        row("doubled queue messages", several(messages));
        row("deliveries committed twice", committedTwice());
        row("made up", madeUp(tickets, messages));
        row("tickets beside the items", beside(tickets));
        row("numbers told that lead elsewhere", misled(tickets));
        row("stuck items", stuck(items));
        row("left in queues", left());
        row("answers 500", unexpected());
    }

    /** Escalations, callbacks, surveys and the ends of the loops; after so long a time that all were due. */
    void dueWork() {
        Map<String, Set<String>> byId = new TreeMap<>();
        downstream.taken().forEach((message, taken) -> {
            if (!taken.queue().startsWith("complaints.")) {
                byId.computeIfAbsent(dueId(taken), id -> new TreeSet<>()).add(message);
            }
        });
        count("due messages (escalations, callbacks, surveys)", byId.size());
        row("due messages doubled", several(byId));
        row("due work not done, or not told", new DueWorkDone(downstream, hubRecords).breaches());
        row(
                "loops not closed",
                hubRecords.tickets().stream()
                        .filter(ticket -> !List.of("received", "closed")
                                .contains(ticket.path("status").asText()))
                        .map(ticket -> ticket.path("number").asText() + " "
                                + ticket.path("status").asText())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String dueId(Downstream.Taken taken) {
        JsonNode body = taken.body();
        return taken.queue() + " " + body.path("id").asText()
                + (taken.queue().equals("callbacks.due")
                        ? " " + body.path("attempt").asText() + " "
                                + body.path("pool").asText()
                        : "");
    }

    private static Map<String, Set<String>> ticketsByMarker(List<JsonNode> items) {
        Map<String, Set<String>> tickets = new TreeMap<>();
        for (JsonNode item : items) {
            if (item.path("state").asText().equals("ticketed")) {
                tickets.computeIfAbsent(
                                SenderRecords.markerIn(item.path("sourceKey").asText()), m -> new TreeSet<>())
                        .add(item.path("ticket").asText());
            }
        }
        return tickets;
    }

    private Map<String, Set<String>> messagesByMarker() {
        Map<String, Set<String>> messages = new TreeMap<>();
        downstream.taken().forEach((id, taken) -> {
            if (taken.queue().startsWith("complaints.")
                    && taken.commits().get() + taken.doubts().get() > 0) {
                messages.computeIfAbsent(
                                SenderRecords.markerIn(
                                        taken.body().at("/complaint/text").asText()),
                                m -> new TreeSet<>())
                        .add(id);
            }
        });
        return messages;
    }

    private Set<String> missing(Set<String> there) {
        return senderRecords.accepted.keySet().stream()
                .filter(marker -> !there.contains(marker))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> several(Map<String, Set<String>> all) {
        return all.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> committedTwice() {
        return downstream.taken().entrySet().stream()
                .filter(one -> one.getValue().commits().get() > 1)
                .map(one -> one.getValue().queue() + " " + one.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> madeUp(Map<String, Set<String>> tickets, Map<String, Set<String>> messages) {
        var strangers = new TreeSet<>(tickets.keySet());
        strangers.addAll(messages.keySet());
        strangers.removeAll(senderRecords.accepted.keySet());
        strangers.removeAll(senderRecords.unanswered);
        return strangers;
    }

    private Set<String> beside(Map<String, Set<String>> tickets) {
        var numbers = hubRecords.tickets().stream()
                .map(ticket -> ticket.path("number").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        tickets.values().forEach(numbers::removeAll);
        return numbers;
    }

    private Set<String> misled(Map<String, Set<String>> tickets) {
        var misled = new TreeSet<String>();
        senderRecords.accepted.forEach((marker, numbers) -> numbers.stream()
                .filter(number -> !tickets.getOrDefault(marker, Set.of()).contains(number))
                .filter(number -> !tickets.getOrDefault(marker, Set.of()).contains(hubRecords.leadsTo(number)))
                .forEach(number -> misled.add(marker + " " + number)));
        return misled;
    }

    private static Set<String> stuck(List<JsonNode> items) {
        return items.stream()
                .filter(item -> !List.of("ticketed", "duplicate")
                        .contains(item.path("state").asText()))
                .map(item -> item.path("sourceKey").asText() + " "
                        + item.path("state").asText() + ": "
                        + item.path("reason").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> left() {
        return hubRecords.queues().entrySet().stream()
                .filter(queue -> queue.getValue() > 0)
                .map(queue -> queue.getKey() + " " + queue.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> unexpected() {
        return senderRecords.refusals.entrySet().stream()
                .filter(answer -> answer.getKey().matches(".*: 5\\d\\d")
                        && !answer.getKey().endsWith("503"))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void count(String what, long number) {
        counts.put(what, number);
    }

    private void row(String rule, Set<String> breaches) {
        wrong.put(rule, breaches);
    }
}
