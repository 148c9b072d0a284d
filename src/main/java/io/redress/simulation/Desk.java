package io.redress.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.servicelevel.BusinessCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Those who work on the complaints of a category: so many at a time, within their calendar's hours, the most urgent
 * first. Each complaint is answered first and, when parts, carriers or the customer are there, solved.
 */
final class Desk {

    private static final String UPDATES = "tickets.updates";

    private final SimulationSettings.Desk settings;
    private final BusinessCalendar calendar;
    private final Clients clients;
    private final long seed;
    private final PriorityQueue<Task> later =
            new PriorityQueue<>(Comparator.comparing(Task::ready).thenComparing(Task::name));
    private final PriorityQueue<Task> backlog = new PriorityQueue<>(
            Comparator.comparingInt(Task::rank).thenComparing(Task::ready).thenComparing(Task::name));
    private final PriorityQueue<Task> inWork =
            new PriorityQueue<>(Comparator.comparing(Task::ready).thenComparing(Task::name));
    private Instant seen = Instant.MIN;

    /**
     * @param rank 0 is served first
     * @param ready when it can be worked on; in work: when the work is done
     */
    private record Task(String number, int round, int rank, boolean answered, Instant ready) {

        String name() {
            return number + "/" + round + "/" + answered;
        }

        Task at(Instant time) {
            return new Task(number, round, rank, answered, time);
        }
    }

    Desk(SimulationSettings.Desk settings, BusinessCalendar calendar, Clients clients, long seed) {
        this.settings = settings;
        this.calendar = calendar;
        this.clients = clients;
        this.seed = seed;
    }

    void takes(String number, int round, int rank, Instant now) {
        seen = now;
        backlog.add(new Task(number, round, rank, false, now));
    }

    @Nullable
    Instant next() {
        Instant next = earlier(ready(later), ready(inWork));
        boolean waits = !backlog.isEmpty() && inWork.size() < settings.staff();
        return waits ? earlier(next, calendar.nextOpen(seen)) : next;
    }

    void act(Instant now, Deeds deeds) {
        seen = now;
        for (Task done = due(inWork, now); done != null; done = due(inWork, now)) {
            finish(done, now, deeds);
        }
        for (Task ready = due(later, now); ready != null; ready = due(later, now)) {
            backlog.add(ready);
        }
        if (calendar.isOpen(now)) {
            while (!backlog.isEmpty() && inWork.size() < settings.staff()) {
                begin(backlog.remove(), now, deeds);
            }
        }
    }

    private void begin(Task task, Instant now, Deeds deeds) {
        if (!task.answered()) {
            deeds.send(UPDATES, update(task, "accepted", now));
        }
        Length work = task.answered() ? settings.solve() : settings.answer();
        Dice dice = Dice.about(seed, "work", clients.id(task.number()), task.round(), task.answered());
        inWork.add(task.at(now.plus(dice.work(work, settings.spread()))));
    }

    private void finish(Task task, Instant now, Deeds deeds) {
        if (task.answered()) {
            deeds.send(UPDATES, update(task, "solved", now).put("remedy", "已处理 / done"));
            clients.toldSolved(task.number(), task.round(), now);
            return;
        }
        Dice dice = Dice.about(seed, "course", clients.id(task.number()), task.round());
        boolean asks = task.round() == 1 && dice.falls(settings.asks());
        String kind = asks ? "awaiting-customer" : "answered";
        deeds.send(UPDATES, update(task, kind, now).put("note", "请稍候 / we look into it"));
        Instant from = asks ? clients.asked(task.number(), now) : now;
        Instant ready = from.plus(dice.work(settings.lead(), settings.spread()));
        later.add(new Task(task.number(), task.round(), task.rank(), true, ready));
    }

    private static ObjectNode update(Task task, String kind, Instant now) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", kind + "/" + task.round())
                .put("ticket", task.number())
                .put("kind", kind)
                .put("at", now.toString())
                .put("by", "desk");
    }

    private static @Nullable Task due(PriorityQueue<Task> tasks, Instant now) {
        Task first = tasks.peek();
        return first == null || first.ready().isAfter(now) ? null : tasks.remove();
    }

    private static @Nullable Instant ready(PriorityQueue<Task> tasks) {
        Task first = tasks.peek();
        return first == null ? null : first.ready();
    }

    static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }
}
