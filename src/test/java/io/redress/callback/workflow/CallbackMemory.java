package io.redress.callback.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.callback.CallOutcome;
import io.redress.callback.CallResult;
import io.redress.callback.CallSlot;
import io.redress.callback.CallableNumbers;
import io.redress.callback.CallbackRules;
import io.redress.callback.CallbackState;
import io.redress.due.DueWorkPlanner;
import io.redress.due.Transactions;
import io.redress.lifecycle.TicketLifecycle;
import io.redress.lifecycle.TicketStatus;
import io.redress.lifecycle.TicketUpdate;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Callbacks whose ports are kept in memory: what the classes decide, without what the ledger does with it. */
abstract class CallbackMemory {

    static final String TICKET = "R-261123-7K3M9Q";
    static final String MOBILE = "+8613800138000";
    static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");
    /** A Monday, 10:00 in Shanghai. */
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    final SetClock clock = new SetClock(MONDAY);
    final CallbackRules rules = CallbackRules.read(Path.of("config"), SHOP);
    final List<String> history = new ArrayList<>();
    final List<String> authors = new ArrayList<>();
    final List<TicketUpdate> updates = new ArrayList<>();
    final List<String> written = new ArrayList<>();
    final Map<String, Instant> agenda = new TreeMap<>();
    final Tickets tickets = new Tickets();
    final Kept callbacks = new Kept();
    final Places places = new Places();
    int transactions;

    final Appointments appointments = new Appointments(callbacks, places, new Planned(), () -> rules, clock);
    final CallbackCompletion end = new CallbackCompletion(tickets, this::applied, clock);
    final CallbackOutcomes outcomes =
            new CallbackOutcomes(new Counted(), tickets, callbacks, appointments, end, new Written(), clock);
    final CallbackSteps steps =
            new CallbackSteps(tickets, callbacks, appointments, outcomes, end, new ObjectMapper(), clock);
    final CallbackPlanner planner = new CallbackPlanner(tickets, callbacks, appointments, new Planned(), clock, SHOP);
    final CallbackBookingService booking = new CallbackBookingService(
            new Counted(), tickets, callbacks, places, appointments, new PhoneNumbers("CN"), clock);

    /** A solved ticket, with a callback that is planned in an hour's slot. */
    Callback planned() {
        tickets.stands(TicketStatus.SOLVED, MOBILE);
        planner.request(TICKET, "solved/1", MONDAY.plus(Duration.ofHours(1)), "solved");
        history.clear();
        authors.clear();
        return open();
    }

    /** The same, given out. */
    Callback given() {
        Callback planned = planned();
        clock.set(planned.slot().from());
        steps.call(planned.appointment());
        history.clear();
        authors.clear();
        return open();
    }

    Callback open() {
        return callbacks.open(TICKET).orElseThrow();
    }

    CallbackOutcomes.Effect report(Callback callback, CallResult result) {
        return outcomes.apply(new CallOutcome(
                UUID.randomUUID().toString(), callback.id(), callback.attempt(), result, null, "agent 7", null, null));
    }

    private TicketLifecycle.Result applied(TicketUpdate update) {
        updates.add(update);
        return new TicketLifecycle.Result(
                TicketLifecycle.Outcome.APPLIED, update.kind().to(), null);
    }

    final class Counted implements Transactions {
        @Override
        public <T> T execute(Supplier<T> work) {
            transactions++;
            return work.get();
        }
    }

    /** One ticket. */
    final class Tickets implements CallbackTickets {

        private @Nullable CallbackTicket ticket;

        void stands(TicketStatus status, String... phones) {
            var callable = CallableNumbers.of("CN", List.of(), List.of("+852"));
            ticket = new CallbackTicket(
                    TICKET, status, "quality-control", null, "王小姐", List.of(phones), callable, "zh-Hans", "地砖色差");
        }

        @Override
        public Optional<CallbackTicket> find(String number) {
            return Optional.ofNullable(ticket).filter(one -> one.number().equals(number));
        }

        @Override
        public Optional<CallbackTicket> lock(String number) {
            return find(number);
        }

        @Override
        public void happened(String number, String who, String what, @Nullable String why) {
            authors.add(who);
            history.add(what + ": " + why);
        }
    }

    final class Kept implements Callbacks {

        private final Map<UUID, Callback> kept = new HashMap<>();
        private final Set<String> requests = new HashSet<>();
        private final Set<String> reports = new HashSet<>();

        @Override
        public Optional<Callback> find(UUID id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        public Optional<Callback> open(String ticket) {
            return kept.values().stream()
                    .filter(one -> one.ticket().equals(ticket) && one.isOpen())
                    .findFirst();
        }

        @Override
        public boolean request(String ticket, String key) {
            return requests.add(ticket + key);
        }

        @Override
        public Callback insert(UUID id, String ticket, String reason, boolean wished, CallSlot slot) {
            return keep(new Callback(
                    id, ticket, CallbackState.PLANNED, reason, wished, 1, 0, slot, clock.instant(), null, null));
        }

        @Override
        public Callback next(Callback before, CallSlot slot, boolean wished, int misses) {
            return keep(with(
                    before, CallbackState.PLANNED, wished, before.attempt() + 1, misses, slot, clock.instant(), null));
        }

        @Override
        public Callback move(Callback before, CallSlot slot, boolean wished) {
            return keep(with(
                    before,
                    CallbackState.PLANNED,
                    wished,
                    before.attempt(),
                    before.misses(),
                    slot,
                    before.attemptSince(),
                    null));
        }

        @Override
        public void call(UUID id, @Nullable String phone) {
            Callback was = kept.get(id);
            keep(new Callback(
                    id,
                    was.ticket(),
                    was.state(),
                    was.reason(),
                    was.wished(),
                    was.attempt(),
                    was.misses(),
                    was.slot(),
                    was.attemptSince(),
                    was.result(),
                    phone));
        }

        @Override
        public void sent(Callback callback) {
            becomes(callback, CallbackState.DUE, null);
        }

        @Override
        public void pooled(Callback callback) {
            history.add("pooled");
        }

        @Override
        public void end(Callback callback, CallbackState state, String result) {
            becomes(callback, state, result);
        }

        @Override
        public boolean record(CallOutcome outcome, Callback callback, boolean applied) {
            return reports.add(outcome.id());
        }

        @Override
        public void attemptEnded(Callback callback, String outcome, @Nullable Instant at, @Nullable String by) {
            history.add("call " + callback.attempt() + " ended: " + outcome);
        }

        private void becomes(Callback was, CallbackState state, @Nullable String result) {
            Callback now = kept.get(was.id());
            keep(with(now, state, now.wished(), now.attempt(), now.misses(), now.slot(), now.attemptSince(), result));
        }

        private Callback keep(Callback callback) {
            kept.put(callback.id(), callback);
            return callback;
        }

        private Callback with(
                Callback was,
                CallbackState state,
                boolean wished,
                int attempt,
                int misses,
                CallSlot slot,
                Instant since,
                @Nullable String result) {
            return new Callback(
                    was.id(),
                    was.ticket(),
                    state,
                    was.reason(),
                    wished,
                    attempt,
                    misses,
                    slot,
                    since,
                    result,
                    was.phone());
        }
    }

    final class Places implements SlotCapacity {

        private final Map<UUID, Set<Instant>> taken = new HashMap<>();
        /** No slot has a place from then on. */
        Instant closed = Instant.MAX;

        @Override
        public boolean take(CallSlot slot, int capacity, UUID callback) {
            return slot.from().isBefore(closed)
                    && taken.computeIfAbsent(callback, any -> new HashSet<>()).add(slot.from());
        }

        @Override
        public void free(UUID callback, CallSlot except) {
            taken.getOrDefault(callback, Set.of())
                    .removeIf(from -> from.isAfter(clock.instant()) && !from.equals(except.from()));
        }

        @Override
        public void free(UUID callback) {
            free(callback, new CallSlot(Instant.EPOCH, Instant.EPOCH));
        }

        @Override
        public Set<Instant> full(Instant from, Instant until, int capacity) {
            return Set.of();
        }

        long taken() {
            return taken.values().stream().mapToLong(Set::size).sum();
        }
    }

    final class Planned implements DueWorkPlanner {
        @Override
        public void plan(String kind, String ticketNumber, String key, Instant at, String argument) {
            agenda.putIfAbsent(kind + " " + argument, at);
        }

        @Override
        public boolean move(String kind, String ticketNumber, String key, Instant at) {
            throw new AssertionError("an appointment that moves gets another entry");
        }

        @Override
        public void cancel(String kind, String ticketNumber, String reason) {
            throw new AssertionError("what is void stays on the agenda and finds nothing to do");
        }
    }

    final class Written implements Messages {
        @Override
        public void toCustomer(String ticketNumber, String key, MessageContent content, Instant at) {
            written.add(content.template());
        }

        @Override
        public void toRole(String ticketNumber, String key, String role, MessageContent content, Instant at) {
            throw new AssertionError("callbacks write to customers only");
        }
    }
}
