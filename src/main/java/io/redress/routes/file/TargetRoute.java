package io.redress.routes.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.redress.camel.delivery.ConnectedTargets;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import io.redress.configfile.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A target's steps, to be tried by hand.
 *
 * @param mapping as its file names it
 * @param yaml its route, which starts with {@link #START} in place of its queue, whether it is switched on or not
 */
public record TargetRoute(String name, String mapping, String yaml) {

    /** Where a trial sends its delivery. */
    public static final String START = "direct:try-delivery";

    /**
     * Finds a target's file.
     *
     * @throws InvalidConfiguration when there is none of that name, or it cannot be read
     */
    public static TargetRoute of(RouteFiles files, String name) {
        RouteSet set = RouteSet.parse(files.read());
        if (!set.findings().isEmpty()) {
            throw new InvalidConfiguration(set.findings());
        }
        Map<String, RouteFile> targets = new TreeMap<>();
        for (RouteFile file : set.routes()) {
            boolean delivers = set.source(file)
                    .filter(use -> use.kamelet().equals(ConnectedTargets.KAMELET))
                    .isPresent();
            if (delivers) {
                targets.put(file.name(), file);
            }
        }
        RouteFile file = targets.get(name);
        if (file == null) {
            Path folder = files.folder().resolve("delivery");
            throw new InvalidConfiguration(List.of(new Finding(
                    folder, 0, "there is no target '" + name + "'", Suggestion.remedy(name, targets.keySet()))));
        }
        String mapping = set.source(file).orElseThrow().parameters().getOrDefault("mapping", name);
        return new TargetRoute(name, mapping, started(file));
    }

    private static String started(RouteFile file) {
        JsonNode root = file.root().deepCopy();
        for (JsonNode part : root) {
            if (part.path("route") instanceof ObjectNode route) {
                route.remove("precondition");
                route.withObject("/from").put("uri", START).remove("parameters");
            }
        }
        try {
            return new YAMLMapper().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read from YAML cannot be written as YAML", e);
        }
    }
}
