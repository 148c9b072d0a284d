package io.redress.search;

import io.redress.ticket.Customer;
import io.redress.ticket.Product;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as far as an answer shows it.
 *
 * @param text at most the first 8,000 characters
 */
public record FoundTicket(
        String number,
        Instant receivedAt,
        String channel,
        String category,
        String priority,
        String status,
        Customer customer,
        Product product,
        @Nullable String subject,
        String text) {}
