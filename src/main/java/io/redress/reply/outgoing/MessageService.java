package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.intake.SenderVerification;
import io.redress.reply.ChatReply;
import io.redress.reply.CustomerMessages;
import io.redress.reply.CustomerMessages.Occasion;
import io.redress.reply.MessageContent;
import io.redress.reply.Reply;
import io.redress.reply.ReplyRefused;
import io.redress.reply.ReplyUnsupported;
import io.redress.reply.StaffMails;
import io.redress.reply.outgoing.MessageTickets.TicketSender;
import io.redress.standing.OwnMessageIds;
import io.redress.status.StatusLinkStates;
import io.redress.status.StatusLinks;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides how each message goes out, or why none does, and writes down that it went. */
public final class MessageService {

    private static final Logger LOG = LoggerFactory.getLogger(MessageService.class);
    private static final MessageContent ACKNOWLEDGEMENT =
            new MessageContent(CustomerMessages.ACKNOWLEDGEMENT.name(), Map.of(), Map.of());

    private final MessageTickets tickets;
    private final MessageWork due;
    private final MessageContents planned;
    private final CustomerMessages messages;
    private final StaffMails staff;
    private final StatusLinks links;
    private final StatusLinkStates statusLinkStates;
    private final OwnMessageIds ids;
    private final UnprovedSenderLimit unproved;
    private final MessageLimit limit;
    private final Clock clock;
    private final int perHour;

    /** @param ids make the Message-IDs of mails to customers */
    public MessageService(
            MessageTickets tickets,
            UnprovedSenderLimit unproved,
            MessageLimit limit,
            MessageWork due,
            MessageContents planned,
            CustomerMessages messages,
            StaffMails staff,
            StatusLinks links,
            StatusLinkStates statusLinkStates,
            OwnMessageIds ids,
            MessageLimits limits,
            Clock clock) {
        this.tickets = tickets;
        this.unproved = unproved;
        this.limit = limit;
        this.due = due;
        this.planned = planned;
        this.messages = messages;
        this.staff = staff;
        this.links = links;
        this.statusLinkStates = statusLinkStates;
        this.ids = ids;
        this.clock = clock;
        this.perHour = limits.acknowledgementsPerHour();
    }

    /** What to send. */
    public Reply reply(DueOrder order) {
        return switch (order.kind()) {
            case MessageWork.STAFF_MAIL -> toStaff(order);
            case MessageWork.MESSAGE -> news(order);
            default -> acknowledgement(order);
        };
    }

    private Reply acknowledgement(DueOrder order) {
        Ticket ticket = tickets.opened(order.ticketNumber());
        TicketSender sender = tickets.sender(ticket.number());
        Reply reply = toCustomer(order, ticket, sender, ACKNOWLEDGEMENT, "ack");
        if (reply.none() != null) {
            return reply;
        }
        if (reply.mail() != null && unproved.isLimited() && !sender.isProvedFor(ticket)) {
            return unproved.admit(order, reply.recipient(), sender.source())
                    .map(limit -> Reply.none(reply.channel(), limit.words()))
                    .orElse(reply);
        }
        int sent =
                due.countDone(order.kind(), reply.recipient(), clock.instant().minus(Duration.ofHours(1)));
        return sent >= perHour
                ? Reply.none(reply.channel(), "the recipient got " + sent + " acknowledgements within the hour")
                : reply;
    }

    private Reply news(DueOrder order) {
        Ticket ticket = tickets.opened(order.ticketNumber());
        MessageContent content = planned.content(order);
        Reply reply = toCustomer(order, ticket, tickets.sender(ticket.number()), content, shortId(order));
        return reply.none() != null
                ? reply
                : limit.reached(order, content)
                        .map(reason -> Reply.none(reply.channel(), reason))
                        .orElse(reply);
    }

    private Reply toStaff(DueOrder order) {
        MessageContents.ToStaff mail = planned.toStaff(order);
        return staff.mail(mail.address(), order.ticketNumber() + "." + shortId(order), mail.content(), clock.instant())
                .map(written -> Reply.by("staff", written))
                .orElseGet(() -> Reply.none("staff", "the address of the role is none"));
    }

    private Reply toCustomer(DueOrder order, Ticket ticket, TicketSender sender, MessageContent content, String id) {
        String channel = ticket.channel().name();
        int generation = statusLinkStates.of(ticket.number()).generation();
        Occasion occasion = new Occasion(
                ticket,
                sender.isProvedFor(ticket),
                links.url(ticket.number(), generation),
                links.callbackUrl(ticket.number(), generation),
                content);
        if (ticket.channel().kind().equals("chat")) {
            return ticket.customer().handles().stream()
                    .findFirst()
                    .map(handle -> Reply.by(channel, new ChatReply(order.id(), handle, messages.note(occasion))))
                    .orElseGet(() -> Reply.none(channel, "the chat gave no identity to answer to"));
        }
        if (sender.proof() == SenderVerification.FAILED) {
            return Reply.none(
                    channel, "the mail's server found that its sender is forged (Authentication-Results: fail)");
        }
        return messages.mail(occasion, ids.signed(ticket.number(), id), sender.messageId(), clock.instant())
                .map(mail -> Reply.by(channel, mail))
                .orElseGet(() -> Reply.none(channel, "the ticket has no e-mail address that can be written to"));
    }

    /** Writes down that a reply went out, or that none was to. */
    public void sent(DueOrder order, Reply reply) {
        if (reply.none() != null) {
            skip(order, reply.none());
            return;
        }
        due.done(order, reply.recipient());
        tickets.happened(order.ticketNumber(), event(order), "through channel " + reply.channel());
    }

    /** Puts off what failed; gives up what was refused. */
    public void failed(DueOrder order, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReplyRefused refused) {
                if (refused instanceof ReplyUnsupported) {
                    skip(order, String.valueOf(refused.getMessage()));
                    return;
                }
                LOG.warn("The {} of {} was refused: {}", order.kind(), order.ticketNumber(), refused.getMessage());
                skip(order, "refused: " + refused.getMessage());
                return;
            }
        }
        LOG.warn(
                "The {} of {} failed at attempt {} ({}); it is tried again",
                order.kind(),
                order.ticketNumber(),
                order.attempt(),
                SendFailure.words(error));
        due.failed(order, SendFailure.words(error));
    }

    private void skip(DueOrder order, String reason) {
        due.skip(order, reason);
        tickets.happened(order.ticketNumber(), order.kind() + " skipped", reason);
    }

    /** The event that says that a message went out. */
    private String event(DueOrder order) {
        return switch (order.kind()) {
            case MessageWork.MESSAGE ->
                "sent to customer: " + planned.content(order).template();
            case MessageWork.STAFF_MAIL ->
                "sent to staff: " + planned.toStaff(order).content().template();
            default -> "acknowledged";
        };
    }

    private static String shortId(DueOrder order) {
        return order.id().substring(0, 13).replace("-", "");
    }
}
