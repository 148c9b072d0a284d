package io.redress.camel.cluster;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Routes that a policy stopped, or held back from their start on, and that it alone starts again. What fails is logged once, and
 * tried again by whoever asks again.
 */
final class HeldRoutes {

    /** By route, whether a failed start was logged. */
    private final Map<Route, Boolean> held = new ConcurrentHashMap<>();

    private final Logger log;

    /** @param log of the policy */
    HeldRoutes(Logger log) {
        this.log = log;
    }

    /** Camel's health check counts a stopped route as healthy only if it does not start automatically. */
    void hold(Route route) {
        route.setAutoStartup(false);
        held.put(route, false);
    }

    boolean contains(Route route) {
        return held.containsKey(route);
    }

    Set<Route> all() {
        return held.keySet();
    }

    /** Forgets a route, which somebody else starts, or which is taken away. */
    void release(Route route) {
        held.remove(route);
    }

    void start(CamelContext camel, Route route) {
        try {
            route.setAutoStartup(true);
            camel.getRouteController().startRoute(route.getId());
            held.remove(route);
        } catch (Exception | LinkageError e) {
            if (Boolean.FALSE.equals(held.replace(route, true))) {
                log.error("Route {} could not be started, retrying", route.getId(), e);
            }
        }
    }

    /** @param why the sentence of the log when it cannot be stopped, with {@code {}} for the route */
    void stop(CamelContext camel, Route route, String why) {
        hold(route);
        try {
            camel.getRouteController().stopRoute(route.getId());
        } catch (Exception e) {
            held.remove(route);
            log.error(why, route.getId(), e);
        }
    }

    /** Null while the route is being made, or taken away. */
    static @Nullable ServiceStatus status(CamelContext camel, Route route) {
        return camel.getRoute(route.getId()) == route
                ? camel.getRouteController().getRouteStatus(route.getId())
                : null;
    }
}
