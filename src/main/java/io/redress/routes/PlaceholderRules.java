package io.redress.routes;

import io.redress.config.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Every {@code {{placeholder}}} without a default has something to stand for. */
final class PlaceholderRules {

    private final Wiring wiring;

    PlaceholderRules(Wiring wiring) {
        this.wiring = wiring;
    }

    List<Finding> check(RouteFile file) {
        Set<String> own = file.isKamelet() ? Kamelet.of(file).placeholders() : Set.of();
        var findings = new ArrayList<Finding>();
        file.walk((at, node) -> {
            if (!node.isTextual() || isDescription(file, at)) {
                return;
            }
            Matcher placeholder = Kamelet.PLACEHOLDER.matcher(node.asText());
            while (placeholder.find()) {
                String key = placeholder.group(1);
                if (placeholder.group(2) == null && !isOptional(placeholder) && !own.contains(key) && !isSet(key)) {
                    findings.add(file.finding(
                            "nothing is set for {{" + key + "}}",
                            file.isKamelet()
                                    ? "describe it in spec.definition.properties"
                                    : "set " + key + " in config/application.yaml",
                            at));
                }
            }
        });
        return findings;
    }

    private static boolean isDescription(RouteFile file, List<Object> at) {
        return file.isKamelet() && (at.size() < 2 || !at.get(1).equals("template"));
    }

    private static boolean isOptional(Matcher placeholder) {
        return placeholder.group().startsWith("{{?");
    }

    private boolean isSet(String key) {
        if (key.startsWith("env:") || key.startsWith("sys:") || key.startsWith("bean:")) {
            return true;
        }
        return wiring.setting(key) != null;
    }
}
