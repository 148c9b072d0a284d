package io.redress.camel.reply;

import io.redress.reply.ReplyUnsupported;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** Which channels have a way back to their customers: a route from {@code direct:reply-<channel>}. */
public final class ReplyRoutes {

    /** A route is away for a moment while its file is reloaded: then the message fails, and is tried again. */
    private static final Duration RELOAD = Duration.ofMinutes(1);

    private final CamelContext camel;
    private final Clock clock;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    public ReplyRoutes(CamelContext camel, Clock clock) {
        this.camel = camel;
        this.clock = clock;
    }

    /** @throws ReplyUnsupported when a channel has no such route */
    public void require(String channel) {
        String uri = "direct://reply-" + channel;
        Instant now = clock.instant();
        boolean runs = camel.getRoutes().stream()
                .anyMatch(route -> route.getEndpoint().getEndpointUri().equals(uri));
        if (runs) {
            seen.put(channel, now);
        }
        Instant last = seen.get(channel);
        if (last == null || last.plus(RELOAD).isBefore(now)) {
            throw new ReplyUnsupported(
                    "channel " + channel + " has no way back to its customers: no route from direct:reply-" + channel);
        }
    }
}
