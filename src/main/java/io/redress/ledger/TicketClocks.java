package io.redress.ledger;

import io.redress.ledger.ClockRows.TicketClock;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.StatusChange;
import io.redress.servicelevel.Countdown;
import io.redress.servicelevel.Pause;
import io.redress.ticket.Event;
import io.redress.ticket.Priority;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Starts, pauses, moves and stops the clocks of tickets, and keeps the next mark of each on the agenda. */
public final class TicketClocks {

    private final JdbcClient jdbc;
    private final ClockRows rows;
    private final Marks marks;
    private final DueWork agenda;
    private final TicketRows tickets;
    private final Clock clock;

    public TicketClocks(JdbcClient jdbc, ClockRows rows, Marks marks, DueWork agenda, TicketRows tickets, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.marks = marks;
        this.agenda = agenda;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** Both clocks of a ticket that was just opened run from its arrival. */
    void opened(Writes writes, Ticket ticket) {
        String policy = ticket.serviceLevel().policy();
        start(writes, ticket.number(), 1, policy, ticket.triage().priority(), ticket.receivedAt());
    }

    private void reopened(String ticket, int round, String policy, Priority priority, Instant at) {
        var writes = new Writes(jdbc);
        start(writes, ticket, round, policy, priority, at).forEach((clock, due) -> rows.shown(ticket, clock, due));
        writes.send();
    }

    /** Starts the clocks of a round and plans their first marks; gives their due times. */
    private Map<Countdown.Clock, Instant> start(
            Writes writes, String ticket, int round, String policy, Priority priority, Instant at) {
        Map<Countdown.Clock, Instant> dues = new EnumMap<>(Countdown.Clock.class);
        for (Countdown.Clock kind : Countdown.Clock.values()) {
            TicketClock clock = TicketClock.started(ticket, kind, round, policy, priority, at);
            Countdown countdown = marks.countdown(clock, List.of());
            Instant due = countdown.due();
            rows.start(writes, clock.dueAt(due));
            if (due != null) {
                dues.put(kind, due);
            }
            Map.Entry<Integer, Instant> first = Marks.next(marks.of(clock, countdown), 0);
            if (first != null) {
                agenda.plan(writes, ClockStep.KIND, ticket, turn(clock, 0), first.getValue(), key(clock));
            }
        }
        return dues;
    }

    /** Somebody answered the customer. */
    void responded(String ticket, Instant at) {
        rows.end(ticket, Countdown.Clock.FIRST_RESPONSE, at, true);
    }

    /** A ticket's status changed. */
    void changed(StatusChange change) {
        String ticket = change.ticket();
        if (change.from() == Status.AWAITING_CUSTOMER) {
            rows.resume(ticket, change.at());
            recalculate(ticket, null);
        }
        switch (change.to()) {
            case AWAITING_CUSTOMER -> {
                String reason = change.update().reason();
                rows.pause(ticket, change.at(), reason == null ? "awaiting customer" : reason);
                recalculate(ticket, null);
            }
            case SOLVED -> rows.end(ticket, Countdown.Clock.RESOLUTION, change.at(), true);
            case CLOSED -> {
                rows.end(ticket, Countdown.Clock.FIRST_RESPONSE, change.at(), false);
                rows.end(ticket, Countdown.Clock.RESOLUTION, change.at(), false);
            }
            case REOPENED ->
                rows.of(ticket).stream()
                        .findFirst()
                        .ifPresent(
                                last -> reopened(ticket, change.round(), last.policy(), last.priority(), change.at()));
            default -> {
                // the other statuses move no clock
            }
        }
    }

    /** Another policy or priority applies, from the ticket's beginning. */
    void reclassified(String ticket, String policy, Priority priority) {
        for (TicketClock running : rows.running(ticket)) {
            recalculate(running, policy, priority, "reclassified");
        }
    }

    /** Brings the due times of a ticket's running clocks in line with pauses and rules as they are now. */
    void recalculate(String ticket, @Nullable String reason) {
        for (TicketClock running : rows.running(ticket)) {
            recalculate(running, running.policy(), running.priority(), reason);
        }
    }

    private void recalculate(TicketClock running, String policy, Priority priority, @Nullable String reason) {
        TicketClock now = running.under(policy, priority);
        List<Pause> pauses = rows.pauses(running.ticket());
        Countdown countdown = marks.countdown(now, pauses);
        if (!Objects.equals(countdown.due(), running.due())
                || !policy.equals(running.policy())
                || priority != running.priority()) {
            rows.due(running, policy, priority, countdown.due());
            if (reason != null) {
                String why = running.clock().key() + " is due "
                        + (countdown.due() == null ? "when the pause has ended" : countdown.due()) + ", was "
                        + running.due() + "; " + reason;
                tickets.happened(running.ticket(), new Event(clock.instant(), "hub", "deadline moved", why), null);
            }
        }
        plan(now, marks.of(now, countdown), running.reached());
    }

    /** Puts the next mark on the agenda, or moves it there; a paused clock may have none. */
    void plan(TicketClock running, SortedMap<Integer, Instant> known, int reached) {
        Map.Entry<Integer, Instant> next = Marks.next(known, reached);
        if (next != null) {
            String turn = turn(running, reached);
            if (!agenda.move(ClockStep.KIND, turn, next.getValue())) {
                agenda.plan(ClockStep.KIND, running.ticket(), turn, next.getValue(), key(running));
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
