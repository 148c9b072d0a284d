package io.redress.health.channel;

import io.redress.channel.ChannelProblem;
import io.redress.channel.ChannelProblems;
import io.redress.channel.ChannelProblems.Known;
import io.redress.channel.control.ChannelOrder;
import io.redress.channel.control.KnownOrders;
import io.redress.ledger.item.ChannelStatistics.Count;
import io.redress.settings.HealthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches the channels, and remembers since when each has been as it is: whether it runs, what trouble it tells of itself
 * ({@link ChannelProblems}), whether it can poll, whether anything arrives. A channel that a route file no longer has is
 * forgotten.
 */
@Component
public class ChannelWatch {

    private static final String NOT_RUNNING = "Its route is ";
    private static final String NO_LEADER = "Not polled: only the leader polls it, and no node leads";
    private static final int MOST_SHOWN = 3;

    private final CamelContext camel;
    private final ChannelProblems problems;
    private final ArrivalStatistics statistics;
    private final KnownOrders orders;
    private final HealthSettings settings;
    private final Clock clock;
    private final Instant start;
    private final Map<String, ChannelHealth> last = new ConcurrentHashMap<>();

    ChannelWatch(
            CamelContext camel,
            ChannelProblems problems,
            ArrivalStatistics statistics,
            KnownOrders orders,
            HealthSettings settings,
            Clock clock) {
        this.camel = camel;
        this.problems = problems;
        this.statistics = statistics;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** The health of every channel now, by name. */
    @Scheduled(fixedDelayString = "${redress.channel-watch.every}")
    public Map<String, ChannelHealth> look() {
        var now = new LinkedHashMap<String, ChannelHealth>();
        for (ChannelRoute channel : ChannelRoute.of(camel)) {
            now.merge(channel.name(), health(channel), (one, other) -> one.healthy() ? other : one);
        }
        last.keySet().retainAll(now.keySet());
        problems.keepOnly(now.keySet());
        last.putAll(now);
        return now;
    }

    /** Channels that the leader polls, at least in part, and this node does not lead: it cannot tell whether that works. */
    public Set<String> polledElsewhere() {
        return ChannelRoute.of(camel).stream()
                .filter(channel -> channel.isTakenElsewhere(channel.state(camel)))
                .map(ChannelRoute::name)
                .collect(Collectors.toSet());
    }

    private ChannelHealth health(ChannelRoute channel) {
        ChannelOrder order = orders.of(channel.name());
        if (order.pausedAt() != null) {
            return PausedHealth.of(order, settings.pauses().toldAfter(), clock.instant());
        }
        String state = channel.state(camel);
        boolean elsewhere = channel.isTakenElsewhere(state);
        if (!elsewhere && !state.equals("started")) {
            return since(channel.name(), stopped(state), clock.instant());
        }
        List<Known> known = elsewhere ? List.of() : problems.of(channel.name());
        if (!known.isEmpty()) {
            return troubled(known);
        }
        Optional<ChannelFault> fault = elsewhere || channel.source() == null
                ? Optional.empty()
                : ConsumerCheck.of(channel.source().getConsumer());
        if (fault.isPresent()) {
            return since(channel.name(), fault.get(), clock.instant());
        }
        Instant silent = silentSince(channel.name());
        if (silent != null) {
            return since(channel.name(), new ChannelFault("Nothing has arrived for longer than usual", null), silent);
        }
        ChannelHealth before = last.get(channel.name());
        return before != null && before.healthy() ? before : new ChannelHealth(true, clock.instant(), null, null, null);
    }

    private static ChannelFault stopped(String state) {
        return state.equals(ChannelRoute.STANDBY)
                ? new ChannelFault(NO_LEADER, "Check that the database answers; polling resumes by itself", null)
                : new ChannelFault(NOT_RUNNING + state, null);
    }

    /** The oldest few, as an inbox may hold very many files that nobody can take. */
    private static ChannelHealth troubled(List<Known> known) {
        List<ChannelProblem> some =
                known.stream().limit(MOST_SHOWN).map(Known::problem).toList();
        String more = known.size() > MOST_SHOWN ? "; and " + (known.size() - MOST_SHOWN) + " more" : "";
        String words = some.stream()
                .map(ChannelProblem::words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        return new ChannelHealth(
                false,
                known.get(0).since(),
                some.stream().map(ChannelProblem::problem).collect(Collectors.joining("; ")) + more,
                some.stream().map(ChannelProblem::remedy).distinct().collect(Collectors.joining("; ")),
                words.isEmpty() ? null : words);
    }

    private ChannelHealth since(String channel, ChannelFault fault, Instant found) {
        ChannelHealth before = last.get(channel);
        Instant since = before != null && fault.problem().equals(before.problem()) ? before.since() : found;
        return new ChannelHealth(false, since, fault.problem(), fault.remedy(), fault.error());
    }

    /** When the channel became silent for too long; null when it is not. */
    private @Nullable Instant silentSince(String channel) {
        Duration silentAfter = settings.silentAfter(channel);
        if (silentAfter == null) {
            return null;
        }
        Instant heard = statistics.counts().stream()
                .filter(count -> count.channel().equals(channel) && count.isOthers())
                .map(Count::lastArrival)
                .max(Instant::compareTo)
                .orElse(start);
        Instant due = heard.plus(silentAfter);
        return due.isBefore(clock.instant()) ? due : null;
    }
}
