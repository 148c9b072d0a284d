package io.redress.lookup;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.util.Map;

/** What a system made of a {@link LookupRequest}. */
sealed interface LookupResult {

    /** When it came. */
    Instant at();

    /** What it knows; of customer and product only what it was asked for. */
    record Found(Instant at, Customer customer, Product product, Map<String, String> facts) implements LookupResult {}

    /** It knows nothing of them. */
    record Nothing(Instant at) implements LookupResult {}

    /** It did not say so that it could be understood. */
    record Missed(Instant at, String reason) implements LookupResult {}
}
