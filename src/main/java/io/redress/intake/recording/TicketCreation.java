package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** Writes new tickets down, each with the end of the item that it came by. */
public interface TicketCreation {

    /**
     * Opens tickets, in this order: their clocks run, their customers are told and their targets are, by work that is due
     * at once.
     */
    void open(List<TicketOpening> openings);

    /** Keeps a ticket that was closed elsewhere: no clock, no delivery, no message, no follow-up. */
    void keep(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, Instant closed, String reason);
}
