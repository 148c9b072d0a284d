package io.redress.routes.check;

import io.redress.configfile.Finding;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import io.redress.routes.file.RoutePrecondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every {@code {{placeholder}}} without a default has something to stand for, and every secret that is needed a value. */
final class PlaceholderRules {

    private final BeanCatalog beanCatalog;

    PlaceholderRules(BeanCatalog beanCatalog) {
        this.beanCatalog = beanCatalog;
    }

    List<Finding> check(RouteFile file, Map<String, Kamelet> kamelets) {
        Set<String> own = file.isKamelet() ? Kamelet.of(file).placeholders() : Set.of();
        var findings = new ArrayList<Finding>();
        file.walk((at, node) -> {
            if (node.isTextual() && !isDescription(file, at)) {
                Placeholder.in(node.asText()).stream()
                        .filter(placeholder -> placeholder.needsValue()
                                && !own.contains(placeholder.key())
                                && beanCatalog.setting(placeholder.key()) == null)
                        .forEach(placeholder -> findings.add(file.finding(
                                "nothing is set for {{" + placeholder.key() + "}}",
                                file.isKamelet() && !placeholder.key().startsWith(Placeholder.VARIABLE)
                                        ? "describe it in spec.definition.properties"
                                        : placeholder.remedy(),
                                at)));
            }
        });
        if (!file.isKamelet()) {
            emptySecrets(file, kamelets, findings);
        }
        return findings;
    }

    /** A channel that is switched on needs its secrets; as shipped they are empty. */
    private void emptySecrets(RouteFile file, Map<String, Kamelet> kamelets, List<Finding> findings) {
        for (EndpointUse use : file.endpoints()) {
            Kamelet kamelet = use.is("kamelet") ? kamelets.get(use.kamelet()) : null;
            if (kamelet == null || !RoutePrecondition.holds(file, use, beanCatalog)) {
                continue;
            }
            use.parameters().forEach((name, value) -> {
                String bare = value.replaceFirst("^RAW\\((.*)\\)$", "$1");
                boolean needed = kamelet.required().contains(name)
                        && kamelet.about(name).path("format").asText().equals("password");
                if (needed
                        && Placeholder.filled(bare, beanCatalog)
                                .filter(String::isEmpty)
                                .isPresent()) {
                    Placeholder.in(bare).stream()
                            .findFirst()
                            .ifPresent(placeholder -> findings.add(use.finding(
                                    "{{" + placeholder.key() + "}} is empty, and " + name + " needs a value",
                                    placeholder.remedy(),
                                    name)));
                }
            });
        }
    }

    private static boolean isDescription(RouteFile file, List<Object> at) {
        return file.isKamelet() && (at.size() < 2 || !at.get(1).equals("template"));
    }
}
