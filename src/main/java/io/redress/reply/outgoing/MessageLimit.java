package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.CustomerMessages;
import io.redress.reply.MailLimitListener;
import io.redress.reply.MailLimits.Limit;
import io.redress.reply.MessageContent;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How many messages the customer of one ticket gets in the last 24 hours: whoever may write updates or report calls must not
 * be able to flood a mailbox. Counted for all nodes together; nodes that send in the same
 * moment may exceed it by one message each. The number and the link of a ticket are told whatever else was: what asks for
 * them has limits of its own.
 */
public final class MessageLimit {

    private static final Duration DAY = Duration.ofDays(1);

    private final MessageWork due;
    private final int perDay;
    private final MailLimitListener listener;
    private final Clock clock;

    public MessageLimit(MessageWork due, MessageLimits limits, MailLimitListener listener, Clock clock) {
        this.due = due;
        this.perDay = limits.perTicketPerDay();
        this.listener = listener;
        this.clock = clock;
    }

    /** Why a message does not go out; empty when it may. */
    public Optional<String> reached(DueOrder order, MessageContent content) {
        if (content.template().equals(CustomerMessages.ACKNOWLEDGEMENT.name()) || sent(order.ticketNumber()) < perDay) {
            return Optional.empty();
        }
        listener.heldBack(Limit.TICKET);
        return Optional.of(Limit.TICKET.words());
    }

    private int sent(String ticket) {
        return due.countDoneOf(MessageWork.MESSAGE, ticket, clock.instant().minus(DAY));
    }
}
