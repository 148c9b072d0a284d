package io.redress.delivery.attempt;

import io.redress.delivery.DeliveryOrder;
import io.redress.delivery.DeliveryState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries, and the records that targets made of tickets. Whatever an order does, it does only while it is the last
 * that was given for its delivery, and that is still waiting.
 */
public interface Deliveries {

    /** Claims what is due for a target: of each ticket the oldest only, and nothing while its record was refused. */
    List<DeliveryOrder> claim(String target, int limit);

    /** Begins an attempt; nothing when the order is void, or the target is paused. */
    Optional<Attempt> begin(DeliveryOrder order);

    /** Whose delivery an order is for, whether it is void or not. */
    Optional<Attempt> find(DeliveryOrder order);

    /** Gives a claimed delivery back, as if the order had not been. */
    void release(DeliveryOrder order);

    /** Puts a delivery off that was not attempted after all. */
    void postpone(DeliveryOrder order, Instant until);

    /** Puts off a delivery that failed. */
    void failed(DeliveryOrder order, Instant again, String note);

    /** Ends a delivery; false when the order is void. */
    boolean end(DeliveryOrder order, DeliveryState state, @Nullable String note);

    /** Whether an error says that what came with a delivery can never be written down, however often it is tried. */
    boolean isUnfit(Throwable error);

    /** Remembers the target's record of a ticket; the first one stays. */
    void record(String target, String ticketNumber, String recordId);
}
