package io.redress.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells trouble that lasts from trouble that comes and goes: an incident begins when a subject has been in trouble for long
 * enough, and ends when it has been well for as long. Both are told once.
 */
public final class IncidentTracker {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentTracker.class);

    private final Incidents incidents;
    private final IncidentNotification notification;
    private final Supplier<AlertRules> rules;
    private final Clock clock;
    private final InstantSource real;
    private final String node = UUID.randomUUID().toString();
    private final Map<IncidentSubject, Instant> troubledSince = new HashMap<>();
    private final Map<IncidentSubject, Instant> wellSince = new HashMap<>();

    /**
     * @param clock the hub's, for the times that are shown
     * @param real the time that passes in the world, by which other systems are slow or away
     */
    public IncidentTracker(
            Incidents incidents,
            IncidentNotification notification,
            Supplier<AlertRules> rules,
            Clock clock,
            InstantSource real) {
        this.incidents = incidents;
        this.notification = notification;
        this.rules = rules;
        this.clock = clock;
        this.real = real;
    }

    /**
     * Takes in how things stand.
     *
     * @param now every subject that this node can judge, with its trouble if it has any
     * @param elsewhere those that only another node can judge: this one neither begins nor ends their incidents. A subject that
     *     is in neither is there no more
     */
    public synchronized void look(Map<IncidentSubject, Optional<IncidentProblem>> now, Set<IncidentSubject> elsewhere) {
        Instant at = real.instant();
        Duration after = rules.get().after();
        List<Incident> open = incidents.observedBy(node);
        now.forEach((subject, problem) -> {
            (problem.isPresent() ? wellSince : troubledSince).remove(subject);
            Instant since = (problem.isPresent() ? troubledSince : wellSince).computeIfAbsent(subject, first -> at);
            boolean lasts = !since.plus(after).isAfter(at);
            Optional<Incident> incident =
                    open.stream().filter(one -> one.subject().equals(subject)).findFirst();
            if (problem.isPresent()) {
                incident.ifPresentOrElse(one -> incidents.seen(one, node), () -> begin(subject, problem.get(), lasts));
            } else if (lasts) {
                incident.ifPresent(this::end);
            }
        });
        open.stream()
                .filter(incident -> !now.containsKey(incident.subject()) && !elsewhere.contains(incident.subject()))
                .forEach(this::end);
        troubledSince.keySet().retainAll(now.keySet());
        wellSince.keySet().retainAll(now.keySet());
    }

    private void begin(IncidentSubject subject, IncidentProblem problem, boolean lasts) {
        if (!lasts) {
            return;
        }
        var incident = new Incident(UUID.randomUUID(), subject, problem, clock.instant(), null);
        if (notification.began(incident, () -> incidents.begin(incident, node))) {
            LOG.warn("{} {} has a problem: {}", subject.kind().key(), subject.name(), problem.problem());
        }
    }

    private void end(Incident incident) {
        IncidentSubject subject = incident.subject();
        var ended = new Incident(incident.id(), subject, incident.trouble(), incident.began(), clock.instant());
        if (notification.ended(ended, () -> incidents.end(ended))) {
            LOG.info("{} {} has recovered", subject.kind().key(), subject.name());
        }
    }
}
