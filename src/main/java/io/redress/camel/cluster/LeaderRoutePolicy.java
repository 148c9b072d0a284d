package io.redress.camel.cluster;

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
 * Runs its routes only on the leader. Twice a second it compares what runs with what should, so that neither a lost event nor a
 * failed start leaves a route behind. It starts only routes that it stopped or held back itself: a reload, or a stop by hand, is
 * not undone. Without a cluster service its routes always run.
 *
 * <p>Why neither {@code master:} nor Camel's ClusteredRoutePolicy: docs/decisions/0012.
 */
public final class LeaderRoutePolicy extends RoutePolicySupport implements CamelContextAware {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderRoutePolicy.class);
    private static final long RECONCILE_MILLIS = 500;

    private final Set<Route> routes = ConcurrentHashMap.newKeySet();
    private final HeldRoutes standby = new HeldRoutes(LOG);

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

    /** Joins before the context has started: {@link #onInit} has to know whether to start its route. */
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
            thread.scheduleWithFixedDelay(this::reconcile, RECONCILE_MILLIS, RECONCILE_MILLIS, TimeUnit.MILLISECONDS);
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
            standby.hold(route);
        }
        routes.add(route);
    }

    @Override
    public void onRemove(Route route) {
        routes.remove(route);
        standby.release(route);
        super.onRemove(route);
    }

    /** Whether the route stands still because this node does not lead; not one that fails to start on the leader. */
    public boolean isOnStandby(Route route) {
        return !leads() && standby.contains(route);
    }

    /**
     * Takes on a route that somebody else stopped and that may run again: it is started where this node leads.
     *
     * @return false when there are no other nodes, and so nothing to wait for
     */
    boolean takeOver(Route route) {
        if (view == null) {
            return false;
        }
        standby.hold(route);
        return true;
    }

    /** Whether some node leads, and so runs the routes. */
    public boolean hasLeader() {
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

    private void reconcile() {
        CamelContext camel = context;
        if (camel == null || !camel.isStarted() || !isRunAllowed()) {
            return;
        }
        try {
            for (Route route : leads() ? standby.all() : routes) {
                boolean held = standby.contains(route);
                if (held && leads()) {
                    start(camel, route);
                } else if (!held && !leads() && HeldRoutes.status(camel, route) == ServiceStatus.Started) {
                    standby.stop(
                            camel, route, "Route {} could not be stopped though this node does not lead, retrying");
                }
            }
        } catch (RuntimeException | Error e) { // else it would be the last time
            LOG.error("The leader's routes could not be checked, retrying", e);
        }
    }

    private void start(CamelContext camel, Route route) {
        if (HeldRoutes.status(camel, route) == null || isPaused(route)) {
            return; // it is being made, or taken away, or is not wanted
        }
        standby.start(camel, route);
    }

    private static boolean isPaused(Route route) {
        return route.getRoutePolicyList().stream()
                .anyMatch(policy -> policy instanceof ChannelPausePolicy pause && pause.isPaused(route));
    }
}
