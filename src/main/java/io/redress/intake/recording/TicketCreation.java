package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.List;

/** Writes new tickets down, each with the end of the item that it came by. */
public interface TicketCreation {

    /**
     * Opens a ticket: its clocks run, its customer is told and its targets are, by work that is due at once.
     *
     * @param aliases names by which later arrivals may refer to it
     */
    void open(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, List<String> aliases, String reason);

    /** Keeps a ticket that was closed elsewhere: no clock, no delivery, no message, no follow-up. */
    void keep(RawMessage raw, CanonicalComplaint complaint, Ticket ticket, Instant closed, String reason);
}
