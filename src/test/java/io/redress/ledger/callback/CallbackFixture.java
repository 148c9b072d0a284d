package io.redress.ledger.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.CallableNumbers;
import io.redress.callback.CallbackRules;
import io.redress.callback.workflow.Appointments;
import io.redress.callback.workflow.Callback;
import io.redress.callback.workflow.CallbackBookingService;
import io.redress.callback.workflow.CallbackCompletion;
import io.redress.callback.workflow.CallbackOutcomes;
import io.redress.callback.workflow.CallbackPlanner;
import io.redress.callback.workflow.CallbackStep;
import io.redress.callback.workflow.CallbackSteps;
import io.redress.callback.workflow.CallbackTickets;
import io.redress.callback.workflow.Callbacks;
import io.redress.callback.workflow.SlotCapacity;
import io.redress.database.SpringTransactions;
import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.DueWorkPlanner;
import io.redress.due.QueueMessage;
import io.redress.due.StepResult;
import io.redress.ledger.ticket.TicketRows;
import io.redress.lifecycle.StatusChange;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.UpdateKind;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.testing.OwnDatabase;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** Callbacks on a real database, with a clock that the test moves and an agenda, a lifecycle and messages in memory. */
abstract class CallbackFixture extends OwnDatabase {

    static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    /** A Monday, 10:00 in Shanghai. */
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    static final String TICKET = "R-261123-7K3M9Q";

    final SetClock clock = new SetClock(MONDAY);
    final ObjectMapper json = new ObjectMapper();
    final Remembered agenda = new Remembered();
    final List<Sent> messages = new ArrayList<>();
    final List<TicketUpdate> updates = new ArrayList<>();
    final List<QueueMessage> queued = new ArrayList<>();
    CallbackRules rules = CallbackRules.read(Path.of("config"), SHOP);

    final CallbackTickets tickets = new LedgerCallTickets(
            jdbc,
            json,
            new TicketRows(jdbc, json, clock),
            () -> CallableNumbers.of("CN", List.of(), rules.customers().zones().keySet()),
            clock);
    final Callbacks rows = new SqlCallbacks(jdbc, clock);
    final SlotCapacity places = new SqlSlotPlaces(jdbc, clock);
    final Supplier<CallbackRules> current = () -> rules;
    final Appointments appointments = new Appointments(rows, places, agenda, current, clock);
    final CallbackPlanner planner = new CallbackPlanner(tickets, rows, appointments, agenda, clock, SHOP);
    final CallbackCompletion end = new CallbackCompletion(tickets, this::applied, clock);
    final CallbackOutcomes outcomes = new CallbackOutcomes(
            new SpringTransactions(transaction), tickets, rows, appointments, end, new Kept(), clock);
    final CallbackSteps steps = new CallbackSteps(tickets, rows, appointments, outcomes, end, json, clock);
    final CallbackBookingService booking = new CallbackBookingService(
            new SpringTransactions(transaction), tickets, rows, places, appointments, new PhoneNumbers("CN"), clock);

    record Sent(String ticket, String key, MessageContent content) {}

    @BeforeEach
    void empty() {
        jdbc.sql(
                        "truncate callback_place, callback_outcome, callback_attempt, callback_request, callback, call_list, event,"
                                + " ticket cascade")
                .update();
    }

    void ticket(String number, String... phones) {
        var document = json.createObjectNode();
        var customer = document.putObject("customer").put("name", "王小姐");
        var list = customer.putArray("phones");
        for (String phone : phones) {
            list.add(phone);
        }
        document.putObject("complaint").put("language", "zh-Hans").put("subject", "地砖色差");
        jdbc.sql("""
                insert into ticket (number, item_id, received_at, channel, kind, category, priority, status, review, owner,
                                    first_response_due, resolution_due, document, updated_at, status_since)
                values (?, ?, now(), 'web', 'web-form', 'mismatch', 'normal', 'in-progress', false, 'quality-control',
                        now(), now(), ?::jsonb, now(), now())
                """).params(number, UUID.randomUUID(), document.toString()).update();
    }

    void solved(String number) {
        become(number, UpdateKind.SOLVED, "solved by hand");
    }

    void become(String number, UpdateKind kind, String reason) {
        transaction.executeWithoutResult(any ->
                applied(TicketUpdate.of(UUID.randomUUID().toString(), number, kind, clock.instant(), "crm", reason)));
    }

    TicketLifecycle.Result applied(TicketUpdate update) {
        TicketStatus from = status(update.ticket());
        updates.add(update);
        TicketStatus to = update.kind().to();
        if (to == null || !update.kind().applies(from)) {
            return new TicketLifecycle.Result(TicketLifecycle.Outcome.REFUSED, from, "does not fit");
        }
        int more = to == TicketStatus.REOPENED ? 1 : 0;
        jdbc.sql("update ticket set status = ?, round = round + ? where number = ?")
                .params(to.key(), more, update.ticket())
                .update();
        int round = jdbc.sql("select round from ticket where number = ?")
                .param(update.ticket())
                .query(Integer.class)
                .single();
        planner.changed(new StatusChange(update.ticket(), from, to, clock.instant(), round, update));
        return new TicketLifecycle.Result(TicketLifecycle.Outcome.APPLIED, to, null);
    }

    TicketStatus status(String number) {
        return TicketStatus.of(jdbc.sql("select status from ticket where number = ?")
                .param(number)
                .query(String.class)
                .single());
    }

    Callback open(String number) {
        return rows.open(number).orElseThrow();
    }

    Callback only(String number) {
        return rows.find(jdbc.sql("select id from callback where ticket_number = ? order by updated_at desc limit 1")
                        .param(number)
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    List<String> history(String number) {
        return jdbc.sql("select what || coalesce(': ' || why, '') from event where ticket_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** The clock goes to a time, and what was due until then is done at its time. */
    void until(Instant time) {
        agenda.until(time);
        clock.set(time);
    }

    void pass(Duration time) {
        until(clock.instant().plus(time));
    }

    CallbackOutcomes.Effect report(Callback row, CallResult result, @Nullable Instant again) {
        return outcomes.apply(new CallOutcome(
                UUID.randomUUID().toString(),
                row.id(),
                row.attempt(),
                result,
                clock.instant(),
                "agent 7",
                null,
                again));
    }

    OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    final class Kept implements Messages {
        @Override
        public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
            messages.add(new Sent(ticketNumber, key, content));
        }

        @Override
        public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
            throw new AssertionError("callbacks write to customers only");
        }
    }

    /** An agenda that keeps its work in memory, and does it when the test says so. */
    final class Remembered implements DueWorkPlanner {

        record Work(String kind, String ticket, String key, Instant at, String argument) {}

        private final Map<String, Work> open = new LinkedHashMap<>();
        private final List<String> known = new ArrayList<>();

        @Override
        public synchronized void plan(String kind, String ticket, String key, Instant at, String argument) {
            if (!known.contains(kind + key)) {
                known.add(kind + key);
                open.put(kind + key, new Work(kind, ticket, key, at, argument));
            }
        }

        @Override
        public boolean move(String kind, String ticketNumber, String key, Instant at) {
            return open.computeIfPresent(
                            kind + key, (any, work) -> new Work(kind, work.ticket(), key, at, work.argument()))
                    != null;
        }

        @Override
        public void cancel(String kind, String ticket, String reason) {
            open.values()
                    .removeIf(work -> work.kind().equals(kind) && work.ticket().equals(ticket));
        }

        void until(Instant time) {
            Work next = next(time);
            while (next != null) {
                clock.set(next.at().isAfter(clock.instant()) ? next.at() : clock.instant());
                perform(next);
                next = next(time);
            }
        }

        void performAllLate(Instant time) {
            clock.set(time);
            until(time);
        }

        private @Nullable Work next(Instant time) {
            return open.values().stream()
                    .filter(work -> !work.at().isAfter(time))
                    .min(Comparator.comparing(Work::at))
                    .orElse(null);
        }

        private void perform(Work work) {
            open.remove(work.kind() + work.key());
            DueStep step =
                    switch (work.kind()) {
                        case "callback" -> CallbackStep.call(steps);
                        case "callback-pool" -> CallbackStep.pool(steps);
                        case "callback-unreported" -> CallbackStep.unreported(steps);
                        default -> CallbackStep.none(steps);
                    };
            var order =
                    new DueOrder(UUID.randomUUID().toString(), work.kind(), work.ticket(), work.argument(), "token", 1);
            StepResult result = transaction.execute(any -> step.perform(order));
            if (result instanceof StepResult.Done done) {
                queued.addAll(done.messages());
            } else if (result instanceof StepResult.NotYet later) {
                open.put(
                        work.kind() + work.key(),
                        new Work(work.kind(), work.ticket(), work.key(), later.at(), work.argument()));
            }
        }
    }
}
