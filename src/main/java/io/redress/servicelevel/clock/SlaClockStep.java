package io.redress.servicelevel.clock;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.QueueMessage;
import io.redress.due.QueueNames;
import io.redress.due.StepResult;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.servicelevel.SlaClock;
import io.redress.ticket.Event;
import io.redress.ticket.KeyedEnum;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Passes the marks of a clock: a warning, the breach, each level of escalation; every one once, even after an outage. */
public final class SlaClockStep implements DueStep {

    /** Of the due work that passes marks. */
    public static final String KIND = "clock";

    /** A paused clock is looked at again when the pause ends, which moves it; at the latest then. */
    private static final Duration PAUSED = Duration.ofDays(30);

    private final SlaClockRepository kept;
    private final SlaThresholds limits;
    private final TicketClocks clocks;
    private final TicketStatusRepository statuses;
    private final TicketHistory history;
    private final QueueNotifications notifications;
    private final Messages messages;
    private final BreachListener breaches;
    private final Clock clock;

    public SlaClockStep(
            SlaClockRepository kept,
            SlaThresholds limits,
            TicketClocks clocks,
            TicketStatusRepository statuses,
            TicketHistory history,
            QueueNotifications notifications,
            Messages messages,
            BreachListener breaches,
            Clock clock) {
        this.kept = kept;
        this.limits = limits;
        this.clocks = clocks;
        this.statuses = statuses;
        this.history = history;
        this.notifications = notifications;
        this.messages = messages;
        this.breaches = breaches;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepResult perform(DueOrder order) {
        String[] key = order.argument().split("/", -1);
        TicketClock running = kept.locked(
                        key[0], KeyedEnum.known(SlaClock.Clock.class, key[1]), Integer.parseInt(key[2]))
                .orElseThrow();
        if (running.ended() != null) {
            return new StepResult.Skipped("the clock was stopped");
        }
        SlaClock slaClock = limits.slaClock(running, kept.pauses(running.ticket()));
        SortedMap<Integer, Instant> known = limits.of(running, slaClock);
        Map.Entry<Integer, Instant> next = SlaThresholds.next(known, running.reached());
        if (next == null) {
            return slaClock.due() == null
                    ? new StepResult.NotYet(clock.instant().plus(PAUSED))
                    : new StepResult.Skipped("the configuration has no further mark");
        }
        return next.getValue().isAfter(clock.instant())
                ? new StepResult.NotYet(next.getValue())
                : passed(running, slaClock, known);
    }

    private StepResult passed(TicketClock running, SlaClock slaClock, SortedMap<Integer, Instant> known) {
        Instant now = clock.instant();
        List<QueueMessage> news = new ArrayList<>();
        int reached = running.reached();
        for (Map.Entry<Integer, Instant> mark :
                known.tailMap(running.reached() + 1).entrySet()) {
            if (mark.getValue().isAfter(now)) {
                break;
            }
            reached = mark.getKey();
            news.add(passed(running, slaClock, reached));
        }
        kept.reached(running, reached);
        clocks.plan(running, known, reached);
        return new StepResult.Done(news);
    }

    private QueueMessage passed(TicketClock running, SlaClock slaClock, int mark) {
        String ticket = running.ticket();
        String id = ticket + "/" + running.clock().key() + "/" + running.round() + "/" + mark;
        int level = Math.max(0, mark - SlaThresholds.BREACH);
        String type = mark < SlaThresholds.BREACH ? "warning" : level == 0 ? "breach" : "escalation";
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("type", type);
        news.put("clock", running.clock().key());
        news.put("round", running.round());
        if (mark <= SlaThresholds.BREACH) {
            news.put("percent", mark);
        }
        if (slaClock.due() != null) {
            news.put("due", slaClock.due().toString());
        }
        String role = limits.role(mark);
        if (role != null) {
            statuses.escalate(ticket, level);
            news.put("level", level);
            news.put("role", role);
            tell(running, slaClock, id, type, role);
        } else if (mark < SlaThresholds.BREACH) {
            tell(running, slaClock, id, type, "desk");
        }
        String what = type.equals("warning") ? "warned" : type.equals("breach") ? "breached" : "escalated";
        String why = running.clock().key()
                + (mark <= SlaThresholds.BREACH ? " " + mark + " %" : " level " + level + " to " + role);
        if (type.equals("breach")) {
            breaches.breached(ticket, id, clock.instant());
        }
        history.happened(ticket, new Event(clock.instant(), "hub", what, why), null);
        return new QueueMessage(QueueNames.ESCALATIONS, notifications.body(id, ticket, news));
    }

    private void tell(TicketClock running, SlaClock slaClock, String id, String type, String role) {
        Map<String, Instant> times = slaClock.due() == null ? Map.of() : Map.of("due", slaClock.due());
        var texts = Map.of("type", type, "clock", running.clock().key(), "number", running.ticket(), "role", role);
        messages.toRole(running.ticket(), id, role, new MessageContent("escalation", texts, times), clock.instant());
    }
}
