package io.redress.api.operation;

import io.redress.api.ApiProblem;
import io.redress.api.NotFoundException;
import io.redress.channel.control.ChannelOrders;
import io.redress.channel.control.KnownOrders;
import io.redress.health.channel.ChannelState;
import io.redress.health.channel.ConnectedChannels;
import io.redress.security.CurrentActor;
import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What operators do with channels, by API and console. Each node carries it out by itself, within a second. */
@Component
public class ChannelControl {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelControl.class);

    private final ConnectedChannels channels;
    private final ChannelOrders orders;
    private final KnownOrders known;
    private final Clock clock;

    ChannelControl(ConnectedChannels channels, ChannelOrders orders, KnownOrders known, Clock clock) {
        this.channels = channels;
        this.orders = orders;
        this.known = known;
        this.clock = clock;
    }

    /**
     * Holds a channel until it is resumed.
     *
     * @return how it stands now
     * @throws NotFoundException when no file connects it
     */
    public ChannelState pause(String name, @Nullable Principal operator) {
        connected(name);
        orders.pause(name, CurrentActor.name(operator), clock.instant());
        LOG.info("{} paused channel {}", CurrentActor.name(operator), name);
        return now(name);
    }

    /** As {@link #pause}. */
    public ChannelState resume(String name, @Nullable Principal operator) {
        connected(name);
        orders.resume(name);
        LOG.info("{} resumed channel {}", CurrentActor.name(operator), name);
        return now(name);
    }

    /** As {@link #pause}; refused with 409 for a channel that is paused or that others send to. */
    public ChannelState poll(String name, @Nullable Principal operator) {
        ChannelState channel = connected(name);
        if (!channel.polled()) {
            throw ApiProblem.conflict(
                    "Channel " + name + " is not polled: others send to it", "Wait for what they send.");
        }
        if (channel.paused()) {
            throw ApiProblem.conflict("Channel " + name + " is paused", "Resume it: then it is polled at once.");
        }
        orders.poll(name, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        LOG.info("{} asked for channel {} to be polled now", CurrentActor.name(operator), name);
        return now(name);
    }

    private ChannelState now(String name) {
        known.refresh();
        return connected(name);
    }

    private ChannelState connected(String name) {
        return channels.all().stream()
                .filter(channel -> channel.kind() != null && channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "There is no channel " + name, "See GET /api/channels, and the files of routes/channels."));
    }
}
