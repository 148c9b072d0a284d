package io.redress.routes.file;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a route runs: its {@code precondition} is missing, or true. */
public final class RoutePrecondition {

    private RoutePrecondition() {}

    /** Whether the route runs in which a use stands. */
    public static boolean holds(RouteFile file, EndpointUse use, BeanCatalog beanCatalog) {
        JsonNode item = use.at().isEmpty() || !(use.at().get(0) instanceof Integer index)
                ? file.root()
                : file.root().path(index);
        JsonNode precondition = item.path("route").path("precondition");
        return precondition.isMissingNode()
                || Placeholder.filled(precondition.asText(), beanCatalog)
                        .filter("true"::equals)
                        .isPresent();
    }
}
