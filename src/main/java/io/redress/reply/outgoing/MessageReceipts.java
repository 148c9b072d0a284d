package io.redress.reply.outgoing;

import io.redress.due.DueOrder;
import io.redress.reply.SentMessage;
import io.redress.reply.receipt.DeliveryReceipt;
import io.redress.reply.receipt.ReceiptListener;

/** Writes down what platforms say of messages that they took. */
public final class MessageReceipts {

    private final MessageTickets tickets;
    private final NextWays nextWays;
    private final SentMessages sentMessages;
    private final ReceiptListener listener;

    public MessageReceipts(
            MessageTickets tickets,
            MessageWork due,
            CustomerReplies replies,
            SentMessages sentMessages,
            ReceiptListener listener) {
        this.tickets = tickets;
        this.nextWays = new NextWays(tickets, due, replies);
        this.sentMessages = sentMessages;
        this.listener = listener;
    }

    /** A platform took a message. Its receipt may have come before. */
    void sent(DueOrder order, String channel, SentMessage message) {
        listener.segmentsSent(channel, message.segments());
        sentMessages.sent(order, channel, message).ifPresent(early -> received(order, channel, early));
    }

    /** A receipt came that says something new; a message that will never get there goes by the next way. */
    public void received(DueOrder order, String channel, DeliveryReceipt receipt) {
        String through = "through channel " + channel;
        switch (receipt.state()) {
            case DELIVERED -> tickets.happened(order.ticketNumber(), "delivered", through);
            case READ -> tickets.happened(order.ticketNumber(), "read", through);
            case FAILED -> {
                String code = receipt.code() == null ? "" : ", code " + receipt.code();
                tickets.happened(order.ticketNumber(), "not delivered", nextWays.after(order, through + code));
            }
            case SENT -> {}
        }
    }

    /** How many text messages a message took, for a ticket's history. */
    static String parts(SentMessage message) {
        return switch (message.segments()) {
            case 0 -> "";
            case 1 -> ", 1 text message";
            default -> ", " + message.segments() + " text messages";
        };
    }
}
