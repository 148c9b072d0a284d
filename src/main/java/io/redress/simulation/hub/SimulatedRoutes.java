package io.redress.simulation.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RouteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The flow without its ends: what takes in from outside and what runs by the clock is left out, and where a message would
 * leave the machine it is counted instead.
 */
final class SimulatedRoutes {

    /** What a simulated flow may use: parts of the hub itself, and the broker that lives as long as the run. */
    private static final Set<String> INSIDE = Set.of("direct", "jms", "bean", "json-validator", "log", "language");

    private static final Set<String> ENDPOINTS = Set.of("uri", "to", "toD", "wireTap", "enrich", "pollEnrich");
    private static final String OUTSIDE = "direct:simulation-outside";
    private static final String REPLIES = "direct:reply";
    private static final String ENDS = """
            - route:
                id: reply
                from:
                  uri: direct:reply
                  steps:
                    - bean: {ref: outgoingRecord, method: reply}
            - route:
                id: simulation-outside
                from:
                  uri: direct:simulation-outside
                  steps:
                    - bean: {ref: outgoingRecord, method: outside}
            """;

    private final ObjectMapper yaml = new YAMLMapper();

    /** Writes the simulated form of a flow into an empty folder. */
    void write(Path routes, Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<Path, String> file : new RouteFiles(routes).read().entrySet()) {
            var parsed = new RouteFile(file.getKey(), file.getValue());
            if (!parsed.isKamelet() && !parsed.isChannel()) {
                JsonNode tree = yaml.readTree(file.getValue());
                if (tree instanceof ArrayNode parts && keepInside(parts)) {
                    Files.write(to.resolve(parsed.name() + ".camel.yaml"), yaml.writeValueAsBytes(parts));
                }
            }
        }
        Files.writeString(to.resolve("simulation.camel.yaml"), ENDS);
    }

    /** False when nothing of the file is left. */
    private static boolean keepInside(ArrayNode parts) {
        for (Iterator<JsonNode> each = parts.iterator(); each.hasNext(); ) {
            JsonNode part = each.next();
            String from = part.at("/route/from/uri").asText(part.at("/from/uri").asText());
            if (from.equals(REPLIES) || !(from.isEmpty() || isFedInside(from))) {
                each.remove();
            } else {
                turnBack(part);
            }
        }
        return !parts.isEmpty();
    }

    private static boolean isFedInside(String uri) {
        return List.of("direct", "jms").contains(scheme(uri));
    }

    private static void turnBack(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String key : List.copyOf(
                    object.properties().stream().map(Map.Entry::getKey).toList())) {
                JsonNode value = object.get(key);
                if (ENDPOINTS.contains(key) && value.isTextual() && !INSIDE.contains(scheme(value.asText()))) {
                    object.put(key, OUTSIDE);
                    object.remove("parameters");
                }
            }
        }
        node.forEach(SimulatedRoutes::turnBack);
    }

    private static String scheme(String uri) {
        int end = uri.indexOf(':');
        return end < 0 ? uri : uri.substring(0, end);
    }
}
