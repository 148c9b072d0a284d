package io.redress.ledger;

import io.redress.ticket.Ticket;
import java.time.Instant;

/** A ticket with its history, and where it stands now. */
public record StoredTicket(Ticket ticket, String status, Instant updatedAt) {}
