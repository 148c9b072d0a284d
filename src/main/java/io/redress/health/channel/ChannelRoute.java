package io.redress.health.channel;

import io.redress.camel.cluster.LeaderRoutePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A connected channel as Camel runs it: a route that begins with a kamelet, and the kamelet's own route, which polls or
 * listens.
 *
 * @param name parameter {@code channel} of the kamelet, else the route's id
 * @param kind the kamelet's name without {@code -source}
 * @param route the channel file's route
 * @param source the kamelet's route; null when it is gone
 */
record ChannelRoute(
        String name, String kind, Route route, @Nullable Route source) {

    private static final String SOURCE = "-source";

    /** A target's route begins with it; what it brings in is the hub's own. */
    private static final String DELIVERIES = "delivery-source";

    /** The state of a channel that another node takes, or will, as it leads. */
    static final String STANDBY = "standby";

    /** The channels of a running hub, by name. */
    static List<ChannelRoute> of(CamelContext camel) {
        List<ChannelRoute> channels = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            if (route.getEndpoint() instanceof KameletEndpoint kamelet
                    && kamelet.getTemplateId().endsWith(SOURCE)
                    && !kamelet.getTemplateId().equals(DELIVERIES)) {
                String template = kamelet.getTemplateId();
                channels.add(new ChannelRoute(
                        Objects.toString(kamelet.getKameletProperties().get("channel"), route.getId()),
                        template.substring(0, template.length() - SOURCE.length()),
                        route,
                        camel.getRoute(kamelet.getRouteId())));
            }
        }
        channels.sort((one, other) -> one.name().compareTo(other.name()));
        return channels;
    }

    /**
     * {@code started}, {@code stopped}, {@code suspended} …: that of the part that does not run, if one does not; {@link
     * #STANDBY} where it waits for this node to lead.
     */
    String state(CamelContext camel) {
        if (source != null
                && LeaderRoutePolicy.of(source)
                        .filter(policy -> policy.isOnStandby(source))
                        .isPresent()) {
            return STANDBY;
        }
        ServiceStatus outer = camel.getRouteController().getRouteStatus(route.getId());
        ServiceStatus inner = source == null
                ? ServiceStatus.Stopped
                : camel.getRouteController().getRouteStatus(source.getId());
        ServiceStatus shown = outer == ServiceStatus.Started ? inner : outer;
        return (shown == null ? ServiceStatus.Stopped : shown).name().toLowerCase(Locale.ROOT);
    }

    /** Whether the hub polls the source, rather than receiving what others send. */
    boolean isPolled() {
        return source != null
                && (source.getConsumer() instanceof ScheduledPollConsumer
                        || source.getConsumer() instanceof TimerConsumer);
    }

    /**
     * Whether another node leads, and only that one takes the channel.
     *
     * @param state as {@link #state} gave it
     */
    boolean isTakenElsewhere(String state) {
        return state.equals(STANDBY) && hasLeader();
    }

    private boolean hasLeader() {
        return source == null
                || LeaderRoutePolicy.of(source)
                        .map(LeaderRoutePolicy::hasLeader)
                        .orElse(true);
    }
}
