package io.redress.servicelevel.clock;

import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.SlaClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why the deadlines of a ticket are where they are. */
public final class DeadlineExplainer {

    private final SlaClockRepository kept;
    private final SlaThresholds limits;

    public DeadlineExplainer(SlaClockRepository kept, SlaThresholds limits) {
        this.kept = kept;
        this.limits = limits;
    }

    /**
     * One clock of a ticket, with its reasons.
     *
     * @param clock {@code first-response} or {@code resolution}
     * @param round 1, and one more after each reopening
     * @param dueAt null while the clock is paused
     * @param metAt when the promise was kept; null when it was not yet, or is no longer owed
     * @param reached the last mark that was passed: percent of the time, above 100 the level of escalation + 100
     * @param steps how the due time came about by the rules as they are now, in the order of time
     */
    public record Explained(
            String clock,
            int round,
            String policy,
            String priority,
            Instant startedAt,
            @Nullable Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant endedAt,
            int reached,
            List<SlaClock.Step> steps) {}

    /** The clocks of a ticket, those of the last round first; empty when there is no such ticket. */
    public List<Explained> of(String ticket) {
        List<ClockPause> pauses = kept.pauses(ticket);
        return kept.of(ticket).stream().map(clock -> explained(clock, pauses)).toList();
    }

    private Explained explained(TicketClock clock, List<ClockPause> pauses) {
        return new Explained(
                clock.clock().key(),
                clock.round(),
                clock.policy(),
                clock.priority().key(),
                clock.started(),
                clock.due(),
                clock.met(),
                clock.ended(),
                clock.reached(),
                limits.slaClock(clock, pauses).steps());
    }
}
