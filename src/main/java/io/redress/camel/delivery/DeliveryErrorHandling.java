package io.redress.camel.delivery;

import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;

/**
 * Lets what goes wrong in a target's steps reach kamelet {@code delivery-source} as it is, which knows what to do: Camel's
 * error handler would write a stack trace at each attempt. A file that names an error handler of its own keeps it.
 */
public final class DeliveryErrorHandling extends ModelLifecycleStrategySupport {

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        boolean delivers = route.getInput() != null
                && String.valueOf(route.getInput().getEndpointUri()).startsWith("kamelet:" + ConnectedTargets.KAMELET);
        if (delivers && !route.isErrorHandlerFactorySet()) {
            route.setErrorHandlerFactory(new NoErrorHandlerDefinition());
        }
    }
}
