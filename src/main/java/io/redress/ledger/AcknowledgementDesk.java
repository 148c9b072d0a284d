package io.redress.ledger;

import io.redress.ledger.DueWork.Claim;
import io.redress.reply.Acknowledgements;
import io.redress.reply.ChatReply;
import io.redress.reply.Reply;
import io.redress.reply.ReplyRefused;
import io.redress.status.StatusLinks;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides how each acknowledgement goes out, or why none does, and writes down that it went. */
public final class AcknowledgementDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgementDesk.class);

    private final TicketRows tickets;
    private final DueWork due;
    private final Acknowledgements acknowledgements;
    private final StatusLinks links;
    private final Clock clock;
    private final int perHour;

    /** @param perHour how many one recipient gets in an hour; more would be a loop, or a flood */
    public AcknowledgementDesk(
            TicketRows tickets,
            DueWork due,
            Acknowledgements acknowledgements,
            StatusLinks links,
            Clock clock,
            int perHour) {
        this.tickets = tickets;
        this.due = due;
        this.acknowledgements = acknowledgements;
        this.links = links;
        this.clock = clock;
        this.perHour = perHour;
    }

    /** What to send. */
    public Reply reply(Claim claim) {
        Ticket ticket = tickets.opened(claim.ticketNumber());
        Reply reply = written(claim, ticket);
        int sent =
                due.countDone(claim.kind(), reply.recipient(), clock.instant().minus(Duration.ofHours(1)));
        return reply.none() == null && sent >= perHour
                ? Reply.none(reply.channel(), "the recipient got " + sent + " acknowledgements within the hour")
                : reply;
    }

    private Reply written(Claim claim, Ticket ticket) {
        String channel = ticket.channel().name();
        String link = links.url(ticket.number());
        if (ticket.channel().kind().equals("chat")) {
            return ticket.customer().handles().stream()
                    .findFirst()
                    .map(handle ->
                            Reply.by(channel, new ChatReply(claim.id(), handle, acknowledgements.note(ticket, link))))
                    .orElseGet(() -> Reply.none(channel, "the chat gave no identity to answer to"));
        }
        return acknowledgements
                .compose(ticket, link, tickets.messageId(ticket.number()), clock.instant())
                .map(mail -> Reply.by(channel, mail))
                .orElseGet(() -> Reply.none(channel, "the ticket has no e-mail address that can be written to"));
    }

    /** Writes down that a reply went out, or that none was to. */
    public void sent(Claim claim, Reply reply) {
        if (reply.none() != null) {
            skip(claim, reply.none());
            return;
        }
        due.done(claim, reply.recipient());
        tickets.happened(claim.ticketNumber(), null, "acknowledged", "through channel " + reply.channel());
    }

    /** Puts off what failed; gives up what was refused. */
    public void failed(Claim claim, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReplyRefused refused) {
                LOG.warn("The acknowledgement of {} was refused: {}", claim.ticketNumber(), refused.getMessage());
                skip(claim, "refused: " + refused.getMessage());
                return;
            }
        }
        LOG.warn(
                "The acknowledgement of {} failed at attempt {} ({}); it is tried again",
                claim.ticketNumber(),
                claim.attempt(),
                error.getClass().getName());
        due.failed(claim, error.getClass().getName());
    }

    private void skip(Claim claim, String reason) {
        due.skip(claim, reason);
        tickets.happened(claim.ticketNumber(), null, "acknowledgement skipped", reason);
    }
}
