package io.redress.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.config.Finding;
import io.redress.config.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Endpoints as they are written: components, kamelets, their options and values. */
final class EndpointRules {

    private final Components components;

    EndpointRules(Components components) {
        this.components = components;
    }

    List<Finding> check(RouteFile file, Map<String, Kamelet> kamelets) {
        var findings = new ArrayList<Finding>();
        for (EndpointUse use : file.endpoints()) {
            if (use.scheme().contains("{{") || use.scheme().contains("${") || use.isKameletEnd()) {
                continue;
            }
            if (use.is("kamelet")) {
                kamelet(use, kamelets, findings);
            } else if (!components.has(use.scheme())) {
                findings.add(use.finding(
                        "unknown component '" + use.scheme() + "'",
                        Suggestion.remedy(use.scheme(), components.names())));
            } else {
                options(use, findings);
            }
        }
        return findings;
    }

    private void options(EndpointUse use, List<Finding> findings) {
        if (!components.takesAnyOption(use.scheme())) {
            var known = components.options(use.scheme());
            use.parameters().keySet().stream()
                    .filter(name -> !known.contains(name) && !isPrefixed(name))
                    .forEach(name -> findings.add(use.finding(
                            "component '" + use.scheme() + "' has no option '" + name + "'",
                            Suggestion.remedy(name, known),
                            name)));
        }
        components
                .badValues(use.scheme(), use.parameters())
                .forEach((name, right) -> findings.add(use.finding(
                        "'" + name + ": " + use.parameters().get(name) + "' is not a value for " + use.scheme(),
                        "write " + right,
                        name)));
    }

    /** Options such as {@code scheduler.x} or {@code mail.imap.x}, of which a component has as many as you like. */
    private static boolean isPrefixed(String name) {
        return name.indexOf('.') > 0;
    }

    private static void kamelet(EndpointUse use, Map<String, Kamelet> kamelets, List<Finding> findings) {
        Kamelet kamelet = kamelets.get(use.kamelet());
        if (kamelet == null) {
            findings.add(use.finding(
                    "unknown kamelet '" + use.kamelet() + "'", Suggestion.remedy(use.kamelet(), kamelets.keySet())));
            return;
        }
        for (String missing : kamelet.missingIn(use.parameters().keySet())) {
            findings.add(use.finding(
                    "parameter '" + missing + "' of kamelet '" + kamelet.name() + "' is missing",
                    "write " + missing + ": … ("
                            + kamelet.about(missing).path("description").asText() + ")"));
        }
        use.parameters().forEach((name, value) -> {
            JsonNode about = kamelet.about(name);
            if (about.isMissingNode()) {
                findings.add(use.finding(
                        "kamelet '" + kamelet.name() + "' has no parameter '" + name + "'",
                        Suggestion.remedy(name, kamelet.properties().keySet()),
                        name));
            } else if (!value.contains("{{") && !fits(about, value)) {
                findings.add(use.finding(
                        "'" + name + ": " + value + "' is not " + expected(about),
                        remedy(about) + about.path("description").asText(),
                        name));
            }
        });
    }

    private static boolean fits(JsonNode about, String value) {
        if (about.path("enum").isArray() && !about.path("enum").toString().contains("\"" + value + "\"")) {
            return false;
        }
        return switch (about.path("type").asText()) {
            case "integer" -> value.matches("-?\\d{1,18}");
            case "number" -> value.matches("-?\\d{1,18}(\\.\\d{1,18})?");
            case "boolean" -> value.equals("true") || value.equals("false");
            default ->
                !about.has("pattern") || value.matches(about.get("pattern").asText());
        };
    }

    private static String expected(JsonNode about) {
        if (about.path("enum").isArray()) {
            return "a known value";
        }
        String type = about.path("type").asText();
        return (type.equals("integer") ? "an " : "a ") + type;
    }

    private static String remedy(JsonNode about) {
        var choices = new ArrayList<String>();
        about.path("enum").forEach(choice -> choices.add(choice.asText()));
        return choices.isEmpty() ? "" : "one of " + String.join(", ", choices) + ": ";
    }
}
