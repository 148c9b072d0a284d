package io.redress.lookup;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One system that is asked.
 *
 * @param ask what it is asked by, as far as the complaint says it
 * @param mapping file of {@code config/mappings} that reads its answers
 * @param facts names in its answers that the ticket keeps under {@code lookups} as they are
 */
record LookupRule(String name, List<LookupKey> ask, String mapping, Set<String> facts) {

    /** What to ask about a complaint; empty when it says nothing that the system could be asked by. */
    Optional<LookupRequest> question(Customer customer, Product product) {
        Map<String, String> asks = new HashMap<>();
        for (LookupKey one : ask) {
            String value = one.of(customer, product);
            if (value != null) {
                asks.put(one.key(), value);
            }
        }
        return asks.isEmpty() ? Optional.empty() : Optional.of(new LookupRequest(name, asks));
    }
}
