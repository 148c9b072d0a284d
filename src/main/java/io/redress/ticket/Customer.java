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

    /**
     * The same customer, with the name and the tier that another source knows where this one says none. Where to reach the
     * customer is what the customer wrote, never what somebody else knows.
     */
    public Customer or(Customer other) {
        return new Customer(
                name == null ? other.name : name, phones, emails, handles, tier == null ? other.tier : tier);
    }

    /** A customer of whom nothing is known. */
    public static Customer unknown() {
        return new Customer(null, List.of(), List.of(), List.of(), null);
    }
}
