package io.redress.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who complains, as far as the channel told.
 *
 * @param phones E.164 where the number could be read, else as written
 * @param emails bare addresses, lower-cased
 * @param handles chat identities, {@code <platform>:<id>}
 * @param tier {@code vip}, {@code regular} or {@code new}; null when unknown
 */
public record Customer(
        @Nullable String name,
        List<String> phones,
        List<String> emails,
        List<String> handles,
        @Nullable String tier) {

    public Customer {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        handles = List.copyOf(handles);
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(null, List.of(), List.of(), List.of(), null);
    }
}
