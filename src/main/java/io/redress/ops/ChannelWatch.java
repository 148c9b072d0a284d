package io.redress.ops;

import io.redress.channel.ChannelTroubles;
import io.redress.ledger.ChannelStatistics.Count;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the channels, and remembers since when each has been as it is. A channel that a route file no longer has is
 * forgotten.
 */
@Component
class ChannelWatch {

    private static final String NOT_RUNNING = "Its route is ";

    private final CamelContext camel;
    private final Arrivals arrivals;
    private final ChannelTroubles troubles;
    private final OpsSettings settings;
    private final Clock clock;
    private final Instant start;
    private final Map<String, ChannelHealth> last = new ConcurrentHashMap<>();

    ChannelWatch(CamelContext camel, Arrivals arrivals, ChannelTroubles troubles, OpsSettings settings, Clock clock) {
        this.camel = camel;
        this.arrivals = arrivals;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** The health of every channel now, by name. */
    @Scheduled(fixedDelayString = "${redress.channel-watch.every:5s}")
    Map<String, ChannelHealth> look() {
        var now = new LinkedHashMap<String, ChannelHealth>();
        for (ChannelRoute channel : ChannelRoute.of(camel)) {
            now.merge(channel.name(), health(channel), (one, other) -> one.healthy() ? other : one);
        }
        last.keySet().retainAll(now.keySet());
        last.putAll(now);
        return now;
    }

    private ChannelHealth health(ChannelRoute channel) {
        Optional<Fault> fault = fault(channel);
        if (fault.isPresent()) {
            return since(channel.name(), fault.get(), clock.instant());
        }
        Instant silent = silentSince(channel.name());
        if (silent != null) {
            return since(channel.name(), new Fault("Nothing has arrived for longer than usual", null), silent);
        }
        ChannelHealth before = last.get(channel.name());
        return before != null && before.healthy() ? before : new ChannelHealth(true, clock.instant(), null, null);
    }

    private Optional<Fault> fault(ChannelRoute channel) {
        String state = channel.state(camel);
        if (!state.equals("started")) {
            return Optional.of(new Fault(NOT_RUNNING + state, null));
        }
        Optional<Fault> cannotPoll = channel.source() == null
                ? Optional.empty()
                : ConsumerCheck.of(channel.source().getConsumer());
        return cannotPoll.or(() -> troubles.of(channel.name()).stream()
                .map(known -> known.trouble())
                .map(trouble -> new Fault(trouble.problem() + ". " + trouble.remedy(), trouble.words()))
                .findFirst());
    }

    private ChannelHealth since(String channel, Fault fault, Instant found) {
        ChannelHealth before = last.get(channel);
        Instant since = before != null && fault.problem().equals(before.problem()) ? before.since() : found;
        return new ChannelHealth(false, since, fault.problem(), fault.error());
    }

    /** When the channel became silent for too long; null when it is not. */
    private @Nullable Instant silentSince(String channel) {
        Duration silentAfter = settings.silentAfter(channel);
        if (silentAfter == null) {
            return null;
        }
        Instant heard = arrivals.counts().stream()
                .filter(count -> count.channel().equals(channel))
                .map(Count::lastArrival)
                .max(Instant::compareTo)
                .orElse(start);
        Instant due = heard.plus(silentAfter);
        return due.isBefore(clock.instant()) ? due : null;
    }
}
