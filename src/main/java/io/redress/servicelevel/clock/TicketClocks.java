package io.redress.servicelevel.clock;

import io.redress.due.DueWorkPlanner;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketStatus;
import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.SlaClock;
import io.redress.ticket.Event;
import io.redress.ticket.Priority;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Starts, pauses, moves and stops the clocks of tickets, and keeps the next mark of each on the agenda. */
public final class TicketClocks {

    private final SlaClockRepository kept;
    private final SlaThresholds limits;
    private final DueWorkPlanner planner;
    private final TicketHistory history;
    private final Clock clock;

    public TicketClocks(
            SlaClockRepository kept, SlaThresholds limits, DueWorkPlanner planner, TicketHistory history, Clock clock) {
        this.kept = kept;
        this.limits = limits;
        this.planner = planner;
        this.history = history;
        this.clock = clock;
    }

    /** Both clocks of a ticket that is opened run from its arrival; whoever opens it keeps them. */
    public List<StartedClock> opened(Ticket ticket) {
        String policy = ticket.serviceLevel().policy();
        return started(ticket.number(), 1, policy, ticket.triage().priority(), ticket.receivedAt());
    }

    private void reopened(String ticket, int round, String policy, Priority priority, Instant at) {
        List<StartedClock> started = started(ticket, round, policy, priority, at);
        started.forEach(
                one -> kept.shown(ticket, one.clock().clock(), one.clock().due()));
        kept.start(started);
    }

    private List<StartedClock> started(String ticket, int round, String policy, Priority priority, Instant at) {
        return Arrays.stream(SlaClock.Clock.values())
                .map(kind -> started(TicketClock.started(ticket, kind, round, policy, priority, at)))
                .toList();
    }

    private StartedClock started(TicketClock clock) {
        SlaClock slaClock = limits.slaClock(clock, List.of());
        Map.Entry<Integer, Instant> first = SlaThresholds.next(limits.of(clock, slaClock), 0);
        return new StartedClock(
                clock.dueAt(slaClock.due()), turn(clock, 0), first == null ? null : first.getValue(), key(clock));
    }

    /** Somebody answered the customer. */
    public void responded(String ticket, Instant at) {
        kept.end(ticket, SlaClock.Clock.FIRST_RESPONSE, at, true);
    }

    /** A ticket's status changed. */
    public void changed(StatusChange change) {
        String ticket = change.ticket();
        if (change.from() == TicketStatus.AWAITING_CUSTOMER) {
            kept.resume(ticket, change.at());
            recalculate(ticket, null);
        }
        switch (change.to()) {
            case AWAITING_CUSTOMER -> {
                String reason = change.update().reason();
                kept.pause(ticket, change.at(), reason == null ? "awaiting customer" : reason);
                recalculate(ticket, null);
            }
            case SOLVED -> kept.end(ticket, SlaClock.Clock.RESOLUTION, change.at(), true);
            case CLOSED -> {
                kept.end(ticket, SlaClock.Clock.FIRST_RESPONSE, change.at(), false);
                kept.end(ticket, SlaClock.Clock.RESOLUTION, change.at(), false);
            }
            case REOPENED ->
                kept.of(ticket).stream()
                        .findFirst()
                        .ifPresent(
                                last -> reopened(ticket, change.round(), last.policy(), last.priority(), change.at()));
            default -> {
                // the other statuses move no clock
            }
        }
    }

    /** Another policy or priority applies, from the ticket's beginning. */
    public void reclassified(String ticket, String policy, Priority priority) {
        for (TicketClock running : kept.running(ticket)) {
            recalculate(running, policy, priority, "reclassified");
        }
    }

    /** Brings the due times of a ticket's running clocks in line with pauses and rules as they are now. */
    void recalculate(String ticket, @Nullable String reason) {
        for (TicketClock running : kept.running(ticket)) {
            recalculate(running, running.policy(), running.priority(), reason);
        }
    }

    private void recalculate(TicketClock running, String policy, Priority priority, @Nullable String reason) {
        TicketClock now = running.under(policy, priority);
        List<ClockPause> pauses = kept.pauses(running.ticket());
        SlaClock slaClock = limits.slaClock(now, pauses);
        if (!Objects.equals(slaClock.due(), running.due())
                || !policy.equals(running.policy())
                || priority != running.priority()) {
            kept.due(running, policy, priority, slaClock.due());
            if (reason != null) {
                String why = running.clock().key() + " is due "
                        + (slaClock.due() == null ? "when the pause has ended" : slaClock.due()) + ", was "
                        + running.due() + "; " + reason;
                history.happened(running.ticket(), new Event(clock.instant(), "hub", "deadline moved", why), null);
            }
        }
        plan(now, limits.of(now, slaClock), running.reached());
    }

    /** Puts the next mark on the agenda, or moves it there; a paused clock may have none. */
    void plan(TicketClock running, SortedMap<Integer, Instant> known, int reached) {
        Map.Entry<Integer, Instant> next = SlaThresholds.next(known, reached);
        if (next != null) {
            String turn = turn(running, reached);
            if (!planner.move(SlaClockStep.KIND, running.ticket(), turn, next.getValue())) {
                planner.plan(SlaClockStep.KIND, running.ticket(), turn, next.getValue(), key(running));
            }
        }
    }

    private static String turn(TicketClock clock, int reached) {
        return key(clock) + "/" + reached;
    }

    private static String key(TicketClock clock) {
        return clock.ticket() + "/" + clock.clock().key() + "/" + clock.round();
    }
}
