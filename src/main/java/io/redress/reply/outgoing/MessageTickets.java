package io.redress.reply.outgoing;

import io.redress.intake.SenderVerification;
import io.redress.ticket.Ticket;
import org.jspecify.annotations.Nullable;

/** The tickets, as far as messages concern them. */
public interface MessageTickets {

    /**
     * Who opened a ticket.
     *
     * @param messageId of the mail that opened it; null when it came by another channel
     * @param source mark of the address that it came from; null where the channel knows none
     */
    record TicketSender(
            SenderVerification proof,
            @Nullable String messageId,
            @Nullable String source) {

        /**
         * Whether an answer goes to the one that was proved. Of a mail that is its From; an answer to another address, in
         * its Reply-To, may go to anybody, and the ticket then has both.
         */
        boolean isProvedFor(Ticket ticket) {
            return proof == SenderVerification.PROVED
                    && (ticket.channel().kind().equals("chat")
                            || ticket.customer().emails().size() <= 1);
        }
    }

    /** A ticket as it was opened. */
    Ticket opened(String number);

    TicketSender sender(String number);

    /** Adds to a ticket's history. */
    void happened(String number, String what, String why);
}
