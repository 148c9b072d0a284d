package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import java.util.Optional;

/** Plans a message that could not go by one way for the next that leads to its customer. */
record NextWays(MessageTickets tickets, MessageWork due, CustomerReplies replies) {

    /** The reason, for the ticket's history, with the way that is taken instead, where there is one. */
    String after(DueOrder order, String reason) {
        Optional<OtherWay> way = order.kind().equals(MessageWork.STAFF_MAIL)
                ? Optional.empty()
                : replies.next(order, tickets.opened(order.ticketNumber()));
        way.ifPresent(next -> due.planAgain(order, next.key(), next.argumentOf(order)));
        return reason
                + way.map(next -> "; it goes by " + next.key() + " instead").orElse("");
    }
}
