package io.redress.routes.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.component.kamelet.KameletEndpoint;

/**
 * Names that Camel's kamelet endpoint keeps for itself. A value that a route gives to a parameter of such a name never
 * reaches the kamelet's steps, and nobody is told.
 */
final class ReservedParameters {

    /** Taken out of the address before the endpoint is made, besides the endpoint's own options. */
    private static final Set<String> TAKEN_OUT =
            Set.of("templateId", "routeId", "uuid", "parentRouteId", "parentProcessorId", "hash", "synchronous");

    private static final Set<String> NAMES = names();

    private ReservedParameters() {}

    static boolean has(String name) {
        return NAMES.contains(name);
    }

    private static Set<String> names() {
        var names = new TreeSet<>(TAKEN_OUT);
        Arrays.stream(KameletEndpoint.class.getMethods())
                .filter(method -> method.getName().startsWith("set") && method.getParameterCount() == 1)
                .map(method -> method.getName().substring("set".length()))
                .filter(name -> !name.isEmpty())
                .forEach(name -> names.add(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
        return names;
    }
}
