package io.redress.camel.cluster;

import io.redress.channel.control.ChannelOrder;
import io.redress.channel.control.KnownOrders;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what operators asked of channels: stops the source of one that is paused, starts it when it is resumed, and
 * restarts one that is to be polled now, as a start polls. Each node compares what runs with what was asked once a second. A
 * source that never ran, after a restart, is held back from its start on. What is in flight ends first.
 */
public final class ChannelPausePolicy extends RoutePolicySupport implements RoutePolicyFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelPausePolicy.class);
    private static final long RECONCILE_MILLIS = 1_000;

    private final KnownOrders orders;
    private final Map<String, String> channels = new ConcurrentHashMap<>();
    private final Set<Route> routes = ConcurrentHashMap.newKeySet();
    private final HeldRoutes held = new HeldRoutes(LOG);
    private final Map<Route, Instant> polled = new ConcurrentHashMap<>();
    private @Nullable CamelContext context;
    private @Nullable ScheduledExecutorService thread;

    public ChannelPausePolicy(KnownOrders orders) {
        this.orders = orders;
    }

    /** This policy for routes made from kamelets, whose channel is a parameter or, without one, the ID of the parent route. */
    @Override
    @SuppressWarnings("NullAway") // Camel wants null for a route without
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        Map<String, Object> parameters = route instanceof RouteDefinition made ? made.getTemplateParameters() : null;
        Object channel =
                parameters == null ? null : parameters.getOrDefault("channel", parameters.get("parentRouteId"));
        if (channel == null
                || ((RouteDefinition) route).getInput().getEndpointUri().startsWith("kamelet:")) {
            return null;
        }
        channels.put(routeId, Objects.toString(channel));
        context = camel;
        return this;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (context != null) {
            thread = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "ChannelOrders");
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
        ChannelOrder order = order(route);
        if (order.isPaused() && route.isAutoStartup() && !isHttp(route)) {
            held.hold(route);
        }
        if (order.pollAskedAt() != null) {
            polled.put(route, order.pollAskedAt());
        }
        routes.add(route);
    }

    /** A path that was never there would be answered 404, which tells a sender not to try again. */
    @Override
    public void onStart(Route route) {
        super.onStart(route);
        if (isHttp(route) && order(route).isPaused()) {
            try {
                stopConsumer(route.getConsumer());
            } catch (Exception e) {
                LOG.error("Route {} of a paused channel could not be stopped, retrying", route.getId(), e);
            }
        }
    }

    @Override
    public void onRemove(Route route) {
        routes.remove(route);
        held.release(route);
        polled.remove(route);
        super.onRemove(route);
    }

    /** Whether an operator wants the route to stand still. */
    public boolean isPaused(Route route) {
        return channels.containsKey(route.getId()) && order(route).isPaused();
    }

    private ChannelOrder order(Route route) {
        String channel = channels.get(route.getId());
        return channel == null ? ChannelOrder.NONE : orders.of(channel);
    }

    private static boolean isHttp(Route route) {
        return route.getEndpoint() instanceof PlatformHttpEndpoint;
    }

    private void reconcile() {
        CamelContext camel = context;
        if (camel == null || !camel.isStarted() || !isRunAllowed()) {
            return;
        }
        try {
            orders.refresh();
            routes.forEach(route -> carryOut(camel, route));
        } catch (RuntimeException | Error e) { // else it would be the last time
            LOG.error("The orders for channels could not be carried out, retrying", e);
        }
    }

    private void carryOut(CamelContext camel, Route route) {
        ServiceStatus status = HeldRoutes.status(camel, route);
        if (status == null) {
            return; // it is being made, or taken away
        }
        ChannelOrder order = order(route);
        boolean runs = status == ServiceStatus.Started;
        if (order.isPaused() && runs) {
            stop(camel, route);
        } else if (!order.isPaused() && held.contains(route)) {
            start(camel, route);
        } else if (order.pollAskedAt() != null && !order.pollAskedAt().equals(polled.put(route, order.pollAskedAt()))) {
            if (runs) {
                stop(camel, route);
                start(camel, route);
            }
        }
    }

    private void stop(CamelContext camel, Route route) {
        held.stop(camel, route, "Route {} of a paused channel could not be stopped, retrying");
    }

    /** A source that only the leader runs is started by the policy that knows who leads. */
    private void start(CamelContext camel, Route route) {
        if (LeaderRoutePolicy.of(route).filter(leader -> leader.takeOver(route)).isPresent()) {
            held.release(route);
            return;
        }
        held.start(camel, route);
    }
}
