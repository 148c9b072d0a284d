package io.redress.routes;

import io.redress.routes.file.RouteFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of a Camel context by the file that they came from. Camel's own reload forgets templates and deleted files
 * and leaves a route down whose edit does not start; this only adds and removes, and the {@link io.redress.routes.reload.RouteReloader} decides.
 */
public final class RunningRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRoutes.class);

    private final ModelCamelContext context;
    private final Map<RouteFile, Set<String>> routes = new HashMap<>();
    private final Map<RouteFile, List<RouteConfigurationDefinition>> configurations = new HashMap<>();

    public RunningRoutes(CamelContext context) {
        this.context = (ModelCamelContext) context;
    }

    /**
     * Puts files in the place of others, kinds first. When one of the new does not start, the old are put back.
     *
     * @throws RouteReplacementException when it did not go through
     */
    public void replace(List<RouteFile> old, List<RouteFile> fresh) {
        var loaded = new ArrayList<RouteFile>();
        var out = new ArrayList<>(inOrder(old));
        try {
            for (RouteFile file : inOrder(fresh)) {
                for (RouteFile before :
                        out.stream().filter(o -> o.path().equals(file.path())).toList()) {
                    unload(before);
                    out.remove(before);
                }
                loaded.add(file);
                load(file);
            }
            for (RouteFile gone : reversed(out)) {
                unload(gone);
            }
        } catch (Exception e) {
            RouteFile failed = loaded.isEmpty() ? old.get(0) : loaded.get(loaded.size() - 1);
            throw new RouteReplacementException(failed, e, restored(old, loaded));
        }
    }

    private boolean restored(List<RouteFile> old, List<RouteFile> loaded) {
        try {
            for (RouteFile file : reversed(loaded)) {
                unload(file);
            }
            for (RouteFile file : inOrder(old)) {
                if (routes.containsKey(file)) {
                    unload(file);
                }
                load(file);
            }
            return true;
        } catch (Exception e) {
            LOG.error("The last good version of the routes does not start either", e);
            return false;
        }
    }

    private static List<RouteFile> reversed(List<RouteFile> files) {
        var reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Adds the routes of a file, and starts them when the context runs. What a failure leaves, {@link #unload} takes out. */
    public void load(RouteFile file) throws Exception {
        Set<String> before = routeIds();
        var known = List.copyOf(context.getRouteConfigurationDefinitions());
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(file.path().toString(), file.text()));
        } finally {
            Set<String> added = routeIds();
            added.removeAll(before);
            routes.put(file, added);
            var configured = new ArrayList<>(context.getRouteConfigurationDefinitions());
            configured.removeAll(known);
            configurations.put(file, configured);
        }
    }

    /** Ends the routes of a file once their exchanges in flight are done, and takes them out of the context. */
    public void unload(RouteFile file) throws Exception {
        for (String id : inOrderOfFlow(routes.getOrDefault(file, Set.of()))) {
            remove(id);
        }
        routes.remove(file);
        for (RouteConfigurationDefinition configuration : configurations.getOrDefault(file, List.of())) {
            context.removeRouteConfiguration(configuration);
        }
        configurations.remove(file);
        if (file.isKamelet()) {
            context.removeRouteTemplateDefinitions(file.name());
        }
        forgetKamelets();
    }

    private void remove(String id) throws Exception {
        if (context.getRoute(id) != null) {
            if (context.getRouteController().getRouteStatus(id).isStoppable()) {
                context.getRouteController().stopRoute(id);
            }
            context.removeRoute(id);
        }
        RouteDefinition definition = context.getRouteDefinition(id);
        if (definition != null) {
            context.removeRouteDefinition(definition);
        }
    }

    /** The routes and those that kamelets made for them, in the order in which a message passes. */
    private List<String> inOrderOfFlow(Set<String> own) {
        var all = new TreeSet<>(own);
        boolean more = true;
        while (more) {
            more = context.getRouteDefinitions().stream()
                    .filter(route -> all.contains(parent(route)))
                    .map(RouteDefinition::getRouteId)
                    .filter(id -> !all.contains(id))
                    .toList()
                    .stream()
                    .map(all::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return context.getRouteDefinitions().stream()
                .filter(route -> all.contains(route.getRouteId()))
                .sorted(Comparator.comparingInt(RunningRoutes::place))
                .map(RouteDefinition::getRouteId)
                .toList();
    }

    /** Sources first, so that nothing new comes in; then the file's own routes; last what these send to. */
    private static int place(RouteDefinition route) {
        if (parent(route).isEmpty()) {
            return 1;
        }
        return route.getInput().getEndpointUri().startsWith("kamelet:source") ? 2 : 0;
    }

    private static String parent(RouteDefinition route) {
        Map<String, Object> parameters = route.getTemplateParameters();
        return parameters == null ? "" : Objects.toString(parameters.get("parentRouteId"), "");
    }

    /** Camel makes a kamelet's route when its endpoint is new; an endpoint that stays would give a route without a source. */
    private void forgetKamelets() throws Exception {
        Set<String> present = routeIds();
        for (Endpoint endpoint : List.copyOf(context.getEndpoints())) {
            if (endpoint instanceof KameletEndpoint kamelet && !present.contains(kamelet.getRouteId())) {
                context.removeEndpoint(endpoint);
            }
        }
    }

    private Set<String> routeIds() {
        var all = new HashSet<String>();
        context.getRouteDefinitions().forEach(route -> all.add(route.getRouteId()));
        return all;
    }

    /** Files in the order in which they must be loaded: kinds before their uses, error handling before what it covers. */
    static List<RouteFile> inOrder(Collection<RouteFile> files) {
        return files.stream()
                .sorted(Comparator.comparingInt(RunningRoutes::rank)
                        .thenComparing(file -> file.path().toString()))
                .toList();
    }

    private static int rank(RouteFile file) {
        return file.isKamelet() ? 0 : file.configuresRoutes() ? 1 : 2;
    }
}
