package io.redress.intake.recording;

import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.RawMessage;
import io.redress.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was over before it came here is kept as a closed ticket with its own dates, and dispatched to nobody. */
final class ImportedHistory {

    private final TicketCreation openings;

    ImportedHistory(TicketCreation openings) {
        this.openings = openings;
    }

    /** Empty for what is not over. */
    Optional<RecordedItem> imported(RawMessage raw, CanonicalComplaint complaint, @Nullable Ticket ticket) {
        if (ticket == null || !complaint.hints().isHistory()) {
            return Optional.empty();
        }
        Instant closed = complaint.hints().closedAt(ticket.receivedAt(), raw.receivedAt());
        String reason = "kept as a closed ticket in category " + ticket.triage().category();
        openings.keep(raw, complaint, ticket, closed, reason);
        return Optional.of(
                RecordedItem.withoutTicket(raw.id(), raw.channel(), ItemState.IMPORTED, reason, ticket.number()));
    }
}
