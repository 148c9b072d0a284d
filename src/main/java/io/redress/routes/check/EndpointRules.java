package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.EndpointUse;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.Placeholder;
import io.redress.routes.file.RouteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Endpoints as they are written: components, kamelets, their options and values. */
final class EndpointRules {

    private final Components components;
    private final BeanCatalog beanCatalog;

    EndpointRules(Components components, BeanCatalog beanCatalog) {
        this.components = components;
        this.beanCatalog = beanCatalog;
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
                findings.add(unknownComponent(use));
            } else {
                options(use, findings);
            }
        }
        return findings;
    }

    private Finding unknownComponent(EndpointUse use) {
        String plain = KameletParameterRules.withoutTypography(use.scheme());
        return plain.equals(use.scheme())
                ? use.findingAtAddress(
                        "unknown component '" + use.scheme() + "'", Suggestion.remedy(use.scheme(), components.names()))
                : use.findingAtAddress(
                        "the address begins with '" + use.scheme()
                                + "', a sign of a word processor that YAML takes for a part of it",
                        "write it with straight quotes, or none: '" + plain + ":…'");
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

    private void kamelet(EndpointUse use, Map<String, Kamelet> kamelets, List<Finding> findings) {
        Kamelet kamelet = kamelets.get(use.kamelet());
        Optional<String> replacement = FormerKamelets.remedy(use.kamelet(), kamelet);
        if (replacement.isPresent()) {
            findings.add(use.findingAtAddress("kamelet '" + use.kamelet() + "' has been replaced", replacement.get()));
            return;
        }
        if (kamelet == null) {
            findings.add(use.findingAtAddress(
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
                findings.add(unknown(use, kamelet, name));
            } else if (!value.contains("{{")) {
                KameletParameterRules.problem(about, name, value)
                        .ifPresent(problem ->
                                findings.add(use.finding(problem, KameletParameterRules.remedy(about), name)));
            } else {
                filled(use, about, name, value).ifPresent(findings::add);
            }
        });
    }

    /** A setting's value belongs to the line that sets it; a missing one is another rule's business, an empty one none yet. */
    private Optional<Finding> filled(EndpointUse use, JsonNode about, String name, String written) {
        if (about.path("format").asText().equals("password")) {
            return Optional.empty();
        }
        return Placeholder.filled(written, beanCatalog)
                .filter(value -> !value.isEmpty() && !value.startsWith("RAW("))
                .flatMap(value -> KameletParameterRules.problem(about, name, value))
                .map(problem -> Placeholder.in(written).stream()
                        .filter(placeholder -> !placeholder.key().startsWith("redress.")) // read by others, too
                        .flatMap(placeholder -> beanCatalog
                                .finding(
                                        placeholder.key(),
                                        problem + ", which " + use.file().path() + " wants here",
                                        KameletParameterRules.remedy(about))
                                .stream())
                        .findFirst()
                        .orElseGet(() -> use.finding(problem, KameletParameterRules.remedy(about), name)));
    }

    private static Finding unknown(EndpointUse use, Kamelet kamelet, String name) {
        return kamelet.renamed(name)
                .map(now -> use.finding(
                        "parameter '" + name + "' of kamelet '" + kamelet.name() + "' has another name now",
                        "write " + now + " ("
                                + kamelet.about(now).path("description").asText() + ")",
                        name))
                .orElseGet(() -> use.finding(
                        "kamelet '" + kamelet.name() + "' has no parameter '" + name + "'",
                        Suggestion.remedy(name, kamelet.properties().keySet()),
                        name));
    }
}
