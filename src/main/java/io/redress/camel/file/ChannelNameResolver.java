package io.redress.camel.file;

import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;

/** Which channel a kamelet's own route works for. */
final class ChannelNameResolver {

    private ChannelNameResolver() {}

    /** The channel's name; the route's when no channel's file names it. */
    static String name(CamelContext camel, String routeId) {
        for (Route route : camel.getRoutes()) {
            if (route.getEndpoint() instanceof KameletEndpoint kamelet && routeId.equals(kamelet.getRouteId())) {
                return Objects.toString(kamelet.getKameletProperties().get("channel"), route.getId());
            }
        }
        return routeId;
    }
}
