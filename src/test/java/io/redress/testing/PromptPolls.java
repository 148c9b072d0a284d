package io.redress.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/** Camel contexts that poll from their start on and stop between two polls, so that a test waits for neither. */
public final class PromptPolls {

    private PromptPolls() {}

    /** A context whose polling consumers have no initial delay, whatever their URI says. */
    public static DefaultCamelContext context() {
        var camel = new DefaultCamelContext();
        camel.getCamelContextExtension().registerEndpointCallback((uri, endpoint) -> {
            if (endpoint instanceof ScheduledPollEndpoint polled) {
                polled.setInitialDelay(0);
            }
            return endpoint;
        });
        return camel;
    }

    /** Lets a poll that runs end, and stops then: a stop that meets a poll looks again only after a second. */
    public static void stop(CamelContext camel) {
        for (Route route : camel.getRoutes()) {
            ServiceHelper.suspendService(route.getConsumer());
        }
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .dontCatchUncaughtExceptions() // a mail server's thread may die of a client that goes
                .until(() -> camel.getInflightRepository().size() == 0);
        camel.stop();
    }
}
