package io.redress.simulation;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.util.List;

/**
 * What a supposed customer writes.
 *
 * @param id of the item (UUID); a repeat by the channel has another one, and the same {@code key}
 * @param kind {@code email}, {@code web-form}, {@code call-center} or {@code chat}
 * @param references the number of the ticket that it is about; empty for a new complaint
 */
public record GeneratedArrival(
        Instant at,
        String id,
        String kind,
        String key,
        Customer customer,
        Product product,
        String text,
        List<String> references) {

    /** True when it is about a ticket that there is already. */
    public boolean followsUp() {
        return !references.isEmpty();
    }
}
