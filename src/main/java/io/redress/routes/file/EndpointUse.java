package io.redress.routes.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.util.URISupport;

/**
 * A place in a file that names an endpoint.
 *
 * @param at the way to the step, from the top of the file
 * @param scheme the component's name
 * @param remaining what follows the scheme, up to the question mark
 * @param parameters as written, from the address and from {@code parameters}
 */
public record EndpointUse(
        RouteFile file, List<Object> at, String scheme, String remaining, Map<String, String> parameters) {

    private static final Set<String> STEPS = Set.of("from", "to", "toD", "wireTap", "poll", "deadLetterUri");

    static Optional<EndpointUse> at(RouteFile file, List<Object> at, JsonNode node) {
        if (at.isEmpty() || !(at.get(at.size() - 1) instanceof String step)) {
            return Optional.empty();
        }
        if (step.equals("kamelet") && (node.isTextual() || node.path("name").isTextual())) {
            String name = node.isTextual() ? node.asText() : node.path("name").asText();
            return Optional.of(of(file, at, "kamelet:" + name, node.path("parameters")));
        }
        if (node.isObject() && node.path("uri").isTextual()) {
            return Optional.of(of(file, at, node.path("uri").asText(), node.path("parameters")));
        }
        if (node.isTextual() && STEPS.contains(step)) {
            return Optional.of(of(file, at, node.asText(), node.path("parameters")));
        }
        return Optional.empty();
    }

    private static EndpointUse of(RouteFile file, List<Object> at, String uri, JsonNode parameters) {
        int question = uri.indexOf('?');
        String path = question < 0 ? uri : uri.substring(0, question);
        int colon = path.indexOf(':');
        var all = new LinkedHashMap<String, String>();
        if (question >= 0) {
            query(uri.substring(question + 1)).forEach((key, value) -> all.put(key, String.valueOf(value)));
        }
        parameters.properties().forEach(p -> all.put(p.getKey(), p.getValue().asText()));
        return new EndpointUse(
                file,
                at,
                colon < 0 ? path : path.substring(0, colon),
                colon < 0 ? "" : path.substring(colon + 1).replaceFirst("^//", ""),
                all);
    }

    private static Map<String, Object> query(String text) {
        try {
            return URISupport.parseQuery(text, true);
        } catch (URISyntaxException e) {
            return Map.of();
        }
    }

    public boolean is(String component) {
        return scheme.equals(component);
    }

    /** True for {@code kamelet:source} and {@code kamelet:sink}, the two ends of a kamelet's own route. */
    public boolean isKameletEnd() {
        return is("kamelet") && Set.of("source", "sink").contains(remaining);
    }

    /** The kamelet that is used, without the id that may follow its name. */
    public String kamelet() {
        int slash = remaining.indexOf('/');
        return slash < 0 ? remaining : remaining.substring(0, slash);
    }

    /** A finding at the address itself, which stands below the step where both have a line. */
    public Finding findingAtAddress(String problem, String remedy) {
        return file.finding(
                problem, remedy, Stream.concat(at.stream(), Stream.of("uri")).toList());
    }

    /** A finding at the step, or at one of its parameters. */
    public Finding finding(String problem, String remedy, String... parameter) {
        List<Object> place = parameter.length == 0
                ? at
                : Stream.of(at.stream(), Stream.of("parameters"), Stream.<Object>of((Object[]) parameter))
                        .<Object>flatMap(s -> s)
                        .toList();
        return file.finding(problem, remedy, place);
    }
}
