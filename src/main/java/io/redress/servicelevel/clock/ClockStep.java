package io.redress.servicelevel.clock;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.Queues;
import io.redress.due.StepResult;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.reply.Content;
import io.redress.reply.Messages;
import io.redress.servicelevel.Countdown;
import io.redress.ticket.Event;
import io.redress.ticket.Keyed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Passes the marks of a clock: a warning, the breach, each level of escalation; every one once, even after an outage. */
public final class ClockStep implements DueStep {

    /** Of the due work that passes marks. */
    public static final String KIND = "clock";

    /** A paused clock is looked at again when the pause ends, which moves it; at the latest then. */
    private static final Duration PAUSED = Duration.ofDays(30);

    private final Clocks kept;
    private final Marks marks;
    private final TicketClocks clocks;
    private final TicketStatusRepository statuses;
    private final TicketHistory history;
    private final QueueNotifications notifications;
    private final Messages messages;
    private final Clock clock;

    public ClockStep(
            Clocks kept,
            Marks marks,
            TicketClocks clocks,
            TicketStatusRepository statuses,
            TicketHistory history,
            QueueNotifications notifications,
            Messages messages,
            Clock clock) {
        this.kept = kept;
        this.marks = marks;
        this.clocks = clocks;
        this.statuses = statuses;
        this.history = history;
        this.notifications = notifications;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        String[] key = order.argument().split("/", -1);
        TicketClock running = kept.locked(key[0], Keyed.known(Countdown.Clock.class, key[1]), Integer.parseInt(key[2]))
                .orElseThrow();
        if (running.ended() != null) {
            return new StepResult.Skipped("the clock was stopped");
        }
        Countdown countdown = marks.countdown(running, kept.pauses(running.ticket()));
        SortedMap<Integer, Instant> known = marks.of(running, countdown);
        Map.Entry<Integer, Instant> next = Marks.next(known, running.reached());
        if (next == null) {
            return countdown.due() == null
                    ? new StepResult.NotYet(clock.instant().plus(PAUSED))
                    : new StepResult.Skipped("the configuration has no further mark");
        }
        return next.getValue().isAfter(clock.instant())
                ? new StepResult.NotYet(next.getValue())
                : passed(running, countdown, known);
    }

    private StepResult passed(TicketClock running, Countdown countdown, SortedMap<Integer, Instant> known) {
        Instant now = clock.instant();
        List<QueueMessage> news = new ArrayList<>();
        int reached = running.reached();
        for (Map.Entry<Integer, Instant> mark :
                known.tailMap(running.reached() + 1).entrySet()) {
            if (mark.getValue().isAfter(now)) {
                break;
            }
            reached = mark.getKey();
            news.add(passed(running, countdown, reached));
        }
        kept.reached(running, reached);
        clocks.plan(running, known, reached);
        return new StepResult.Done(news);
    }

    private QueueMessage passed(TicketClock running, Countdown countdown, int mark) {
        String ticket = running.ticket();
        String id = ticket + "/" + running.clock().key() + "/" + running.round() + "/" + mark;
        int level = Math.max(0, mark - Marks.BREACH);
        String type = mark < Marks.BREACH ? "warning" : level == 0 ? "breach" : "escalation";
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("type", type);
        news.put("clock", running.clock().key());
        news.put("round", running.round());
        if (mark <= Marks.BREACH) {
            news.put("percent", mark);
        }
        if (countdown.due() != null) {
            news.put("due", countdown.due().toString());
        }
        String role = marks.role(mark);
        if (role != null) {
            statuses.escalate(ticket, level);
            news.put("level", level);
            news.put("role", role);
            tell(running, countdown, id, type, role);
        } else if (mark < Marks.BREACH) {
            tell(running, countdown, id, type, "desk");
        }
        String what = type.equals("warning") ? "warned" : type.equals("breach") ? "breached" : "escalated";
        String why =
                running.clock().key() + (mark <= Marks.BREACH ? " " + mark + " %" : " level " + level + " to " + role);
        history.happened(ticket, new Event(clock.instant(), "hub", what, why), null);
        return new QueueMessage(Queues.ESCALATIONS, notifications.body(id, ticket, news));
    }

    private void tell(TicketClock running, Countdown countdown, String id, String type, String role) {
        Map<String, Instant> times = countdown.due() == null ? Map.of() : Map.of("due", countdown.due());
        var texts = Map.of("type", type, "clock", running.clock().key(), "number", running.ticket(), "role", role);
        messages.toRole(running.ticket(), id, role, new Content("escalation", texts, times), clock.instant());
    }
}
