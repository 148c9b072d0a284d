package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a kamelet's file must say, so that a channel can be written from it alone. */
final class KameletRules {

    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");
    private static final List<Object> DEFINITION = List.of("spec", "definition");
    private static final List<Object> TEMPLATE = List.of("spec", "template");
    private static final List<String> PARTS = List.of("from", "route");

    private final RouteSchema schema;

    KameletRules(RouteSchema schema) {
        this.schema = schema;
    }

    List<Finding> check(RouteFile file) {
        var findings = new ArrayList<Finding>();
        JsonNode root = file.root();
        if (!root.path("kind").asText().equals("Kamelet")) {
            findings.add(file.finding("is not a kamelet", "write kind: Kamelet", List.of("kind")));
        }
        if (!root.path("metadata").path("name").asText().equals(file.name())) {
            findings.add(file.finding(
                    "the kamelet's name is not that of its file",
                    "write metadata.name: " + file.name(),
                    List.of("metadata", "name")));
        }
        JsonNode definition = root.path("spec").path("definition");
        for (String key : List.of("title", "description")) {
            if (definition.path(key).asText().isBlank()) {
                findings.add(file.finding("the kamelet has no " + key, "write spec.definition." + key, DEFINITION));
            }
        }
        Kamelet kamelet = Kamelet.of(file);
        kamelet.properties().forEach((name, about) -> property(file, name, about, findings));
        for (String name : kamelet.required()) {
            if (!kamelet.properties().containsKey(name)) {
                findings.add(file.finding(
                        "required property '" + name + "' is not described",
                        Suggestion.remedy(name, kamelet.properties().keySet()),
                        List.of("spec", "definition", "required")));
            }
        }
        unused(file, kamelet, findings);
        template(file, findings);
        return findings;
    }

    private static void property(RouteFile file, String name, JsonNode about, List<Finding> findings) {
        List<Object> at = List.of("spec", "definition", "properties", name);
        for (String key : List.of("title", "description", "type")) {
            if (about.path(key).asText().isBlank()) {
                findings.add(file.finding("property '" + name + "' has no " + key, "write " + key + ": …", at));
            }
        }
        if (ReservedParameters.has(name)) {
            findings.add(file.finding(
                    "Camel keeps the name '" + name + "' for itself: a route's value would have no effect",
                    "give the property another name, in spec.template too, and add formerly: " + name,
                    at));
        }
        String type = about.path("type").asText();
        if (!type.isBlank() && !TYPES.contains(type)) {
            findings.add(file.finding(
                    "property '" + name + "' has the unknown type '" + type + "'", Suggestion.remedy(type, TYPES), at));
        }
    }

    private static void unused(RouteFile file, Kamelet kamelet, List<Finding> findings) {
        var used = new HashSet<String>();
        Kamelet.PLACEHOLDER
                .matcher(file.root().path("spec").path("template").toString())
                .results()
                .forEach(found -> used.add(found.group(1)));
        for (String name : kamelet.properties().keySet()) {
            if (!used.contains(name)) {
                findings.add(file.finding(
                        "property '" + name + "' does nothing",
                        "use {{" + name + "}} in the template, or drop the property",
                        List.of("spec", "definition", "properties", name)));
            }
        }
    }

    /** The template's route has the structure of any other route. */
    private void template(RouteFile file, List<Finding> findings) {
        JsonNode template = file.root().path("spec").path("template");
        for (String part : PARTS) {
            if (template.has(part)) {
                ObjectNode item = JsonNodeFactory.instance.objectNode();
                item.set(part, template.get(part));
                findings.addAll(
                        schema.check(file, JsonNodeFactory.instance.arrayNode().add(item), TEMPLATE));
                return;
            }
        }
        findings.add(file.finding("the kamelet has no template", "write spec.template.from with its steps", TEMPLATE));
    }
}
