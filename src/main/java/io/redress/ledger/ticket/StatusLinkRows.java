package io.redress.ledger.ticket;

import static io.redress.ledger.PostgresValues.instantOrNull;
import static io.redress.ledger.PostgresValues.utc;

import io.redress.intake.recording.StatusLinkRenewal;
import io.redress.reply.CustomerMessages;
import io.redress.reply.MessageContent;
import io.redress.reply.Messages;
import io.redress.settings.ticket.StatusSettings;
import io.redress.status.StatusLinkSender;
import io.redress.status.StatusLinkStates;
import io.redress.ticket.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The part of table {@code ticket} that says which status links count, and for how long. */
public final class StatusLinkRows implements StatusLinkStates, StatusLinkRenewal, StatusLinkSender {

    /** A customer is sent the link once in so long, whoever asks. */
    private static final Duration ASKED_ONCE = Duration.ofHours(6);

    private static final LinkState FIRST = new LinkState(0, true);

    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final StatusLinkTickets told;
    private final TicketRows tickets;
    private final Messages messages;
    private final Duration afterClosing;
    private final Clock clock;

    public StatusLinkRows(
            TransactionOperations transaction,
            JdbcClient jdbc,
            TicketRows tickets,
            Messages messages,
            StatusSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.told = new StatusLinkTickets(jdbc);
        this.tickets = tickets;
        this.messages = messages;
        this.afterClosing = settings.linkAfterClosing();
        this.clock = clock;
    }

    @Override
    public LinkState of(String number) {
        return told.opens(number).flatMap(this::ofTicket).orElse(FIRST);
    }

    /** Ends all links of a ticket until new ones are made; false when there is no such ticket. */
    public boolean withdraw(String number, String by) {
        return changed(
                "update ticket set status_link_withdrawn_at = ?, updated_at = ? where number = ?",
                number,
                new Event(clock.instant(), by, "status link withdrawn", null));
    }

    /** Makes new links, in place of all earlier ones; empty when there is no such ticket. */
    public Optional<LinkState> renew(String number, String by) {
        return renew(number, by, null);
    }

    @Override
    public void renewEnded(String number, String itemId) {
        boolean ended = ofTicket(number).filter(state -> !state.open()).isPresent();
        if (ended && renew(number, "customer", "the customer wrote a mail").isPresent()) {
            var content = new MessageContent(CustomerMessages.ACKNOWLEDGEMENT.name(), Map.of(), Map.of());
            messages.toCustomer(number, "status-link/" + itemId, content, clock.instant());
        }
    }

    @Override
    public void sendAgain(String number) {
        told.opens(number).filter(this::isNotWithdrawn).ifPresent(ticket -> {
            boolean ended = ofTicket(ticket).filter(state -> !state.open()).isPresent();
            if (ended) {
                renew(ticket, "customer", "the customer asked for a new link");
            }
            long asked = clock.instant().getEpochSecond() / ASKED_ONCE.toSeconds();
            var content = new MessageContent(CustomerMessages.ACKNOWLEDGEMENT.name(), Map.of(), Map.of());
            messages.toCustomer(ticket, "status-link/asked/" + ticket + "/" + asked, content, clock.instant());
        });
    }

    private boolean isNotWithdrawn(String number) {
        return jdbc.sql("select status_link_withdrawn_at is null and forgotten_at is null from ticket where number = ?")
                .param(number)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Optional<LinkState> renew(String number, String by, @Nullable String why) {
        boolean known = changed("""
                update ticket set status_link_generation = status_link_generation + 1, status_link_withdrawn_at = null,
                       status_link_since = ?, updated_at = ? where number = ?""", number, new Event(clock.instant(), by, "status link renewed", why));
        return known ? ofTicket(number) : Optional.empty();
    }

    private boolean changed(String sql, String number, Event event) {
        Boolean done = transaction.execute(status -> {
            boolean known = jdbc.sql(sql)
                            .params(utc(event.at()), utc(event.at()), number)
                            .update()
                    == 1;
            if (known) {
                tickets.happened(number, event, null);
            }
            return known;
        });
        return Boolean.TRUE.equals(done);
    }

    private Optional<LinkState> ofTicket(String number) {
        return jdbc.sql("""
                        select status_link_generation, (status_link_withdrawn_at is not null or forgotten_at is not null) as withdrawn,
                               case when closed_at is not null then greatest(closed_at, status_link_since) end as last
                        from ticket where number = ?
                        """)
                .param(number)
                .query((row, n) -> {
                    Instant last = instantOrNull(row, "last");
                    boolean ended = last != null && !clock.instant().isBefore(last.plus(afterClosing));
                    return new LinkState(row.getInt("status_link_generation"), !ended && !row.getBoolean("withdrawn"));
                })
                .optional();
    }
}
