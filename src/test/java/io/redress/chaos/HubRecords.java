package io.redress.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.blackbox.HubProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the hub's API tells at the end. */
final class HubRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubProcess hub;

    HubRecords(HubProcess hub) {
        this.hub = hub;
    }

    List<JsonNode> tickets() {
        return all("/tickets?size=500");
    }

    List<JsonNode> items() {
        return all("/items?size=500");
    }

    List<JsonNode> openCallbacks() {
        var open = all("/callbacks?size=500&state=planned");
        open.addAll(all("/callbacks?size=500&state=due"));
        return open;
    }

    /** Queue to its messages; none are left out but those of the consumers downstream, which take theirs. */
    Map<String, Long> queues() {
        var depths = new TreeMap<String, Long>();
        read("/queues")
                .path("items")
                .forEach(queue -> depths.put(
                        queue.path("name").asText(), queue.path("depth").asLong()));
        return depths;
    }

    /** Arrivals that wait to be worked on. */
    long intake() {
        return queues().entrySet().stream()
                .filter(queue -> queue.getKey().startsWith("intake"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How often each thing happened to a ticket. */
    Map<String, Integer> history(String number) {
        var counts = new TreeMap<String, Integer>();
        read("/tickets/" + number)
                .path("history")
                .forEach(event -> counts.merge(event.path("what").asText(), 1, Integer::sum));
        return counts;
    }

    /** The ticket that a number which a sender was told leads to; empty when it leads nowhere. */
    String leadsTo(String number) {
        try {
            return read("/tickets/" + number).path("number").asText();
        } catch (IllegalStateException e) {
            return "";
        }
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page = read(path + cursor);
            page.path("items").forEach(items::add);
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return items;
    }

    private JsonNode read(String path) {
        try {
            return JSON.readTree(hub.api(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
