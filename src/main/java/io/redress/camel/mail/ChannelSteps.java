package io.redress.camel.mail;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/** What a channel's route does with a mail. */
final class ChannelSteps {

    private static final String HAND_OFF = "direct:hand-off";

    private ChannelSteps() {}

    /**
     * Whether it has no step but the hand-off. Any other may tell or remember what is undone when a group is taken back, as an
     * Idempotent Consumer does, or work on another thread, which has no part in the transaction.
     *
     * @param source id of the route that polls: the kamelet's, or the channel's own
     */
    static boolean areHandOffOnly(CamelContext camel, String source) {
        String channel = camel.getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof KameletEndpoint kamelet
                        && kamelet.getRouteId().equals(source))
                .map(Route::getId)
                .findFirst()
                .orElse(source);
        RouteDefinition definition =
                camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition(channel);
        return definition != null
                && definition.getOutputs().size() == 1
                && definition.getOutputs().get(0) instanceof ToDefinition to
                && to.getUri().equals(HAND_OFF);
    }
}
