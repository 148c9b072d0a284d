package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.CustomerMessages;
import io.redress.reply.MessageContent;
import io.redress.reply.Reply;
import io.redress.reply.ReplyRefused;
import io.redress.reply.ReplyUnsupported;
import io.redress.reply.SentMessage;
import io.redress.reply.StaffMails;
import io.redress.reply.outgoing.MessageTickets.TicketSender;
import io.redress.ticket.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final CustomerReplies replies;
    private final StaffMails staff;
    private final MessageReceipts receipts;
    private final NextWays nextWays;
    private final UnprovedSenderLimit unproved;
    private final MessageLimit limit;
    private final Clock clock;
    private final int perHour;

    public MessageService(
            MessageTickets tickets,
            UnprovedSenderLimit unproved,
            MessageLimit limit,
            MessageWork due,
            MessageContents planned,
            CustomerReplies replies,
            StaffMails staff,
            MessageReceipts receipts,
            MessageLimits limits,
            Clock clock) {
        this.tickets = tickets;
        this.unproved = unproved;
        this.limit = limit;
        this.due = due;
        this.planned = planned;
        this.replies = replies;
        this.staff = staff;
        this.receipts = receipts;
        this.nextWays = new NextWays(tickets, due, replies);
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
        Reply reply = replies.write(order, ticket, sender, ACKNOWLEDGEMENT, "ack");
        if (reply.none() != null) {
            return reply;
        }
        boolean strange = !sender.isProvedFor(ticket) || OtherWay.of(order).isPresent();
        if (reply.mail() != null && unproved.isLimited() && strange) {
            return unproved.admit(order, reply.recipient(), sender.source())
                    .map(limit -> Reply.withheld(reply.channel(), limit.words()))
                    .orElse(reply);
        }
        int sent =
                due.countDone(order.kind(), reply.recipient(), clock.instant().minus(Duration.ofHours(1)));
        return sent >= perHour
                ? Reply.withheld(reply.channel(), "the recipient got " + sent + " acknowledgements within the hour")
                : reply;
    }

    private Reply news(DueOrder order) {
        Ticket ticket = tickets.opened(order.ticketNumber());
        MessageContent content = planned.content(order);
        Reply reply = replies.write(order, ticket, tickets.sender(ticket.number()), content, shortId(order));
        return reply.none() != null
                ? reply
                : limit.reached(order, content)
                        .map(reason -> Reply.withheld(reply.channel(), reason))
                        .orElse(reply);
    }

    private Reply toStaff(DueOrder order) {
        MessageContents.ToStaff mail = planned.toStaff(order);
        return staff.mail(mail.address(), order.ticketNumber() + "." + shortId(order), mail.content(), clock.instant())
                .map(written -> Reply.by("staff", written))
                .orElseGet(() -> Reply.none("staff", "the address of the role is none"));
    }

    /** Writes down that a reply went out, for a route of an earlier version: it does not say what the way gave. */
    public void sent(DueOrder order, Reply reply) {
        settle(order, reply, null);
    }

    /**
     * Writes down that a reply went out, or that none was to.
     *
     * @param result what the way gave: a {@link SentMessage} from a chat platform, from others nothing that is looked at
     */
    public void settle(DueOrder order, Reply reply, @Nullable Object result) {
        if (reply.none() != null && reply.withheld()) { // a limit for one way holds for the message
            end(order, reply.none());
            return;
        }
        if (reply.none() != null) {
            skip(order, reply.none());
            return;
        }
        due.done(order, reply.recipient());
        if (result instanceof SentMessage message) {
            tickets.happened(
                    order.ticketNumber(),
                    event(order),
                    "through channel " + reply.channel() + MessageReceipts.parts(message));
            receipts.sent(order, reply.channel(), message);
        } else {
            tickets.happened(order.ticketNumber(), event(order), "through channel " + reply.channel());
        }
    }

    /** Puts off what failed; gives up what was refused. */
    public void failed(DueOrder order, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReplyRefused refused) {
                if (refused instanceof ReplyUnsupported
                        && OtherWay.of(order).isEmpty()) { // its customers were never told anything by the hub
                    end(order, String.valueOf(refused.getMessage()));
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
        due.failed(order, SendFailure.words(error), SendFailure.pause(error));
    }

    /** By another way, where there is one left. */
    private void skip(DueOrder order, String reason) {
        end(order, nextWays.after(order, reason));
    }

    private void end(DueOrder order, String reason) {
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
