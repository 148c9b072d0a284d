package io.redress.ledger.privacy;

import io.redress.audit.AuditedBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What there is of a person.
 *
 * @param mentioned tickets in whose text the phone stands without being their customer's, where they were not asked for: no
 *     other member counts them
 * @param others the other values of the tickets found, by kind; of somebody who shares a phone they may be another person's
 * @param items the arrivals of the tickets, and those without a ticket
 * @param withoutTicket arrivals among them that opened no ticket
 * @param counts callbacks, surveys, messages, deliveries and updates
 */
public record FoundPerson(
        List<FoundTicket> tickets,
        List<FoundTicket> mentioned,
        List<UUID> items,
        List<UUID> withoutTicket,
        Map<String, Long> counts,
        Map<String, Set<String>> others)
        implements AuditedBody {

    @Override
    public List<String> ticketsNamed() {
        return tickets.stream().map(FoundTicket::number).toList();
    }

    /** What a caller who wants it forgotten confirms: tickets, and arrivals without a ticket. */
    public int size() {
        return tickets.size() + withoutTicket.size();
    }

    /** The tickets that may not be touched. */
    public List<FoundTicket> held() {
        return tickets.stream().filter(ticket -> ticket.hold() != null).toList();
    }
}
