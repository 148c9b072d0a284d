package io.redress.lifecycle.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.due.DueWorkPlanner;
import io.redress.due.Transactions;
import io.redress.lifecycle.QueueNotifications;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.TicketHistory;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketStatusRepository;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.reply.CustomerNotifications;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.reply.text.CustomerTextFilter;
import io.redress.servicelevel.ClockPause;
import io.redress.servicelevel.ServiceLevels;
import io.redress.servicelevel.SlaClock;
import io.redress.servicelevel.clock.PriorityAlert;
import io.redress.servicelevel.clock.SlaClockRepository;
import io.redress.servicelevel.clock.SlaThresholds;
import io.redress.servicelevel.clock.StartedClock;
import io.redress.servicelevel.clock.TicketClock;
import io.redress.servicelevel.clock.TicketClocks;
import io.redress.testing.SetClock;
import io.redress.ticket.Complaint;
import io.redress.ticket.Customer;
import io.redress.ticket.Priority;
import io.redress.ticket.Product;
import io.redress.ticket.Triage;
import io.redress.triage.CategoryRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One new ticket of category {@code quality}, whose ports are kept in memory. */
abstract class UpdateMemory {

    static final String TICKET = "R-260701-7K9Q2M";
    static final Instant OPENED = Instant.parse("2026-07-01T08:00:00Z");

    final SetClock clock = new SetClock(OPENED);
    final List<String> history = new ArrayList<>();
    /** Queues that were told something, and roles. */
    final List<String> told = new ArrayList<>();
    /** What the customer is written. */
    final List<String> written = new ArrayList<>();

    final List<StatusChange> heard = new ArrayList<>();
    final Statuses statuses = new Statuses();
    final Ended clocks = new Ended();
    int transactions;

    private final ServiceLevels levels = ServiceLevels.read(Path.of("config"));
    private final TicketHistory events =
            (number, event, words) -> history.add(event.what() + " by " + event.who() + ": " + event.why());
    private final TicketClocks ticketClocks =
            new TicketClocks(clocks, new SlaThresholds(() -> levels), new NoAgenda(), events, clock);
    private final Notifications notifications = new Notifications();

    final TicketUpdates updates = new TicketUpdates(
            new Counted(),
            statuses,
            events,
            new Reclassification(
                    new Categories(),
                    statuses,
                    ticketClocks,
                    notifications,
                    new PriorityAlert(() -> levels, notifications, new Written(), clock)),
            ticketClocks,
            new CustomerNotifications(new Written(), Set.of(UpdateKind.SOLVED), clock),
            new CustomerTextFilter(List.of("shop.example")),
            List.of(heard::add),
            clock);

    TicketUpdate update(String id, UpdateKind kind) {
        return TicketUpdate.of(id, TICKET, kind, null, "crm", null);
    }

    TicketUpdate saying(UpdateKind kind, String remedy) {
        return new TicketUpdate("1", TICKET, kind, null, "crm", remedy, null, null, null, null, null, null, null);
    }

    TicketUpdate reclassified(@Nullable String category, @Nullable String priority, @Nullable String owner) {
        return new TicketUpdate(
                "1",
                TICKET,
                UpdateKind.RECLASSIFIED,
                null,
                "crm",
                null,
                null,
                null,
                owner,
                category,
                priority,
                null,
                null);
    }

    private final class Counted implements Transactions {
        @Override
        public <T> T execute(Supplier<T> work) {
            transactions++;
            return work.get();
        }
    }

    static final class Statuses implements TicketStatusRepository {

        CurrentStatus current = new CurrentStatus(
                TICKET, TicketStatus.RECEIVED, OPENED, OPENED, 0, 1, "quality", Priority.NORMAL, "desk");
        final List<String> notApplied = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        @Override
        public Optional<CurrentStatus> locked(String number) {
            return of(number);
        }

        @Override
        public Optional<CurrentStatus> of(String number) {
            return Optional.of(current).filter(one -> one.number().equals(number));
        }

        @Override
        public boolean take(TicketUpdate update, Instant at, Instant now) {
            return taken.add(update.id());
        }

        @Override
        public void notApplied(TicketUpdate update, Outcome outcome, String reason) {
            notApplied.add(update.id() + " " + outcome);
        }

        @Override
        public void owner(String number, String owner) {
            become(current.status(), current.since(), current.round(), current.category(), current.priority(), owner);
        }

        @Override
        public void classify(String number, String category, Priority priority) {
            become(current.status(), current.since(), current.round(), category, priority, current.owner());
        }

        @Override
        public void escalate(String number, int level) {
            throw new AssertionError("updates raise a ticket by reopening it only");
        }

        @Override
        public void change(TicketUpdate update, TicketStatus to, Instant at, int round) {
            become(to, at, round, current.category(), current.priority(), current.owner());
        }

        private void become(
                TicketStatus status, Instant since, int round, String category, Priority priority, String owner) {
            current = new CurrentStatus(TICKET, status, OPENED, since, 0, round, category, priority, owner);
        }
    }

    /** No clock runs; what is ended is remembered. */
    static final class Ended implements SlaClockRepository {

        final List<String> ended = new ArrayList<>();

        @Override
        public void end(String ticket, SlaClock.Clock clock, Instant at, boolean met) {
            ended.add(clock.key() + " " + at);
        }

        @Override
        public void start(List<StartedClock> started) {
            throw new AssertionError("there is no earlier round to start from");
        }

        @Override
        public Optional<TicketClock> locked(String ticket, SlaClock.Clock clock, int round) {
            return Optional.empty();
        }

        @Override
        public List<TicketClock> of(String ticket) {
            return List.of();
        }

        @Override
        public List<TicketClock> running(String ticket) {
            return List.of();
        }

        @Override
        public List<String> tickets(String after, int limit) {
            return List.of();
        }

        @Override
        public void due(TicketClock clock, String policy, Priority priority, @Nullable Instant due) {
            throw new AssertionError("no clock runs");
        }

        @Override
        public void shown(String ticket, SlaClock.Clock clock, @Nullable Instant due) {
            throw new AssertionError("no clock runs");
        }

        @Override
        public void reached(TicketClock clock, int mark) {
            throw new AssertionError("no clock runs");
        }

        @Override
        public void pause(String ticket, Instant at, String reason) {
            throw new AssertionError("no test pauses");
        }

        @Override
        public void resume(String ticket, Instant at) {
            throw new AssertionError("no test pauses");
        }

        @Override
        public List<ClockPause> pauses(String ticket) {
            return List.of();
        }
    }

    private static final class NoAgenda implements DueWorkPlanner {
        @Override
        public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
            throw new AssertionError("no clock runs");
        }

        @Override
        public boolean move(String kind, String ticketNumber, String key, Instant at) {
            throw new AssertionError("no clock runs");
        }

        @Override
        public void cancel(String kind, String ticketNumber, String reason) {
            throw new AssertionError("no clock runs");
        }
    }

    private final class Notifications implements QueueNotifications {
        @Override
        public void tell(String number, String key, String queue, Map<String, Object> news) {
            told.add(queue);
        }

        @Override
        public void handOver(String number, String key, String queue) {
            told.add(queue);
        }

        @Override
        public ObjectNode body(String id, String number, Map<String, Object> news) {
            throw new AssertionError("updates are told by planned news");
        }
    }

    private final class Written implements Messages {
        @Override
        public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
            written.add(content.template() + ": " + content.texts().get("remedy"));
        }

        @Override
        public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
            // whom a priority is told is a rule of service levels
        }
    }

    /** The categories {@code quality} and {@code logistics}. */
    private static final class Categories implements CategoryRules {
        @Override
        public Triage assess(Complaint complaint, Customer customer, Product product) {
            throw new AssertionError("an update says what it is");
        }

        @Override
        public boolean has(String category) {
            return Set.of("quality", "logistics").contains(category);
        }

        @Override
        public String owner(String category) {
            return "owner of " + category;
        }

        @Override
        public String policy(String category) {
            return "general";
        }

        @Override
        public String queue(String category) {
            return "complaints." + category;
        }

        @Override
        public Set<String> queues() {
            return Set.of();
        }

        @Override
        public Map<String, String> titles(String category) {
            return Map.of();
        }
    }
}
