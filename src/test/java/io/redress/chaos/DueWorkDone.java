package io.redress.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Whether every mark of every ticket's clocks was told once, and nothing that its history does not know. */
final class DueWorkDone {

    /** Two clocks, each with a warning, the breach and a level. */
    static final int MARKS = 6;

    private static final Map<String, String> MARKS_BY_TYPE =
            Map.of("warning", "warned", "breach", "breached", "escalation", "escalated");

    private final Downstream downstream;
    private final HubRecords hubRecords;

    DueWorkDone(Downstream downstream, HubRecords hubRecords) {
        this.downstream = downstream;
        this.hubRecords = hubRecords;
    }

    /** What does not fit, by ticket. */
    Set<String> breaches() {
        Map<String, Map<String, Integer>> toldOf = new TreeMap<>();
        downstream.taken().values().stream()
                .filter(taken -> taken.queue().equals("escalations") && isMark(taken.body()))
                .forEach(taken -> toldOf.computeIfAbsent(
                                taken.body().path("ticket").asText(), t -> new TreeMap<>())
                        .merge(mark(taken.body()), 1, Integer::sum));
        Set<String> breaches = new ConcurrentSkipListSet<>();
        hubRecords.tickets().parallelStream().forEach(ticket -> {
            String number = ticket.path("number").asText();
            Map<String, Integer> history = marksOf(hubRecords.history(number));
            Map<String, Integer> messages = toldOf.getOrDefault(number, Map.of());
            if (!history.equals(messages)) {
                breaches.add(number + ": history " + history + ", messages " + messages);
            } else if (ticket.path("status").asText().equals("received") && sum(messages) != MARKS) {
                breaches.add(number + ": " + messages + " of " + MARKS);
            }
        });
        return new TreeSet<>(breaches);
    }

    /** A ticket of a high priority is told of at once, too: that is not a mark of a clock. */
    private static boolean isMark(JsonNode message) {
        return !message.path("type").asText().equals("priority");
    }

    private static String mark(JsonNode message) {
        String type = message.path("type").asText();
        return MARKS_BY_TYPE.getOrDefault(type, type);
    }

    private static Map<String, Integer> marksOf(Map<String, Integer> history) {
        var marks = new TreeMap<>(history);
        marks.keySet().retainAll(MARKS_BY_TYPE.values());
        return marks;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
