package io.redress.ledger.ticket;

import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.Normalizers;
import io.redress.ledger.PostgresValues;
import io.redress.ledger.item.ItemQueries;
import io.redress.status.CustomerEntries;
import io.redress.status.CustomerEntry;
import io.redress.status.CustomerEntry.SentFile;
import io.redress.ticket.Attachment;
import io.redress.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers wrote and sent: the ticket as it was opened, and the originals of what its status page added. */
public final class SqlCustomerEntries implements CustomerEntries {

    /** Attribute {@code follows} of an item is set by the channel that has checked a status link, and by no other. */
    private static final String ADDED = """
            select id from item
            where ticket_number = ? and state = %s and format = 'web-form' and attributes->>'follows' = ?
            order by received_at limit 50
            """.formatted(PostgresValues.literals(ItemState.FOLLOW_UP));

    private final JdbcClient jdbc;
    private final StatusLinkTickets told;
    private final TicketQueries tickets;
    private final ItemQueries items;
    private final Normalizers normalizers;

    public SqlCustomerEntries(JdbcClient jdbc, TicketQueries tickets, ItemQueries items, Normalizers normalizers) {
        this.jdbc = jdbc;
        this.told = new StatusLinkTickets(jdbc);
        this.tickets = tickets;
        this.items = items;
        this.normalizers = normalizers;
    }

    @Override
    public List<CustomerEntry> of(String number) {
        return told.opens(number)
                .flatMap(tickets::find)
                .map(stored -> all(stored.ticket()))
                .orElse(List.of());
    }

    private List<CustomerEntry> all(Ticket ticket) {
        var messages = new ArrayList<CustomerEntry>();
        messages.add(new CustomerEntry(
                ticket.receivedAt(),
                ticket.complaint().text(),
                ticket.complaint().attachments().stream()
                        .map(SqlCustomerEntries::file)
                        .toList()));
        jdbc.sql(ADDED)
                .params(ticket.number(), ticket.number())
                .query(UUID.class)
                .list()
                .forEach(item -> added(item).ifPresent(messages::add));
        return messages;
    }

    private Optional<CustomerEntry> added(UUID item) {
        return items.raw(item)
                .map(normalizers::read)
                .filter(arrival -> arrival.reading() instanceof CanonicalComplaint)
                .map(arrival -> {
                    var complaint = (CanonicalComplaint) arrival.reading();
                    return new CustomerEntry(
                            arrival.raw().receivedAt(),
                            complaint.complaint().text(),
                            complaint.evidence().stream()
                                    .map(SqlCustomerEntries::named)
                                    .toList());
                });
    }

    /** One that is held back, or is still to be scanned, is only named. */
    private static SentFile file(Attachment file) {
        boolean held = file.quarantine() != null || file.isPending();
        return new SentFile(file.name(), file.contentType(), file.size(), held ? null : file.ref());
    }

    /** Nothing has looked into the files of what was added. */
    private static SentFile named(ArrivalFile file) {
        return new SentFile(file.name(), file.contentType(), file.bytes().length, null);
    }
}
