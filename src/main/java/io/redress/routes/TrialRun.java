package io.redress.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.config.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.catalog.RuntimeCamelCatalog;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;

/**
 * Builds each route by itself in a Camel context that starts nothing, to find what only building shows: expressions,
 * references, the values that a kamelet passes on.
 */
final class TrialRun {

    private static final Set<String> ROUTES = Set.of("route", "from", "templatedRoute", "rest");

    private final Wiring wiring;
    private final Components components;
    private final List<Resource> kamelets;

    TrialRun(Wiring wiring, Components components, List<RouteFile> kamelets) {
        this.wiring = wiring;
        this.components = components;
        this.kamelets = kamelets.stream().map(file -> resource(file, file.text())).toList();
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
        for (int route : routes) {
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
                : "- route:\n    from:\n      uri: direct:trial\n      steps:\n        - to:\n"
                        + uri.indent(6);
        return run(kamelet.file(), route);
    }

    private List<Finding> run(RouteFile file, String text) {
        try (DefaultCamelContext context = context()) {
            try {
                var resources = new ArrayList<>(kamelets);
                resources.add(resource(file, text));
                PluginHelper.getRoutesLoader(context).loadRoutes(resources);
                context.start();
            } catch (Exception e) {
                return List.of(new FailureToBuild(context, file, wiring).finding(e));
            }
            return values(context, file);
        }
    }

    /** Values as they are once every placeholder is filled in. */
    private List<Finding> values(DefaultCamelContext context, RouteFile file) {
        RuntimeCamelCatalog catalog = PluginHelper.getRuntimeCamelCatalog(context);
        var findings = new ArrayList<Finding>();
        for (Endpoint endpoint : context.getEndpoints()) {
            String uri = endpoint.getEndpointUri();
            String scheme = uri.substring(0, uri.indexOf(':'));
            if (!scheme.equals("kamelet") && !uri.contains("RAW(")) {
                Map<String, String> properties = properties(catalog, uri);
                components.badValues(scheme, properties).forEach((name, right) -> findings.add(
                        new ValuePlace(file).finding(scheme, name, properties.getOrDefault(name, ""), right)));
            }
        }
        return findings;
    }

    private static Map<String, String> properties(RuntimeCamelCatalog catalog, String uri) {
        try {
            return catalog.endpointProperties(uri);
        } catch (Exception e) {
            return new LinkedHashMap<>(); // Camel made the endpoint of this address, whatever the catalog thinks of it
        }
    }

    private DefaultCamelContext context() {
        var context = new DefaultCamelContext();
        context.setSourceLocationEnabled(true);
        context.setAutoStartup(false);
        context.getCamelContextExtension().getRegistry();
        context.getPropertiesComponent().addPropertiesSource(new Settings());
        context.getCamelContextExtension()
                .setRegistry(new org.apache.camel.support.DefaultRegistry(new StandIns(wiring)));
        return context;
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

    private static Resource resource(RouteFile file, String text) {
        return ResourceHelper.fromString(file.path().toString(), text);
    }

    private final class Settings implements PropertiesSource {

        @Override
        public String getName() {
            return "settings";
        }

        @Override
        public @Nullable String getProperty(String name) {
            return wiring.setting(name);
        }
    }
}
