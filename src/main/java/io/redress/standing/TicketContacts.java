package io.redress.standing;

import io.redress.ticket.Customer;
import java.util.List;

/**
 * Whom a ticket belongs to.
 *
 * @param channel name of the channel that opened it
 */
public record TicketContacts(String channel, List<String> phones, List<String> emails, List<String> handles) {

    public TicketContacts {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        handles = List.copyOf(handles);
    }

    public static TicketContacts of(String channel, Customer customer) {
        return new TicketContacts(channel, customer.statedPhones(), customer.emails(), customer.handles());
    }
}
