package io.redress.health.target;

import io.redress.delivery.CircuitBreakers;
import io.redress.delivery.Target;
import io.redress.delivery.Targets;
import io.redress.delivery.attempt.TargetPauses;
import io.redress.ledger.delivery.DeliveryQueries;
import io.redress.ledger.news.InboundUpdateService;
import io.redress.ledger.news.InboundUpdateService.Unread;
import io.redress.settings.HealthSettings;
import io.redress.settings.ticket.DeliverySettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The targets of the hub: those that are connected, and those that something still waits for. */
@Component
public class TargetStates {

    private final Targets targets;
    private final CircuitBreakers breakers;
    private final TargetPauses held;
    private final DeliveryQueries deliveries;
    private final TargetCanaries canaries;
    private final InboundUpdateService news;
    private final Duration lateAfter;
    private final Duration pauseToldAfter;
    private final Clock clock;

    TargetStates(
            Targets targets,
            CircuitBreakers circuitBreakers,
            TargetPauses held,
            DeliveryQueries deliveries,
            TargetCanaries canaries,
            InboundUpdateService news,
            DeliverySettings settings,
            HealthSettings health,
            Clock clock) {
        this.targets = targets;
        this.breakers = circuitBreakers;
        this.held = held;
        this.deliveries = deliveries;
        this.canaries = canaries;
        this.news = news;
        this.lateAfter = settings.lateAfter();
        this.pauseToldAfter = health.pauses().toldAfter();
        this.clock = clock;
    }

    /** All, by name. */
    public List<TargetState> all() {
        Map<String, Target> connected = connected();
        Map<String, TargetPauses.Held> said = held.all();
        var names = new TreeSet<>(connected.keySet());
        names.addAll(deliveries.waitedFor());
        Map<String, Unread> unread = news.unread();
        names.addAll(unread.keySet());
        return names.stream()
                .map(name -> state(
                        name,
                        Optional.ofNullable(connected.get(name)),
                        said.getOrDefault(name, TargetPauses.Held.NOT),
                        unread.get(name)))
                .toList();
    }

    /** The connected targets, by name. */
    public Map<String, Target> connected() {
        var byName = new TreeMap<String, Target>();
        targets.connected().forEach(target -> byName.put(target.name(), target));
        return byName;
    }

    private TargetState state(String name, Optional<Target> target, TargetPauses.Held said, @Nullable Unread unread) {
        DeliveryQueries.Counts counts = deliveries.counts(name);
        String breaker = breakers.state(name);
        Instant now = clock.instant();
        Duration lag = counts.oldest() == null ? Duration.ZERO : Duration.between(counts.oldest(), now);
        String canary = canaries.problem(name).orElse(null);
        boolean inTime = said.paused() || lag.compareTo(lateAfter) <= 0;
        boolean read = unread == null || Duration.between(unread.since(), now).compareTo(lateAfter) <= 0;
        boolean takes = breaker.equals("closed") || target.isEmpty() && counts.waiting() == 0;
        boolean forgotten =
                said.pausedAt() != null && !said.pausedAt().plus(pauseToldAfter).isAfter(now);
        boolean well = takes && inTime && canary == null && read && !forgotten;
        return new TargetState(
                name,
                target.isPresent(),
                target.map(Target::mapping).orElse(null),
                breaker,
                said.paused(),
                said.pausedBy(),
                said.pausedAt(),
                said.notBefore() != null && said.notBefore().isAfter(now) ? said.notBefore() : null,
                counts.waiting(),
                Math.max(0, lag.toSeconds()),
                counts.refused(),
                counts.deliveredLastHour(),
                counts.error(),
                counts.errorAt(),
                canary,
                unread == null ? null : unread.reason(),
                unread == null ? null : unread.since(),
                forgotten,
                well);
    }
}
