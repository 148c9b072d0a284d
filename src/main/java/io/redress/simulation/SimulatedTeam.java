package io.redress.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.QueueNames;
import io.redress.servicelevel.calendar.BusinessCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Those who work on the complaints of a category: so many at a time, within their calendar's hours, the most urgent
 * first. Each complaint is answered first and, when parts, carriers or the customer are there, solved.
 */
final class SimulatedTeam {

    private final SimulationSettings.Desk settings;
    private final BusinessCalendar calendar;
    private final SimulatedCustomers simulatedCustomers;
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

    SimulatedTeam(
            SimulationSettings.Desk settings,
            BusinessCalendar calendar,
            SimulatedCustomers simulatedCustomers,
            long seed) {
        this.settings = settings;
        this.calendar = calendar;
        this.simulatedCustomers = simulatedCustomers;
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

    void act(Instant now, HubActions actions) {
        seen = now;
        for (Task done = due(inWork, now); done != null; done = due(inWork, now)) {
            finish(done, now, actions);
        }
        for (Task ready = due(later, now); ready != null; ready = due(later, now)) {
            backlog.add(ready);
        }
        if (calendar.isOpen(now)) {
            while (!backlog.isEmpty() && inWork.size() < settings.staff()) {
                begin(backlog.remove(), now, actions);
            }
        }
    }

    private void begin(Task task, Instant now, HubActions actions) {
        if (!task.answered()) {
            actions.send(QueueNames.UPDATES, update(task, "accepted", now));
        }
        SimulatedDuration work = task.answered() ? settings.solve() : settings.answer();
        SeededRandom random =
                SeededRandom.about(seed, "work", simulatedCustomers.id(task.number()), task.round(), task.answered());
        inWork.add(task.at(now.plus(random.work(work, settings.spread()))));
    }

    private void finish(Task task, Instant now, HubActions actions) {
        if (task.answered()) {
            actions.send(QueueNames.UPDATES, update(task, "solved", now).put("remedy", "已处理 / done"));
            simulatedCustomers.toldSolved(task.number(), task.round(), now);
            return;
        }
        SeededRandom random = SeededRandom.about(seed, "course", simulatedCustomers.id(task.number()), task.round());
        boolean asks = task.round() == 1 && random.falls(settings.asks());
        String kind = asks ? "awaiting-customer" : "answered";
        actions.send(QueueNames.UPDATES, update(task, kind, now).put("note", "请稍候 / we look into it"));
        Instant from = asks ? simulatedCustomers.asked(task.number(), now) : now;
        Instant ready = from.plus(random.work(settings.lead(), settings.spread()));
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
