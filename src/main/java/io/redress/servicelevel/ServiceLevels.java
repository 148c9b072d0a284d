package io.redress.servicelevel;

import io.redress.configfile.InvalidConfiguration;
import io.redress.servicelevel.calendar.BusinessCalendar;
import io.redress.ticket.Priority;
import io.redress.ticket.ServiceLevel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By when a ticket must be answered and solved, as {@code config/service-levels.yaml} promises. Immutable. */
public final class ServiceLevels {

    /** The two limits of a policy or a priority. */
    record Limits(
            SlaTarget firstResponse,
            SlaTarget resolution,
            @Nullable String tell) {

        SlaTarget of(SlaClock.Clock clock) {
            return clock == SlaClock.Clock.FIRST_RESPONSE ? firstResponse : resolution;
        }
    }

    private final Map<String, Limits> policies;
    private final Map<Priority, Limits> priorities;
    private final List<Integer> warnings;
    private final EscalationPlan plan;
    private final Map<String, Role> roles;

    ServiceLevels(
            Map<String, Limits> policies,
            Map<Priority, Limits> priorities,
            List<Integer> warnings,
            EscalationPlan plan,
            Map<String, Role> roles) {
        this.policies = policies;
        this.priorities = priorities;
        this.warnings = List.copyOf(warnings);
        this.plan = plan;
        this.roles = Map.copyOf(roles);
    }

    /**
     * Reads {@code service-levels.yaml} and the calendars that it names.
     *
     * @throws InvalidConfiguration with every mistake, its line and a remedy
     */
    public static ServiceLevels read(Path configDir) {
        return new ServiceLevelsReader(configDir).read();
    }

    /** The names that categories may use. */
    public Set<String> policies() {
        return policies.keySet();
    }

    /** Who must hear at once of a ticket of this priority, such as {@code manager}: one of {@link #roles()}. */
    public Optional<String> tellsAtOnce(Priority priority) {
        return Optional.ofNullable(priorities.get(priority)).map(Limits::tell);
    }

    /** Percent of a limit at whose use somebody is warned, ascending. */
    public List<Integer> warnings() {
        return warnings;
    }

    /** Who hears of a breach, level by level. */
    public List<Escalation> escalation() {
        return plan.levels();
    }

    /** The functions that are told, by key. */
    public Map<String, Role> roles() {
        return roles;
    }

    /** The calendar by which the business days and hours of a policy are counted. */
    public BusinessCalendar calendar(String policy) {
        return limits(policy).resolution().calendar();
    }

    /**
     * When a breach goes up to a level; never earlier than to the level below.
     *
     * @param policy whose calendar counts where a stage waits for business time
     * @param level 1 to the number of {@link #escalation()}
     * @throws IllegalArgumentException for an unknown policy or level
     */
    public Instant escalatesAt(String policy, Instant breachedAt, int level) {
        return plan.at(level, breachedAt, calendar(policy));
    }

    /**
     * The instants at which the two limits are reached; a raised priority can only make them earlier.
     *
     * @param policy one of {@link #policies()}
     * @throws IllegalArgumentException for an unknown policy, which a checked configuration cannot name
     */
    public ServiceLevel due(String policy, Priority priority, Instant receivedAt) {
        return new ServiceLevel(
                policy,
                due(policy, priority, SlaClock.Clock.FIRST_RESPONSE, receivedAt),
                due(policy, priority, SlaClock.Clock.RESOLUTION, receivedAt));
    }

    private Instant due(String policy, Priority priority, SlaClock.Clock clock, Instant start) {
        Instant due = limits(policy).of(clock).after(start);
        Limits raised = priorities.get(priority);
        Instant sooner = raised == null ? due : raised.of(clock).after(start);
        return sooner.isBefore(due) ? sooner : due;
    }

    /**
     * One clock with its pauses. The limit of the policy and that of a raised priority both run; the one that is due first counts.
     *
     * @param start when it began to run
     * @param pauses in any order; they may overlap, lie before the start or after the due time
     * @param shares percent, 1 to 100, whose instants are wanted, such as {@link #warnings()}
     * @throws IllegalArgumentException for an unknown policy or a share out of range
     */
    public SlaClock slaClock(
            String policy,
            Priority priority,
            SlaClock.Clock clock,
            Instant start,
            List<ClockPause> pauses,
            List<Integer> shares) {
        Limits raised = priorities.get(priority);
        var earliest =
                EarliestTarget.of(limits(policy).of(clock), raised == null ? null : raised.of(clock), start, pauses);
        return new SlaClock(clock, start, pauses, earliest, shares);
    }

    private Limits limits(String policy) {
        Limits limits = policies.get(policy);
        if (limits == null) {
            throw new IllegalArgumentException("no service-level policy '" + policy + "', only " + policies.keySet());
        }
        return limits;
    }
}
