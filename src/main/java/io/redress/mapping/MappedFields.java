package io.redress.mapping;

import io.redress.intake.SourceHints;
import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The canonical values of one source.
 *
 * @param text empty when the source has none and the mapping does not require it
 * @param wants the canonical word where the mapping's {@code values} has one, else the source's own
 * @param sourceKey what the source itself calls the complaint; null when it does not
 * @param hints what the source says of category, priority and status
 * @param device of which device it tells; people's complaints tell of none
 * @param extras what no canonical field took, by source name, in the source's order
 */
public record MappedFields(
        Customer customer,
        Product product,
        @Nullable String subject,
        String text,
        @Nullable String wants,
        @Nullable Instant occurredAt,
        @Nullable String sourceKey,
        SourceHints hints,
        MappedDevice device,
        Map<String, List<String>> extras)
        implements MappingResult {}
