package io.redress.health.channel;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.util.URISupport;

/** Asks a consumer whether it can poll, in the way that Camel's own health checks do. */
final class ConsumerCheck {

    private static final int MOST = 300;

    private ConsumerCheck() {}

    static Optional<ChannelFault> of(Consumer consumer) {
        if (!(consumer instanceof HealthCheckAware aware) || aware.getHealthCheck() == null) {
            return Optional.empty();
        }
        if (consumer instanceof ScheduledPollConsumer polling && !polling.isFirstPollDone()) {
            return Optional.empty(); // just started
        }
        HealthCheck.Result result = aware.getHealthCheck().call(Map.of());
        return result.getState() == HealthCheck.State.DOWN
                ? Optional.of(new ChannelFault(
                        "It cannot poll",
                        result.getError().map(ConsumerCheck::told).orElse(null)))
                : Optional.empty();
    }

    /** The last cause is what a server or the system said; passwords in addresses are masked. */
    private static String told(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String safe = URISupport.sanitizeUri(text.replaceAll("\\s+", " "));
        return safe.length() > MOST ? safe.substring(0, MOST) + "…" : safe;
    }
}
