package io.redress.camel.http;

import io.redress.channel.webform.FormChannel;
import io.redress.channel.webform.FormChannels;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/** The forms of the routes that run: each route made of the form's kamelet has its channel as a bean of its own. */
public final class RunningForms implements FormChannels {

    private final CamelContext camel;

    public RunningForms(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public Stream<FormChannel> all() {
        return camel.getRoutes().stream()
                .filter(route -> camel.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted())
                .flatMap(this::form);
    }

    private Stream<FormChannel> form(Route route) {
        RouteDefinition definition = ((ModelCamelContext) camel).getRouteDefinition(route.getRouteId());
        if (definition == null || definition.getRouteTemplateContext() == null) {
            return Stream.empty();
        }
        // Camel knows the type of a bean that a factory makes only once it is made
        return definition.getRouteTemplateContext().getLocalBeanRepository().findByType(Object.class).stream()
                .filter(FormChannel.class::isInstance)
                .map(FormChannel.class::cast);
    }
}
