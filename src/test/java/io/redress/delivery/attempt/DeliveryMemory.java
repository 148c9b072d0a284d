package io.redress.delivery.attempt;

import io.redress.delivery.BackOff;
import io.redress.delivery.Delivery;
import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.DeliveryState;
import io.redress.delivery.SampleDeliveries;
import io.redress.delivery.mapping.TargetMapping;
import io.redress.delivery.mapping.TargetMappings;
import io.redress.due.Transactions;
import io.redress.testing.SetClock;
import io.redress.ticket.Ticket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One delivery, to a target {@code crm}, whose ports are kept in memory. */
abstract class DeliveryMemory {

    static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
    static final DeliveryOrder ORDER =
            new DeliveryOrder(SampleDeliveries.ID, "crm", "5b0ad0a5-31f5-4f6c-8b13-0a8f3a6b9d11");

    private static final TargetMappings MAPPINGS = new TargetMappings(
            Path.of("targets"), Map.of("crm", new TargetMapping(List.of(), Map.of(), Set.of(), Map.of())));

    final Kept deliveries = new Kept();
    final Holds holds = new Holds();
    final List<String> history = new ArrayList<>();
    int transactions;

    final DeliveryService service = new DeliveryService(
            new Counted(),
            deliveries,
            holds,
            new Tickets(),
            () -> MAPPINGS,
            new BackOff(Duration.ofSeconds(10), Duration.ofMinutes(15), () -> 1),
            new SetClock(NOW));

    private final class Counted implements Transactions {
        @Override
        public <T> T execute(Supplier<T> work) {
            transactions++;
            return work.get();
        }
    }

    private final class Tickets implements DeliveryTickets {
        @Override
        public Ticket get(String number) {
            return SampleDeliveries.delivery(Delivery.TICKET, 1, null).ticket();
        }

        @Override
        public void happened(String number, String what, String why) {
            history.add(what + ": " + why);
        }
    }

    static final class Kept implements Deliveries {

        /** Empty when it was deleted by hand. */
        Optional<Attempt> attempt = Optional.of(
                new Attempt(SampleDeliveries.ID, "crm", "R-260701-7K9Q2M", Delivery.TICKET, null, null, 3, 2, null));
        /** Another order was given since, or it has ended. */
        boolean isVoid;

        final List<String> calls = new ArrayList<>();
        final Map<String, Integer> claimed = new HashMap<>();

        @Override
        public List<DeliveryOrder> claim(String target, int limit) {
            claimed.put(target, limit);
            return List.of(new DeliveryOrder(ORDER.id(), target, ORDER.token()));
        }

        @Override
        public Optional<Attempt> begin(DeliveryOrder order) {
            return isVoid ? Optional.empty() : attempt;
        }

        @Override
        public Optional<Attempt> find(DeliveryOrder order) {
            return attempt;
        }

        @Override
        public void release(DeliveryOrder order) {
            calls.add("released");
        }

        @Override
        public void postpone(DeliveryOrder order, Instant until) {
            calls.add("postponed to " + until);
        }

        @Override
        public void failed(DeliveryOrder order, Instant again, String note) {
            calls.add("failed until " + again + ": " + note);
        }

        @Override
        public boolean end(DeliveryOrder order, DeliveryState state, @Nullable String note) {
            calls.add(state.key() + ": " + note);
            return !isVoid;
        }

        @Override
        public boolean isUnfit(Throwable error) {
            return error instanceof IllegalArgumentException;
        }

        @Override
        public void record(String target, String ticketNumber, String recordId) {
            calls.add(ticketNumber + " is " + recordId + " of " + target);
        }
    }

    static final class Holds implements TargetPauses {

        final Map<String, Held> held = new HashMap<>();

        @Override
        public Map<String, Held> all() {
            return held;
        }

        @Override
        public void notBefore(String target, Instant time) {
            held.put(target, new Held(false, null, null, time));
        }
    }
}
