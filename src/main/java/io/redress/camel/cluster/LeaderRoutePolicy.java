package io.redress.camel.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.cluster.CamelClusterView;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs its routes on the node that leads, and on no other. It looks at short intervals what is and what should be, so that
 * neither a lost event nor a failed start leaves a route behind; it starts only what it keeps from running itself, so that the
 * reload of a file and a stop by hand are not undone. In a context without a cluster service its routes run.
 *
 * <p>Why neither {@code master:} nor Camel's ClusteredRoutePolicy: docs/decisions/0012.
 */
public final class LeaderRoutePolicy extends RoutePolicySupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderRoutePolicy.class);
    private static final long LOOK_MILLIS = 500;

    private final Set<Route> routes = ConcurrentHashMap.newKeySet();
    /** Those that wait for this node to lead, and whether it was told that one does not start. */
    private final Map<Route, Boolean> waiting = new ConcurrentHashMap<>();

    private @Nullable CamelContext context;
    private @Nullable CamelClusterView view;
    private @Nullable ScheduledExecutorService thread;

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    /** Not only when the context has started: which routes it shall start has to be known before. */
    @Override
    protected void doInit() throws Exception {
        super.doInit();
        CamelClusterService cluster = context == null ? null : context.hasService(CamelClusterService.class);
        if (cluster != null) {
            ServiceHelper.startService(cluster);
            view = cluster.getView(LeaseClusterService.NAMESPACE);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (context != null && view != null) {
            thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "LeaderRoutes");
            thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (context != null && thread != null) {
            context.getExecutorServiceManager().shutdownNow(thread);
        }
        super.doStop();
    }

    @Override
    public void onInit(Route route) {
        super.onInit(route);
        if (!leads() && route.isAutoStartup()) {
            hold(route);
        }
        routes.add(route);
    }

    @Override
    public void onRemove(Route route) {
        routes.remove(route);
        waiting.remove(route);
        super.onRemove(route);
    }

    /** Whether the route stands still because this node does not lead. */
    public boolean holds(Route route) {
        return waiting.containsKey(route);
    }

    /** Whether some node leads, and so runs the routes. */
    public boolean isLed() {
        return view == null || view.getLeader().isPresent();
    }

    /** The policy of a route; empty for one that every node runs. */
    public static Optional<LeaderRoutePolicy> of(Route route) {
        return route.getRoutePolicyList().stream()
                .filter(LeaderRoutePolicy.class::isInstance)
                .map(LeaderRoutePolicy.class::cast)
                .findFirst();
    }

    private boolean leads() {
        return view == null || view.getLocalMember().isLeader();
    }

    private void look() {
        CamelContext camel = context;
        if (camel == null || !camel.isStarted() || !isRunAllowed()) {
            return;
        }
        try {
            for (Route route : leads() ? waiting.keySet() : routes) {
                if (leads()) {
                    start(camel, route);
                } else if (!holds(route) && status(camel, route) == ServiceStatus.Started) {
                    stop(camel, route);
                }
            }
        } catch (RuntimeException e) { // else it was the last look
            LOG.error("The routes of the leader could not be looked at, which is tried again", e);
        }
    }

    private void start(CamelContext camel, Route route) {
        if (status(camel, route) == null) {
            return; // it is being made, or taken away
        }
        try {
            route.setAutoStartup(true);
            camel.getRouteController().startRoute(route.getId());
            waiting.remove(route);
        } catch (Exception e) {
            if (Boolean.FALSE.equals(waiting.replace(route, true))) {
                LOG.error("Route {} does not start, which is tried again", route.getId(), e);
            }
        }
    }

    private void stop(CamelContext camel, Route route) {
        hold(route);
        try {
            camel.getRouteController().stopRoute(route.getId());
        } catch (Exception e) {
            waiting.remove(route);
            LOG.error("Route {} does not stop though another node leads, which is tried again", route.getId(), e);
        }
    }

    /** Camel's health check takes a route that does not start by itself for well when it stands. */
    private void hold(Route route) {
        route.setAutoStartup(false);
        waiting.put(route, false);
    }

    private static @Nullable ServiceStatus status(CamelContext camel, Route route) {
        return camel.getRoute(route.getId()) == route
                ? camel.getRouteController().getRouteStatus(route.getId())
                : null;
    }
}
