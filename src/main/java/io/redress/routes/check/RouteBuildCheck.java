package io.redress.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.configfile.Finding;
import io.redress.routes.RunningRoutes;
import io.redress.routes.file.BeanCatalog;
import io.redress.routes.file.Kamelet;
import io.redress.routes.file.RouteFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.ObjectHelper;
import org.apache.camel.util.URISupport;

/**
 * Builds each route by itself in a Camel context that runs nothing, to find what only building shows: expressions,
 * references, the values that a kamelet passes on.
 */
final class RouteBuildCheck implements AutoCloseable {

    private static final Set<String> ROUTES = Set.of("route", "from", "templatedRoute", "rest");

    private final BeanCatalog beanCatalog;
    private final Components components;
    private final List<RouteFile> kamelets;
    private final DefaultCamelContext context;
    private final RunningRoutes live;

    /** Opens a trial with the kamelets that the routes may use. */
    RouteBuildCheck(BeanCatalog beanCatalog, Components components, List<RouteFile> kamelets) {
        this.beanCatalog = beanCatalog;
        this.components = components;
        this.kamelets = List.copyOf(kamelets);
        this.context = RouteBuildContext.of(beanCatalog);
        this.live = new RunningRoutes(context);
        live.replace(List.of(), kamelets);
        context.start();
    }

    @Override
    public void close() {
        context.stop();
    }

    List<Finding> check(RouteFile file) {
        var findings = new ArrayList<Finding>();
        List<Integer> routes = new ArrayList<>();
        for (int i = 0; i < file.root().size(); i++) {
            JsonNode item = file.root().get(i);
            if (ROUTES.stream().anyMatch(item::has)) {
                routes.add(i);
            }
        }
        if (routes.isEmpty()) {
            return run(file, file.text());
        }
        for (int route : routes) { // each alone: Camel stops at the first that it cannot build
            findings.addAll(run(file, only(file, route, routes)));
        }
        return findings;
    }

    /** A kamelet that no channel uses, with values of the right type. */
    List<Finding> check(Kamelet kamelet) {
        var parameters = new StringBuilder();
        kamelet.sample().forEach((name, value) -> parameters
                .append("        ")
                .append(name)
                .append(": \"")
                .append(value)
                .append("\"\n"));
        String uri = "      uri: kamelet:" + kamelet.name() + "\n"
                + (parameters.isEmpty() ? "" : "      parameters:\n" + parameters);
        String route = kamelet.isSource()
                ? "- route:\n    from:\n" + uri + "      steps:\n        - stop: {}\n"
                : "- route:\n    from:\n      uri: direct:trial\n      steps:\n        - to:\n" + uri.indent(6);
        return run(kamelet.file(), route);
    }

    private List<Finding> run(RouteFile file, String text) {
        var alone = new RouteFile(file.isKamelet() ? Path.of("trial.camel.yaml") : file.path(), text);
        var before = List.copyOf(context.getEndpoints());
        try {
            live.load(alone);
            return values(before, file);
        } catch (Exception e) {
            return List.of(finding(file, e));
        } finally {
            forget(alone, before);
        }
    }

    private void forget(RouteFile alone, List<Endpoint> before) {
        try {
            live.unload(alone);
            var added = new ArrayList<>(context.getEndpoints());
            added.removeAll(before);
            for (Endpoint endpoint : added) {
                context.removeEndpoint(endpoint);
            }
        } catch (Exception e) {
            throw new IllegalStateException("routes that never ran cannot be taken out", e);
        }
    }

    private Finding finding(RouteFile file, Exception failure) {
        var binding = ObjectHelper.getException(PropertyBindingException.class, failure);
        var endpoint = ObjectHelper.getException(ResolveEndpointFailedException.class, failure);
        if (binding == null || endpoint == null || binding.getPropertyName() == null) {
            return new BuildErrorExplanation(context, file, beanCatalog).finding(failure);
        }
        String scheme = endpoint.getUri().substring(0, endpoint.getUri().indexOf(':'));
        String option = binding.getPropertyName();
        String value = String.valueOf(binding.getValue());
        String right = components.badValues(scheme, Map.of(option, value)).getOrDefault(option, "another value");
        return value(file, scheme, option, value, right);
    }

    /** Values as they are once every placeholder is filled in. */
    private List<Finding> values(List<Endpoint> before, RouteFile file) {
        var findings = new ArrayList<Finding>();
        var added = new ArrayList<>(context.getEndpoints());
        added.removeAll(before);
        for (Endpoint endpoint : added) {
            String uri = endpoint.getEndpointUri();
            String scheme = uri.substring(0, uri.indexOf(':'));
            Map<String, String> options = options(uri);
            if (!scheme.equals("kamelet")) {
                components
                        .badValues(scheme, options)
                        .forEach((name, right) ->
                                findings.add(value(file, scheme, name, options.getOrDefault(name, ""), right)));
            }
        }
        return findings;
    }

    private static Map<String, String> options(String uri) {
        var options = new LinkedHashMap<String, String>();
        try {
            URISupport.parseQuery(URISupport.extractQuery(uri)).forEach((name, value) -> {
                if (!String.valueOf(value).startsWith("RAW(")) {
                    options.put(name, String.valueOf(value));
                }
            });
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Camel made an endpoint of it: " + uri, e);
        }
        return options;
    }

    /** At the line that says the value: in the file itself, or where a kamelet has it as a default. */
    private Finding value(RouteFile file, String scheme, String option, String value, String right) {
        var places = new ArrayList<Finding>();
        for (RouteFile candidate :
                Stream.concat(Stream.of(file), kamelets.stream()).toList()) {
            candidate.walk((at, node) -> {
                if (node.isValueNode() && node.asText().equals(value)) {
                    places.add(candidate.finding(
                            "'" + option + ": " + value + "' is not a value for " + scheme, "write " + right, at));
                }
            });
        }
        return places.isEmpty()
                ? file.finding(
                        "'" + option + ": " + value + "' is not a value for " + scheme, "write " + right, List.of())
                : places.get(0);
    }

    /** The file with all routes but one blanked out: lines keep their numbers. */
    private static String only(RouteFile file, int route, List<Integer> routes) {
        String[] lines = file.text().split("\n", -1);
        for (int other : routes) {
            if (other != route) {
                int end = other + 1 < file.root().size() ? file.lineOf(List.of(other + 1)) - 1 : lines.length;
                for (int line = file.lineOf(List.of(other)) - 1; line < end; line++) {
                    lines[line] = "";
                }
            }
        }
        return String.join("\n", lines);
    }
}
